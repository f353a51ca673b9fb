"""The command ``plan-towers`` as people run it: a new process that reads, plans, checks and writes every file."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.table import Row

PHOIHOP = [sys.executable, "-m", "phoihop"]


def command(name: str, masts: int, needs: int, goal_s: float) -> Row:
    """An invented network from its files to the files of its plan."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _run("invent-towers", "--masts", str(masts), "--needs", str(needs), "--out", str(place / "in"))
        words = ["--masts", "masts.csv", "--needs", "needs.csv", "--rules", "rules.toml"]
        words = [str(place / "in" / word) if "." in word else word for word in words]
        began, used = time.perf_counter(), _processor()
        _run("plan-towers", *words, "--quiet", "--out", str(place / "out"))
        seconds, used = time.perf_counter() - began, _processor() - used
        gap = json.loads((place / "out" / "summary.json").read_text(encoding="utf-8"))["gap"]
    ours = f"{seconds:.2f} s cold ({used:.1f} s of processor), gap {gap:.0%}"
    return Row(f"plan-towers: {name}", ours, "–", f"gap 0 in {goal_s:.0f} s", gap == 0 and seconds <= goal_s)


def _run(*words: str) -> None:
    subprocess.run([*PHOIHOP, *words], check=True, capture_output=True)


def _processor() -> float:
    """Seconds that processes have used which have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
