"""All components on one page, in debug mode alone."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import PUBLIC, ActorRequest, open_to
from phoihop.base.gallery import ICONS, OPTION, STATES, SampleForm
from phoihop.base.ui import page


@open_to(PUBLIC)
@require_GET
def gallery(request: ActorRequest) -> HttpResponse:
    """Every component, to look at and to try."""
    if not settings.DEBUG:
        raise Http404
    for level in (messages.success, messages.info, messages.warning, messages.error):
        level(request, _("Thông báo mẫu: đã làm gì, và nên làm gì tiếp."))
    actor = request.actor
    days = [actor.today + dt.timedelta(days=n) for n in (-2, 0, 3)]
    pages = Paginator(range(240), 25).get_page(request.GET.get("page"))
    return page(
        request, "base/gallery.html", sample=SampleForm(), broken=SampleForm({"when": "31/02/2026"}), states=STATES,
        icons=ICONS, option=OPTION, days=days, now=actor.at, pages=pages,
    )  # fmt: skip
