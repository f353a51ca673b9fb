"""Every app has the same rooms, and none has a box room."""

from __future__ import annotations

from pathlib import Path

ROOMS = ("apps", "urls", "views", "actions", "queries", "models", "tests")
BOX_ROOMS = {"utils", "util", "helpers", "misc", "common", "services", "managers", "signals", "extras", "lib", "core"}


def apps_in(package: Path) -> list[Path]:
    """The apps of a package that hold rows of their own: whoever has ``apps`` and ``models``."""
    return sorted(path.parent for path in package.rglob("apps.py") if _has(path.parent, "models"))


def _has(app: Path, room: str) -> bool:
    return (app / f"{room}.py").is_file() or (app / room / "__init__.py").is_file()


def missing_rooms(package: Path, foundation: str = "base") -> list[str]:
    """Rooms that an app lacks; the foundation serves the others and keeps no pages of its own."""
    return [
        f"{app}: no {room}"
        for app in apps_in(package)
        if app.name != foundation
        for room in ROOMS
        if not _has(app, room)
    ]


def box_rooms(package: Path) -> list[str]:
    """Modules named after nothing in particular."""
    return [
        f"{path}: name the module after what it holds"
        for path in sorted(package.rglob("*.py"))
        if (path.parent.name if path.stem == "__init__" else path.stem) in BOX_ROOMS
    ]
