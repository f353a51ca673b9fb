"""Text that is safe where it goes."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would read it as a formula."""
    return f"'{value}" if value.startswith(FORMULA) else value
