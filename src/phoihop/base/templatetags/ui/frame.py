"""The frame around a page: ways from here, breadcrumbs, its own address."""

from __future__ import annotations

from typing import Any

from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY

from phoihop.base.templatetags.ui.registry import register
from phoihop.base.ui import keep_query as kept


@register.inclusion_tag("ui/navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    """Where the person can go; the frame learns from the context what the page is about."""
    return {"groups": context["shell"].navigation(context)}


@register.inclusion_tag("ui/crumb.html")
def crumb(text: Any, url: str = "") -> dict[str, Any]:
    """One step of the breadcrumbs."""
    return {"text": text, "url": url}


@register.simple_tag(takes_context=True)
def reuse(context: Context, name: str) -> str:
    """The content of a block once more: the title of a page is also its heading."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return str(block.render(context)) if block else ""


@register.simple_tag(takes_context=True)
def keep_query(context: Context, **changes: Any) -> str:
    """The query string of the present page with changes."""
    return kept(context["request"], **changes)
