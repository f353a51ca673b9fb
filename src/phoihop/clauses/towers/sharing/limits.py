"""Which limits of a request run now, who owes what by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from phoihop.clauses.towers.models import RequestStatus, SharingRequest
from phoihop.clauses.towers.sharing.clock import Reading, Stop, end_in_months, end_in_working_days, read

S = RequestStatus
OWED: dict[str, Any] = {
    "route": _("Chuyển yêu cầu đến chủ cột"),
    "acknowledge": _("Tiếp nhận yêu cầu"),
    "decide": _("Chào điều kiện, hoặc từ chối có lý do"),
    "reply": _("Trả lời bản chào"),
    "offer_again": _("Chào lại, hoặc từ chối có lý do"),
    "sign": _("Lập và ký thỏa thuận"),
    "use": _("Lắp đặt, đưa vào sử dụng"),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One limit that runs: what is owed, by whom, and what the clock shows."""

    code: str
    party_id: UUID
    reading: Reading

    @property
    def label(self) -> str:
        """What is owed."""
        return str(OWED[self.code])


def clocks(request: SharingRequest, *, holidays: Collection[dt.date], today: dt.date) -> list[Clock]:
    """The limits that run for a request whose pauses are fetched, the nearest first."""
    stops = [Stop(row.starts_on, row.ends_on) for row in request.pauses.all()]
    found = []
    for code, party, start, days, months in _running(request):
        if party is None:
            continue
        if days:
            due = end_in_working_days(start, days, holidays=holidays, stops=stops, today=today)
        else:
            due = end_in_months(start, months, holidays=holidays, stops=stops, today=today)
        found.append(Clock(code, party, read(start, due, holidays=holidays, stops=stops, today=today)))
    return sorted(found, key=lambda clock: clock.reading.due_on)


def _running(request: SharingRequest) -> list[tuple[str, UUID | None, dt.date, int, int]]:
    """Code, who owes it, since when, working days, months."""
    limits, status = request.limits, request.status
    decide = ("decide", request.owner_id, request.clock_on, 0, limits.decide_months)
    if status == S.ROUTING:
        return [("route", request.lead_id, request.clock_on, limits.answer_days, 0)]
    if status == S.ASKED:
        return [("acknowledge", request.owner_id, request.clock_on, limits.answer_days, 0), decide]
    if status in (S.ACKNOWLEDGED, S.SURVEY):
        return [decide]
    if status == S.OFFERED:
        code = "reply" if request.offer_stands else "offer_again"
        return [(code, request.awaited_id, request.moved_on, limits.reply_days, 0)]
    if status == S.AGREED and request.signed_on is None:
        return [("sign", request.owner_id, request.moved_on, limits.sign_days, 0)]
    if status == S.AGREED and request.signed_on is not None:
        return [("use", request.asker_id, request.signed_on, 0, limits.unused_months)]
    return []
