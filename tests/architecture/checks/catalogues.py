"""English ships whole: every message has a translation that keeps its placeholders."""

from __future__ import annotations

import re
from pathlib import Path

import polib

from tests.architecture.checks.messages import Message, messages

PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sdf]|\{\w*\}")


def _translations(folder: Path) -> dict[Message, polib.POEntry]:
    found: dict[Message, polib.POEntry] = {}
    for path in sorted(folder.rglob("locale/en/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)):
            if not entry.obsolete:
                found[entry.msgctxt, entry.msgid] = entry
    return found


def _answers(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def untranslated_messages(folder: Path) -> list[str]:
    """Messages without English, with a doubtful one, or with one that lost what is to be filled in."""
    translations = _translations(folder)
    wrong = []
    for (context, text), path in messages(folder).items():
        entry = translations.get((context, text))
        if entry is None or not all(_answers(entry)):
            wrong.append(f"{path}: no English for {text!r}")
        elif entry.fuzzy:
            wrong.append(f"{path}: doubtful English for {text!r}")
        elif not all(_same_placeholders(entry, answer) for answer in _answers(entry)):
            wrong.append(f"{path}: the English of {text!r} fills in something else")
    return wrong


def _same_placeholders(entry: polib.POEntry, answer: str) -> bool:
    wanted = set(PLACEHOLDER.findall(entry.msgid))
    if entry.msgid_plural:  # "one file" need not say its number
        return set(PLACEHOLDER.findall(answer)) <= wanted | set(PLACEHOLDER.findall(entry.msgid_plural))
    return set(PLACEHOLDER.findall(answer)) == wanted
