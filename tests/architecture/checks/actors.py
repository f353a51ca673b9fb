"""Whoever reads or changes anything says on whose behalf.

A *door* is a function of ``actions`` or ``queries`` that views, operations of the API or forms reach for. Every door
takes ``actor``, as a keyword and first; helpers that only other actions call have been let in by a door already.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OUTSIDE = ("views", "api", "forms")
BEHIND = {"actions", "queries"}
# An area may be named like a room, as in actions/forms: the outermost one counts.
ROOMS = {*OUTSIDE, *BEHIND, "urls", "hooks", "demo", "models", "tests"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Reach:
    """One use of a name of another module."""

    path: Path
    line: int
    module: str
    name: str


def _modules(package: Path, *rooms: str) -> Iterator[Path]:
    for room in rooms:
        for path in sorted([*package.rglob(f"{room}.py"), *package.rglob(f"{room}/**/*.py")]):
            if _room(path.relative_to(package)) == room:
                yield path


def _room(path: Path) -> str:
    """The outermost room that a module stands in."""
    return next((part for part in (*path.parts[:-1], path.stem) if part in ROOMS), "")


def _reaches(path: Path) -> Iterator[Reach]:
    """Names that a module imports, and attributes of the modules that it imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                known[name.asname or name.name] = f"{node.module}.{name.name}"
                yield Reach(path, node.lineno, node.module, name.name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            yield Reach(path, node.lineno, known[node.value.id], node.attr)


def _source(package: Path, module: str) -> Path | None:
    root, *rest = module.split(".")
    if root != package.name:
        return None
    place = package.joinpath(*rest)
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None)


def _function(package: Path, module: str, name: str) -> Function | None:
    """The function of that name, also where a package only passes it on."""
    path = _source(package, module)
    if path is None:
        return None
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, Function) and node.name == name:
            return node
        if isinstance(node, ast.ImportFrom) and node.module:
            for given in node.names:
                if (given.asname or given.name) == name:
                    return _function(package, node.module, given.name)
    return None


def doors_without_actor(package: Path) -> list[str]:
    """Doors that do not ask who comes in."""
    wrong = []
    for path in _modules(package, *OUTSIDE):
        for reach in _reaches(path):
            if not BEHIND & set(reach.module.split(".")):
                continue
            function = _function(package, reach.module, reach.name)
            if function and [argument.arg for argument in function.args.kwonlyargs][:1] != ["actor"]:
                wrong.append(f"{reach.path}:{reach.line}: {reach.module}.{reach.name} takes no keyword-only actor")
    return wrong


def forgotten_actors(package: Path) -> list[str]:
    """Public actions that take an actor and then never look at it."""
    wrong = []
    for path in _modules(package, "actions"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, Function) or node.name.startswith("_"):
                continue
            takes = "actor" in {argument.arg for argument in node.args.kwonlyargs}
            if takes and not any(isinstance(used, ast.Name) and used.id == "actor" for used in ast.walk(node)):
                wrong.append(f"{path}:{node.lineno}: {node.name} never asks whether its actor may")
    return wrong
