"""Text with bold and italic stretches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. Line breaks are ``\\n``."""

    text: str
    bold: bool = False
    italic: bool = False


Text = str | tuple[Run, ...]


def bold(text: str) -> Run:
    """A bold stretch."""
    return Run(text, bold=True)


def italic(text: str) -> Run:
    """An italic stretch."""
    return Run(text, italic=True)


def runs_of(text: Text) -> tuple[Run, ...]:
    """The text as runs, empty ones left out."""
    runs = (Run(text),) if isinstance(text, str) else text
    return tuple(run for run in runs if run.text)
