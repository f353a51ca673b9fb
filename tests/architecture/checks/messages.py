"""What is said in Vietnamese, taken from code and templates: the keys of the translations."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

SINGULAR = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}
CONTEXT = {"pgettext", "pgettext_lazy"}
CONTEXT_PLURAL = {"npgettext", "npgettext_lazy"}
CALL = re.compile(r"\b(n?p?gettext|_)\(")
STRING = re.compile(r"""\s*,?\s*u?("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""")

Message = tuple[str | None, str]  # context and text


def _named(name: str, strings: list[str]) -> list[Message]:
    if name in SINGULAR and strings:
        return [(None, strings[0])]
    if name in PLURAL and len(strings) > 1:
        return [(None, strings[0])]
    if name in CONTEXT and len(strings) > 1:
        return [(strings[0], strings[1])]
    if name in CONTEXT_PLURAL and len(strings) > 2:
        return [(strings[0], strings[1])]
    return []


def _in_code(text: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            constants = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            yield from _named(name, constants)


def _in_template(text: str) -> Iterator[Message]:
    code = templatize(text)
    for call in CALL.finditer(code):
        strings, at = [], call.end()
        while found := STRING.match(code, at):
            strings.append(ast.literal_eval(found[1]))
            at = found.end()
        yield from _named(call[1], strings)


def messages(folder: Path) -> dict[Message, Path]:
    """Every message under ``folder`` and a file that says it; tests say nothing to people."""
    found: dict[Message, Path] = {}
    for path in sorted(folder.rglob("*.py")):
        if not {"tests", "testing", "migrations"} & set(path.parts):
            found |= dict.fromkeys(_in_code(path.read_text(encoding="utf-8")), path)
    for path in sorted([*folder.rglob("templates/**/*.html"), *folder.rglob("templates/**/*.txt")]):
        found |= dict.fromkeys(_in_template(path.read_text(encoding="utf-8")), path)
    found.pop((None, ""), None)
    return found
