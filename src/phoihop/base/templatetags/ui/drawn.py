"""Pieces of a page with a template of their own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.contrib.staticfiles.finders import find
from django.db import models
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from phoihop.base.templatetags.ui.registry import register
from phoihop.base.ui import keep_query as kept


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
def chart(name: str, option: Mapping[str, Any], height: str = "md", label: Any = "") -> SafeString:
    """An ECharts option as a JSON block, and the place where ``charts.js`` draws it; the label is for the ear."""
    block = json_script(option, name)
    words = label or _("Biểu đồ của số liệu trong bảng trên trang này")
    place = '{}<div class="chart chart-{}" data-chart="{}" data-label="{}"></div>'
    return format_html(place, block, height, name, words)


@register.simple_tag
def asset_js(name: str) -> SafeString:
    """A bundle that only some pages load, and its style sheet where it has one."""
    style = f"phoihop/{name}.css"
    sheet = format_html('<link rel="stylesheet" href="{}">', static(style)) if _exists(style) else ""
    return format_html('{}<script src="{}" defer></script>', sheet, static(f"phoihop/{name}.js"))


@cache
def _exists(path: str) -> bool:
    return find(path) is not None


@register.inclusion_tag("ui/history.html", takes_context=True)
def history(context: Context, row: models.Model) -> dict[str, Any]:
    """Who did what to one row, as far as the reader may know."""
    from phoihop.base import queries  # noqa: PLC0415 - the tags load before the apps

    return {"entries": queries.history_of(actor=context["request"].actor, row=row)}
