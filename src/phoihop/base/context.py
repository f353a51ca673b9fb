"""What every template knows."""

from __future__ import annotations

from django.http import HttpRequest


def csp_nonce(request: HttpRequest) -> dict[str, object]:
    """The nonce of the content security policy, under the name that django-htmx looks for."""
    return {"csp_nonce": getattr(request, "csp_nonce", "")}
