"""Lists of activities."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, ActorRequest, open_to
from phoihop.base.ui import page, rows
from phoihop.programme.queries import activity as queries
from phoihop.programme.queries import programmes

STATES = [
    ("", _("Mọi trạng thái")),
    ("late", _("Quá ngày, chưa xong")),
    ("scheduled", _("Đã lên lịch")),
    ("open", _("Đang chuẩn bị")),
    ("held", _("Đã diễn ra")),
    ("closed", _("Đã kết thúc")),
    ("postponed", _("Hoãn")),
    ("cancelled", _("Hủy")),
]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@open_to(SEATED)
@require_GET
def activity_list(request: ActorRequest, programme_pk: UUID) -> HttpResponse:
    """Activities of a programme, filtered by year, clause, state and words."""
    programme = programmes.visible_programme(actor=request.actor, pk=programme_pk)
    asked = request.GET
    year = int(asked["year"]) if asked.get("year", "").isdecimal() and len(asked["year"]) == 4 else None
    state = asked.get("status", "")
    found = queries.activities(
        actor=request.actor, programme=programme.pk, year=year, clause=_uuid(asked.get("clause", "")),
        status=state if state in dict(STATES) else "", text=asked.get("q", "").strip(),
    )  # fmt: skip
    return page(
        request, "programme/activity/list.html", part="rows", programme=programme, activities=rows(request, found),
        states=STATES, state=state, year=year, q=asked.get("q", ""), clause=_uuid(asked.get("clause", "")),
        clauses=programmes.current_clauses(actor=request.actor, programme=programme),
        years=programmes.plan_years(actor=request.actor, programme=programme),
    )  # fmt: skip
