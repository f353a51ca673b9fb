"""How long files, functions and templates may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

FILE_MEDIAN = 80
FILE_USUAL = 250  # nine in ten
FILE_MOST = 400
FUNCTION_MOST = 50
TEMPLATE_MOST = 150
NOT_WRITTEN_BY_HAND = {"migrations", "node_modules", "data", "static"}


def _files(folder: Path, *patterns: str) -> Iterator[Path]:
    for pattern in patterns:
        for path in sorted(folder.rglob(pattern)):
            if not NOT_WRITTEN_BY_HAND & set(path.relative_to(folder).parts):
                yield path


def _length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def long_files(folder: Path) -> list[str]:
    """Files over the limit, and the whole folder where its files are long as a rule."""
    lengths = {path: _length(path) for path in _files(folder, "*.py", "*.js", "*.mjs", "*.css")}
    wrong = [f"{path}: {lines} lines, over {FILE_MOST}" for path, lines in lengths.items() if lines > FILE_MOST]
    written = sorted(lines for lines in lengths.values() if lines)
    if written and median(written) > FILE_MEDIAN:
        wrong.append(f"{folder}: the median file has {median(written)} lines, over {FILE_MEDIAN}")
    if written and sum(lines > FILE_USUAL for lines in written) * 10 > len(written):
        wrong.append(f"{folder}: more than one file in ten has over {FILE_USUAL} lines")
    return wrong


def long_functions(folder: Path) -> list[str]:
    """Functions over the limit, without counting their docstring."""
    wrong = []
    for path in _files(folder, "*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = _lines_of(node)
                if lines > FUNCTION_MOST:
                    wrong.append(f"{path}:{node.lineno}: {node.name} has {lines} lines, over {FUNCTION_MOST}")
    return wrong


def _lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is not None:
        doc = node.body[0]
        lines -= (doc.end_lineno or doc.lineno) - doc.lineno + 1
    return lines


def long_templates(folder: Path) -> list[str]:
    """Templates over the limit."""
    return [
        f"{path}: {_length(path)} lines, over {TEMPLATE_MOST}"
        for path in _files(folder, "*.html", "*.txt")
        if "templates" in path.parts and _length(path) > TEMPLATE_MOST
    ]
