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
    return render(request, "ui/error.html", {"status": status, "title": title, "text": text}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _error(request, 400, _("Yêu cầu không hợp lệ"), _("Hãy quay lại trang trước và thử lại."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return _error(request, 403, _("Không có quyền"), _("Bạn không có quyền xem trang này."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return _error(request, 404, _("Không tìm thấy trang"), _("Có thể đường dẫn bị sai hoặc nội dung đã bị gỡ."))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: says no more than that it was not the person's fault."""
    return _error(request, 500, _("Có lỗi ở máy chủ"), _("Không có gì bị mất. Hãy thử lại sau ít phút."))
