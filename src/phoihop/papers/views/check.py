"""The technical check that anyone may ask for."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phoihop.base.access import PUBLIC, ActorRequest, open_to
from phoihop.base.ui import page
from phoihop.papers.forms import CheckForm
from phoihop.papers.queries import checks as queries

CHECKS_A_MINUTE = 10
MINUTE = 60  # seconds


def _too_many(request: ActorRequest) -> bool:
    """Whether this address has asked too often; the count is kept for a minute from its first check."""
    key = f"papers-check:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, MINUTE)
    try:
        return int(cache.incr(key)) > CHECKS_A_MINUTE
    except ValueError:  # the minute ended between the two calls
        return False


@open_to(PUBLIC)
def check(request: ActorRequest) -> HttpResponse:
    """Check the signatures of any PDF; nothing is kept."""
    form = CheckForm(request.POST or None, request.FILES or None)
    found = None
    if request.method == "POST" and form.is_valid():
        if _too_many(request):
            form.add_error(None, _("Quá nhiều lần kiểm tra trong một phút. Hãy chờ một phút rồi thử lại."))
        else:
            data = form.cleaned_data["file"].read()
            found = queries.technical_check(actor=request.actor, data=data, language=get_language() or "vi")
    return page(request, "papers/check.html", form=form, found=found)
