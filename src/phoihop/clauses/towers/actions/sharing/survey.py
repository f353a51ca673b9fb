"""Looking at the mast together: proposed by one side, confirmed by the other, its result for both."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.transitions import move
from phoihop.clauses.towers.models import RequestStatus, SharingRequest, SharingSurvey, SurveyStatus
from phoihop.clauses.towers.sharing.rows import advance, locked, require_side, require_state
from phoihop.people.models import Party

S = RequestStatus
SURVEY_TRANSITIONS = {
    SurveyStatus.PROPOSED: {SurveyStatus.CONFIRMED, SurveyStatus.CANCELLED},
    SurveyStatus.CONFIRMED: {SurveyStatus.DONE, SurveyStatus.CANCELLED},
}


def propose_survey(
    *, actor: Actor, request: SharingRequest, party: Party, starts_at: dt.datetime, ends_at: dt.datetime, place: str,
    people: str = "",
) -> SharingSurvey:  # fmt: skip
    """Propose when and where to meet; the place is for the two sides alone.

    :raises Refused: it is past or ends before it begins, or another is open
    """
    with transaction.atomic():
        row = locked(request)
        side = require_side(actor, row, party)
        require_state(row, S.ACKNOWLEDGED, S.SURVEY, S.OFFERED)
        if ends_at <= starts_at:
            raise Refused(_("Giờ kết thúc phải sau giờ bắt đầu."), field="ends_at")
        if starts_at < actor.at:
            raise Refused(_("Thời điểm khảo sát phải từ bây giờ trở đi."), field="starts_at")
        if row.surveys.filter(status__in=[SurveyStatus.PROPOSED, SurveyStatus.CONFIRMED]).exists():
            raise Refused(_("Đã có lịch khảo sát. Hãy xác nhận hoặc hủy lịch đó trước."))
        survey = SharingSurvey.objects.create(
            request=row, proposed_by_id=side, starts_at=starts_at, ends_at=ends_at, place=place.strip(),
            people=people.strip(), person_id=actor.user_id,
        )  # fmt: skip
        to = S.SURVEY if row.status == S.ACKNOWLEDGED else ""
        advance(actor, row, "survey_proposed", party=side, to=to, tell_to=[row.other_side(side)])
    return survey


def confirm_survey(*, actor: Actor, survey: SharingSurvey, party: Party) -> SharingSurvey:
    """The other side agrees to the time; the meeting enters both calendars."""
    with transaction.atomic():
        row, side = _opened(actor, survey, party)
        if side == survey.proposed_by_id:
            raise Refused(_("Lịch này do đơn vị đề xuất. Hãy chờ bên kia xác nhận."))
        _set(actor, survey, SurveyStatus.CONFIRMED)
        advance(actor, row, "survey_confirmed", party=side, tell_to=[row.other_side(side)])
    return survey


def record_survey(*, actor: Actor, survey: SharingSurvey, party: Party, result: str) -> SharingSurvey:
    """Write down what was found.

    :raises Refused: no result, or the meeting is still to come
    """
    with transaction.atomic():
        row, side = _opened(actor, survey, party)
        if not result.strip():
            raise Refused(_("Hãy ghi kết quả khảo sát."), field="result")
        if survey.starts_at > actor.at:
            raise Refused(_("Chưa đến giờ khảo sát. Hãy ghi kết quả sau khi khảo sát."))
        _set(actor, survey, SurveyStatus.DONE, result=result.strip())
        advance(actor, row, "survey_done", party=side, tell_to=[row.other_side(side)])
    return survey


def cancel_survey(*, actor: Actor, survey: SharingSurvey, party: Party) -> SharingSurvey:
    """Call the meeting off; without any survey the request is where it was before."""
    with transaction.atomic():
        row, side = _opened(actor, survey, party)
        _set(actor, survey, SurveyStatus.CANCELLED)
        back = row.status == S.SURVEY and not row.surveys.filter(status=SurveyStatus.DONE).exists()
        to = S.ACKNOWLEDGED if back else ""
        advance(actor, row, "survey_cancelled", party=side, to=to, tell_to=[row.other_side(side)])
    return survey


def _opened(actor: Actor, survey: SharingSurvey, party: Party) -> tuple[SharingRequest, UUID]:
    row = locked(survey.request)
    side = require_side(actor, row, party)
    if row.is_closed:
        raise NotVisible
    return row, side


def _set(actor: Actor, survey: SharingSurvey, status: SurveyStatus, **values: Any) -> None:
    move(survey, status, SURVEY_TRANSITIONS, changed_at=actor.at, sequence=F("sequence") + 1, **values)
    survey.refresh_from_db()
