"""What happens when a row is saved stands in an action: no ``save()`` of our own, no signals between our apps."""

from __future__ import annotations

import ast
from pathlib import Path

ROW_SIGNALS = {"pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed", "pre_init", "post_init", "Signal"}


def save_overrides(package: Path) -> list[str]:
    """Methods of models that change what saving or deleting means."""
    wrong = []
    for path in sorted(package.rglob("models*/**/*.py")) + sorted(package.rglob("models.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                wrong += [
                    f"{path}:{method.lineno}: {node.name}.{method.name} is overridden; write an action"
                    for method in node.body
                    if isinstance(method, ast.FunctionDef) and method.name in {"save", "delete"}
                ]
    return wrong


def own_signals(package: Path) -> list[str]:
    """Imports of what sends or receives the comings and goings of rows; other libraries' signals may be heard."""
    wrong = []
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django"):
                wrong += [
                    f"{path}:{node.lineno}: {name.name}; call the action instead"
                    for name in node.names
                    if name.name in ROW_SIGNALS
                ]
            elif isinstance(node, ast.Attribute) and node.attr in ROW_SIGNALS - {"Signal"}:
                wrong.append(f"{path}:{node.lineno}: {node.attr}; call the action instead")
    return wrong
