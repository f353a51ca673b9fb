"""Serving: granian for pages, a worker for jobs, a tick every few minutes, under one command."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from phoihop.programme.day_loading import load_named_days

TICK_SECONDS = 300
STOP_SECONDS = 10


def _port_is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _options(argv: list[str], name: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"phoihop {name}")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")
    parser.add_argument("--processes", type=int, default=1, help="web processes (default: %(default)s)")
    parser.add_argument("--no-worker", action="store_true", help="pages only; jobs are worked off elsewhere")
    return parser.parse_args(argv)


def _start(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", *words])  # noqa: S603


def _prepare() -> None:
    """Bring database, national days and static files to this version."""
    call_command("migrate", verbosity=0)
    load_named_days()
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    call_command("collectstatic", interactive=False, verbosity=0, clear=manifest.exists())


def _serve(options: argparse.Namespace) -> int:
    """Start the processes and stop all of them when one ends or somebody interrupts."""
    web = ["granian", "--interface", "wsgi", "--host", options.host, "--port", str(options.port)]
    web += ["--workers", str(options.processes), "--no-ws", "--log-level", "warning"]
    started = [_start(*web, "phoihop.config.wsgi:application")]
    if not options.no_worker:
        started.append(_start("phoihop", "worker"))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    next_tick = time.monotonic() + 20
    try:
        while all(process.poll() is None for process in started):
            time.sleep(0.5)
            if time.monotonic() >= next_tick and not options.no_worker:
                subprocess.run([sys.executable, "-m", "phoihop", "tick"], check=False)
                next_tick = time.monotonic() + TICK_SECONDS
    except (KeyboardInterrupt, SystemExit):
        return 0
    finally:
        _stop(started)
    return 1


def _stop(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in processes:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()


def _refuse_busy_port(options: argparse.Namespace) -> bool:
    if _port_is_free(options.host, options.port):
        return False
    print(
        f"Cổng {options.port} đang có chương trình khác dùng. Hãy dừng nó hoặc chọn cổng khác: --port 8001",
        f"Port {options.port} is in use. Stop what uses it, or choose another: --port 8001",
        sep="\n",
        file=sys.stderr,
    )
    return True


def run(argv: list[str]) -> int:
    """``phoihop run``."""
    options = _options(argv, "run")
    if _refuse_busy_port(options):
        return 2
    _prepare()
    print(f"Phối Hợp: {settings.BASE_URL}", flush=True)
    return _serve(options)


def demo(argv: list[str]) -> int:
    """``phoihop demo``: the invented year, built relative to today."""
    from phoihop.config.demo import build_if_absent  # noqa: PLC0415

    options = _options(argv, "demo")
    if _refuse_busy_port(options):
        return 2
    _prepare()
    build_if_absent()
    address = f"http://{options.host}:{options.port}"
    os.environ.setdefault("PHOIHOP_BASE_URL", address)
    print(f"Phối Hợp (dữ liệu minh họa / demo data): {address}", flush=True)
    return _serve(options)


def worker(argv: list[str]) -> int:
    """``phoihop worker``."""
    argparse.ArgumentParser(prog="phoihop worker").parse_args(argv)
    from phoihop.base.jobs import recover  # noqa: PLC0415

    recover()
    call_command("db_worker", verbosity=0, startup_delay=False, reload=False)
    return 0
