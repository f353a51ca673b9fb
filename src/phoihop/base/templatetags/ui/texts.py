"""Text as it may stand in a page."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe

from phoihop.base.templatetags.ui.registry import register


@register.filter
def nl2p(value: Any) -> str:
    """Plain text as paragraphs, escaped."""
    return mark_safe(linebreaks(value or "", autoescape=True))  # noqa: S308 - escaped just before


@register.filter
def sheet(value: Any) -> str:
    """Plain text with headings ("# ") and points ("- "), escaped, as the papers draw it."""
    return mark_safe("".join(_sheet_line(line.strip()) for line in str(value or "").splitlines()))  # noqa: S308 - escaped


def _sheet_line(line: str) -> str:
    if line.startswith("# "):
        return format_html("<h4>{}</h4>", line[2:])
    if line.startswith("- "):
        return format_html('<p class="mb-1 ms-3">– {}</p>', line[2:])
    return format_html('<p class="mb-2">{}</p>', line) if line else ""


@register.filter
def anchor(value: Any) -> str:
    """An identifier for an element."""
    return f"x{value.hex}" if isinstance(value, uuid.UUID) else f"x{value}"
