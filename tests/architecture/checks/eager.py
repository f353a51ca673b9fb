"""Texts fixed in one language while modules load, before anybody asked for a page."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

EAGER = {"gettext", "ngettext", "pgettext", "npgettext"}


def _eager_names(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in EAGER
    }


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when the module loads: no body of a function, but its defaults and decorators."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Lambda):
            continue
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            early = [*child.args.defaults, *child.args.kw_defaults, *child.decorator_list]
            yield from (found for one in early if one is not None for found in (one, *_run_at_import(one)))
        else:
            yield child
            yield from _run_at_import(child)


def spoken_at_import(folder: Path) -> list[str]:
    """Translations that are made once and for all, where a lazy one is needed."""
    wrong = []
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = _eager_names(tree)
        wrong += [
            f"{path}:{node.lineno}: {ast.unparse(node)} is translated while the module loads"
            for node in _run_at_import(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
        ]
    return wrong
