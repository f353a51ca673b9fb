"""Other people's work and addresses of registries stay out of the repository: both come at build time."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

FOLDERS = {"vendor", "vendored", "node_modules", "third_party", "bower_components", "site-packages"}
BUILT = (".min.js", ".min.css", ".ttf", ".otf", ".woff", ".woff2", ".whl", ".map", ".mo", ".pyc", ".so", ".tgz")
# Written in pieces, or this file would be the first to offend.
HOSTS = tuple(
    ".".join(pieces)
    for pieces in (
        ("registry", "npmjs", "org"),
        ("files", "pythonhosted", "org"),
        ("pypi", "org/simple"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("cdn", "jsdelivr", "net"),
        ("unpkg", "com"),
        ("fonts", "googleapis", "com"),
    )
)
LONGEST_LINE = 2000
MOST_BYTES = 2_000_000


def committed(repository: Path) -> list[Path]:
    """The files that git keeps, or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=repository,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return [repository / name for name in names if name and (repository / name).is_file()]


def strangers(files: Iterable[Path]) -> list[str]:
    """Files that somebody else made or a tool built, and files that name a registry."""
    wrong = []
    for path in files:
        if FOLDERS & set(path.parts) or path.name.endswith(BUILT):
            wrong.append(f"{path}: somebody else's, or built; let the build fetch or make it")
        elif path.stat().st_size > MOST_BYTES:
            wrong.append(f"{path}: over {MOST_BYTES} bytes")
        else:
            wrong.extend(_in_text(path))
    return wrong


def _in_text(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    wrong = [f"{path}: names the registry {host}" for host in HOSTS if host in text]
    if path.suffix in {".js", ".mjs", ".css"} and max(map(len, text.splitlines()), default=0) > LONGEST_LINE:
        wrong.append(f"{path}: looks minified")
    return wrong
