"""Error pages and the switch of language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import activate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import PUBLIC, open_to
from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.base.ui import refusal_page


@open_to(PUBLIC)
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Change the language and stay on the page."""
    language = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    if language in dict(settings.LANGUAGES):
        activate(language)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 24 * 3600, samesite="Lax", secure=request.is_secure()
        )
    return response


def _error(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    """A page that stands alone: it asks nothing of the database."""
    shown = {"status": status, "title": title, "text": text, "request_id": getattr(request, "request_id", "")}
    return render(request, "ui/error.html", shown, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _error(request, 400, _("Yêu cầu không hợp lệ"), _("Hãy quay lại trang trước và thử lại."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form came without its token, mostly because the session ended while it was being filled in."""
    text = _("Phiên làm việc đã hết hạn. Hãy quay lại trang trước, tải lại trang rồi gửi lại.")
    return _error(request, 403, _("Chưa nhận được biểu mẫu"), text)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return refusal_page(request, NotAllowed())


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, within the frame, so that people find their way on."""
    return refusal_page(request, NotVisible())


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429."""
    text = _("Bạn vừa thử quá nhiều lần. Hãy đợi vài phút rồi thử lại.")
    return _error(request, 429, _("Quá nhiều lần thử"), text)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: says no more than that it was not the person's fault."""
    return _error(request, 500, _("Có lỗi ở máy chủ"), _("Không có gì bị mất. Hãy thử lại sau ít phút."))
