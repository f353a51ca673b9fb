"""System checks: no view without a rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from phoihop.base.access import rule_of


def walk(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every URL pattern with its whole route."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern
        else:
            yield from walk(pattern.url_patterns, route)


@register
def every_view_has_a_rule(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Fail where a view was routed without ``@open_to``."""
    return [
        Error(
            f"The view at “{route}” has no @open_to rule.",
            hint="Mark it with @open_to(RULE) from phoihop.base.access.",
            id="phoihop.E001",
        )
        for route, pattern in walk(get_resolver().url_patterns)
        if rule_of(pattern.callback) is None
    ]
