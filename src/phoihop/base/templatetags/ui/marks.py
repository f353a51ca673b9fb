"""Small marks: icons, states as coloured words, people, bars."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from phoihop.base.templatetags.ui.figures import decimal_of
from phoihop.base.templatetags.ui.registry import register

COLOURS = {
    "draft": "secondary",
    "circulated": "blue",
    "proposed": "blue",
    "signing": "purple",
    "in_force": "green",
    "frozen": "green",
    "ended": "secondary",
    "scheduled": "secondary",
    "open": "blue",
    "held": "teal",
    "closed": "green",
    "postponed": "orange",
    "cancelled": "red",
    "accepted": "green",
    "tentative": "yellow",
    "declined": "red",
    "needs-action": "secondary",
    "final": "blue",
    "signed": "teal",
    "issued": "green",
    "replaced": "orange",
    "void": "secondary",
    "waiting": "secondary",
    "digital": "green",
    "paper": "green",
    "complete": "green",
    "withdrawn": "secondary",
    "queued": "secondary",
    "running": "blue",
    "done": "green",
    "failed": "red",
    "decided": "green",
    "rejected": "secondary",
    "routing": "yellow",
    "asked": "blue",
    "acknowledged": "azure",
    "survey": "cyan",
    "offered": "purple",
    "agreed": "teal",
    "in_use": "green",
    "refused": "red",
    "expired": "orange",
    "lapsed": "orange",
    "confirmed": "green",
    "raised": "orange",
    "working": "blue",
    "forwarded": "purple",
    "answered": "teal",
    "solved": "green",
    "due": "yellow",
    "overdue": "red",
    "locked": "red",
    "submitted": "blue",
    "returned": "orange",
}


@cache
def _sprite() -> str:
    """The address of the icon sprite."""
    return static("phoihop/icons.svg")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite; hidden from assistive technology unless it has a label."""
    hidden = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="icon" {}><use href="{}#{}"></use></svg>', hidden, _sprite(), name)


@register.simple_tag
def badge(value: Any, label: Any = "") -> SafeString:
    """A state as a coloured word; the word says it, the colour only helps."""
    code = str(value)
    return format_html('<span class="badge bg-{}-lt">{}</span>', COLOURS.get(code, "secondary"), label or _state(code))


def _state(code: str) -> str:
    """The word for a state of an activity that is known by its code alone."""
    words = {
        "scheduled": _("Đã lên lịch"),
        "open": _("Đang chuẩn bị"),
        "held": _("Đã diễn ra"),
        "closed": _("Đã kết thúc"),
        "postponed": _("Hoãn"),
        "cancelled": _("Hủy"),
    }
    return words.get(code, code)


@register.simple_tag
def progress(value: Any, total: Any, label: Any = "") -> SafeString:
    """How much of a total is reached, as a bar; its words are for those who cannot see it."""
    done, whole = decimal_of(value) or Decimal(0), decimal_of(total) or Decimal(0)
    share = min(100, int(100 * done / whole)) if whole else 0
    words = label or _("%(share)s %%") % {"share": share}
    return format_html(
        '<progress class="progress" max="100" value="{}" aria-label="{}">{}</progress>', share, words, words
    )


@register.simple_tag
def person(name: str, role: str = "") -> SafeString:
    """A person with their role under the name."""
    below = format_html('<div class="text-secondary small">{}</div>', role) if role else ""
    return format_html("<div>{}{}</div>", name, below)
