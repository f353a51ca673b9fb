"""The content security policy refuses code and styles within pages: so they are not written."""

from __future__ import annotations

import re
from pathlib import Path

RULES = {
    "a style attribute": re.compile(r"""<[^>]*\sstyle\s*=\s*["']""", re.IGNORECASE),
    "a style element": re.compile(r"<style[\s>]", re.IGNORECASE),
    "a script within the page": re.compile(
        r"""<script(?![^>]*\ssrc\s*=)(?![^>]*\stype\s*=\s*["']application/json["'])[\s>]""", re.IGNORECASE
    ),
    "an event attribute": re.compile(r"""<[^>]*\s(?:on[a-z]+|hx-on[:\w-]*)\s*=\s*["']""", re.IGNORECASE),
    "a javascript: address": re.compile(r"""["']\s*javascript:""", re.IGNORECASE),
    "an expression that htmx would evaluate": re.compile(r"""["']js:"""),
}


def inline_code(folder: Path) -> list[str]:
    """Pages with code or styles in them. Mails are no pages: their readers know nothing but style attributes."""
    wrong = []
    for path in sorted(folder.rglob("templates/**/*.html")):
        if "mail" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        for what, rule in RULES.items():
            wrong += [f"{path}:{text.count(chr(10), 0, found.start()) + 1}: {what}" for found in rule.finditer(text)]
    return wrong


def unknown_icons(folder: Path, listed: Path) -> list[str]:
    """Icons that pages and kinds name but the sprite does not have."""
    names = {line.strip() for line in listed.read_text(encoding="utf-8").splitlines() if line[:1] not in {"", "#"}}
    wrong = []
    for path in sorted(folder.rglob("*.html")) + sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for found in re.finditer(r"""(?:\{%\s*icon\s+|\bicon\s*=\s*)["']([a-z0-9-]+)["']""", text):
            if found[1] not in names and "/tests/" not in str(path):
                wrong.append(f"{path}: icon {found[1]} is not in {listed.name}")
    return wrong
