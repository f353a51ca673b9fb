"""Request identifiers, the access wall in front of every view, and refusals turned into pages."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import translation

from phoihop.base.access import ActorRequest, rule_of
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import refusal_page


class RequestIdMiddleware:
    """Gives each request an identifier that the history and the logs share."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set ``request.request_id`` and echo it in the answer."""
        request = cast(ActorRequest, request)
        request.request_id = uuid.uuid4().hex
        response = self.get_response(request)
        response["X-Request-Id"] = request.request_id
        return response


class LanguageMiddleware:
    """The language that the person chose, Vietnamese otherwise; what the browser was installed in does not count."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in that language."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response["Content-Language"] = language
        return response


class AccessMiddleware:
    """Refuses views that carry no rule, and people whom the rule does not let in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the work is done once the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Hold the actor against the view's rule."""
        request = cast(ActorRequest, request)
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):  # no text has it; PostgreSQL fails
            return refusal_page(request, NotVisible())
        rule = rule_of(view)
        if rule is None:
            return refusal_page(request, NotAllowed())
        if rule.allows(request.actor):
            return None
        if rule.needs_sign_in and not request.actor.signed_in:
            return HttpResponseRedirect(
                f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}"
            )
        return refusal_page(request, NotAllowed())

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show a refusal as a page in the person's words."""
        return refusal_page(request, exception) if isinstance(exception, Refused) else None
