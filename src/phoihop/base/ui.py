"""What views answer with: pages, parts of pages, redirects after saving, refusals."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from phoihop.base.errors import Refused

ROWS_A_PAGE = 25


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page and not for all of it."""
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def page(
    request: HttpRequest, template: str, *, part: str | None = None, status: int = 200, **context: Any
) -> HttpResponse:
    """Render a page, or only its named part where htmx asked for it.

    A form with errors answers 422 so that assistive technology, tests and htmx can tell it from success.
    """
    form = context.get("form")
    if status == 200 and request.method == "POST" and form is not None and getattr(form, "errors", None):
        status = 422
    name = f"{template}#{part}" if part and is_part(request) else template
    return render(request, name, context, status=status)


def saved(request: HttpRequest, to: str, *args: Any, message: str = "", **kwargs: Any) -> HttpResponse:
    """Tell the person that it worked and send them on."""
    messages.success(request, message or _("Đã lưu."))
    address = resolve_url(to, *args, **kwargs)
    if is_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def refused(request: HttpRequest, refusal: Refused, to: str, *args: Any, **kwargs: Any) -> HttpResponse:
    """Tell the person why a button did nothing, on the page they came from."""
    messages.error(request, str(refusal))
    address = resolve_url(to, *args, **kwargs)
    if is_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def refusal_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """A refusal as a page of its own, with a way back to where the person came from."""
    shown = {"refusal": refusal, "status": refusal.status, "back": _came_from(request)}
    return render(request, "ui/refusal.html", shown, status=refusal.status)


def _came_from(request: HttpRequest) -> str:
    """The page of this site whose link or form led here, or nothing."""
    page = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure()):
        return ""
    return "" if page == request.build_absolute_uri() else page


def rows(request: HttpRequest, found: QuerySet[Any] | list[Any], per_page: int = ROWS_A_PAGE) -> Page[Any]:
    """The page of rows that ``?page=`` asks for; never an error for a number out of range."""
    return Paginator(found, per_page).get_page(request.GET.get("page"))


def keep_query(request: HttpRequest, **changes: Any) -> str:
    """The query string with ``changes`` applied, for links of filters and pages."""
    kept = request.GET.dict() | {name: value for name, value in changes.items() if value not in (None, "")}
    for name, value in changes.items():
        if value in (None, ""):
            kept.pop(name, None)
    return f"?{urlencode(kept)}"
