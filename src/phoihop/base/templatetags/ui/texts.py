"""Text as it may stand in a page."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.html import linebreaks
from django.utils.safestring import mark_safe

from phoihop.base.templatetags.ui.registry import register


@register.filter
def nl2p(value: Any) -> str:
    """Plain text as paragraphs, escaped."""
    return mark_safe(linebreaks(value or "", autoescape=True))  # noqa: S308 - escaped just before


@register.filter
def anchor(value: Any) -> str:
    """An identifier for an element."""
    return f"x{value.hex}" if isinstance(value, uuid.UUID) else f"x{value}"
