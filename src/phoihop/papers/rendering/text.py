"""Text made fit for paper: composed Unicode, no control characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Value = TypeVar("Value")

# Control characters, lone surrogates and non-characters: XML and JSON readers refuse them, fonts cannot draw them.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")


def clean(text: str) -> str:
    """The text in NFC, line ends as ``\\n``, without what cannot be printed."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", UNPRINTABLE.sub("", text))


def cleaned(value: Value) -> Value:
    """The value with every text in it cleaned, through dataclasses and tuples."""
    done: Value = _cleaned(value)
    return done


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        old = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {name: new for name, item in old.items() if (new := _cleaned(item)) != item}
        return replace(value, **changed) if changed else value
    return value
