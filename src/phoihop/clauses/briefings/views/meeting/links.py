"""Ways to the pages of other areas, as far as they are there."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch, reverse


def link(name: str, *args: Any) -> str:
    """The address of a page of the app, or nothing where there is none."""
    try:
        return reverse(f"briefings:{name}", args=args)
    except NoReverseMatch:
        return ""
