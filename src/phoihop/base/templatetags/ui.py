"""Tags and filters of every page."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from django import template
from django.contrib.staticfiles.finders import find
from django.db import models
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html, json_script, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phoihop.base.ui import keep_query as kept

register = template.Library()

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


@register.inclusion_tag("ui/crumb.html")
def crumb(text: Any, url: str = "") -> dict[str, Any]:
    """One step of the breadcrumbs."""
    return {"text": text, "url": url}


@register.inclusion_tag("ui/empty.html")
def empty(icon: str = "mood-empty", title: str = "", text: str = "", url: str = "", action: str = "") -> dict[str, Any]:
    """An empty list, and what to do about it."""
    return {"icon": icon, "title": title, "text": text, "url": url, "action": action}


@register.inclusion_tag("ui/pager.html", takes_context=True)
def pager(context: Context, page: Any) -> dict[str, Any]:
    """Links to the pages of a list."""
    request = context.get("request")
    links = [
        (number, kept(request, page=number) if request and isinstance(number, int) else "")
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    ]
    return {
        "page": page,
        "links": links,
        "previous": kept(request, page=page.number - 1) if request else "",
        "next": kept(request, page=page.number + 1) if request else "",
    }


@register.inclusion_tag("ui/post_button.html", takes_context=True)
def post_button(
    context: Context, url: str, label: Any, icon: str = "", style: str = "primary", confirm: Any = ""
) -> dict[str, Any]:
    """A button that changes something: a form of its own."""
    token = context.get("csrf_token", "")
    return {"url": url, "label": label, "icon": icon, "style": style, "confirm": confirm, "csrf_token": token}


@register.inclusion_tag("ui/submit.html")
def submit(label: Any, icon: str = "", style: str = "primary", name: str = "", value: str = "") -> dict[str, Any]:
    """The button of a form."""
    return {"label": label, "icon": icon, "style": style, "name": name, "value": value}


@register.inclusion_tag("ui/stat.html")
def stat(label: Any, value: Any, hint: Any = "", icon: str = "", url: str = "") -> dict[str, Any]:
    """A number in large type."""
    return {"label": label, "value": value, "hint": hint, "icon": icon, "url": url}


@register.simple_tag
def progress(value: Any, total: Any, label: Any = "") -> SafeString:
    """How much of a total is reached, as a bar; its words are for those who cannot see it."""
    done, whole = _decimal(value) or Decimal(0), _decimal(total) or Decimal(0)
    share = min(100, int(100 * done / whole)) if whole else 0
    words = label or _("%(share)s %%") % {"share": share}
    return format_html(
        '<progress class="progress" max="100" value="{}" aria-label="{}">{}</progress>', share, words, words
    )


@register.simple_tag
def chart(name: str, option: Mapping[str, Any], height: str = "md") -> SafeString:
    """An ECharts option as a JSON block, and the place where ``charts.js`` draws it."""
    block = json_script(option, name)
    return format_html('{}<div class="chart chart-{}" data-chart="{}"></div>', block, height, name)


@register.simple_tag
def asset_js(name: str) -> SafeString:
    """A bundle that only some pages load, and its style sheet where it has one."""
    style = f"phoihop/{name}.css"
    sheet = format_html('<link rel="stylesheet" href="{}">', static(style)) if _exists(style) else ""
    return format_html('{}<script src="{}" defer></script>', sheet, static(f"phoihop/{name}.js"))


@cache
def _exists(path: str) -> bool:
    return find(path) is not None


@register.simple_tag
def person(name: str, role: str = "") -> SafeString:
    """A person with their role under the name."""
    below = format_html('<div class="text-secondary small">{}</div>', role) if role else ""
    return format_html("<div>{}{}</div>", name, below)


@register.simple_tag(takes_context=True)
def reuse(context: Context, name: str) -> str:
    """The content of a block once more: the title of a page is also its heading."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return str(block.render(context)) if block else ""


@register.simple_tag(takes_context=True)
def keep_query(context: Context, **changes: Any) -> str:
    """The query string of the present page with changes."""
    return kept(context["request"], **changes)


@register.inclusion_tag("ui/history.html", takes_context=True)
def history(context: Context, row: models.Model) -> dict[str, Any]:
    """Who did what to one row, as far as the reader may know."""
    from phoihop.base import queries  # noqa: PLC0415 - the tags load before the apps

    return {"entries": queries.history_of(actor=context["request"].actor, row=row)}


def _decimal(value: Any) -> Decimal | None:
    if value in (None, ""):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


@register.filter
def number(value: Any) -> str:
    """1.923 and 92,2: grouped, without needless zeros after the comma."""
    amount = _decimal(value)
    if amount is None:
        return ""
    places = max(0, -int(amount.normalize().as_tuple().exponent))
    return number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)


@register.filter
def vnd(value: Any) -> str:
    """An amount of đồng."""
    amount = number(value)
    return f"{amount} đ" if amount else ""


@register.filter
def percent(value: Any) -> str:
    """A share of one, as 92,2 %."""
    amount = _decimal(value)
    return f"{number(round(amount * 100, 1))} %" if amount is not None else ""


@register.filter
def day(value: Any) -> str:
    """dd/mm/yyyy of a day, an instant, or ISO text."""
    if not value:
        return ""
    if isinstance(value, str):
        value = dt.date.fromisoformat(value[:10])
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value)
    return str(date_format(value, "d/m/Y"))


@register.filter
def moment(value: Any) -> str:
    """HH:MM dd/mm/yyyy of an instant."""
    if not value:
        return ""
    return str(date_format(timezone.localtime(value), "H:i d/m/Y"))


@register.filter
def due(value: Any) -> str:
    """How many days are left, or late."""
    if not value:
        return ""
    days = (value - timezone.localdate()).days
    if days == 0:
        return _("hôm nay")
    if days < 0:
        return ngettext("quá hạn %(n)s ngày", "quá hạn %(n)s ngày", -days) % {"n": -days}
    return ngettext("còn %(n)s ngày", "còn %(n)s ngày", days) % {"n": days}


@register.filter
def nl2p(value: Any) -> str:
    """Plain text as paragraphs, escaped."""
    return mark_safe(linebreaks(value or "", autoescape=True))  # noqa: S308 - escaped just before


@register.filter
def anchor(value: Any) -> str:
    """An identifier for an element."""
    return f"x{value.hex}" if isinstance(value, uuid.UUID) else f"x{value}"
