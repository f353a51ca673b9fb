"""What is due about sharing requests: answers, offers, signatures, use, and what the department has to route."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import Mediation, RequestStatus, SharingRequest, SharingSurvey, SurveyStatus
from phoihop.clauses.towers.queries.sharing.requests import days_off
from phoihop.clauses.towers.sharing.limits import Clock, clocks
from phoihop.clauses.towers.sharing.rows import address
from phoihop.notices.sources import Due

ICONS = {
    "route": "route", "acknowledge": "check", "decide": "file-invoice", "reply": "message-dots",
    "offer_again": "file-invoice", "sign": "writing-sign", "use": "broadcast",
}  # fmt: skip


def sharing_dues(actor: Actor) -> Iterable[Due]:
    """What one's parties owe in requests, and what is owed to them; a request that rests owes nothing. Five queries."""
    yield from _limits(actor)
    yield from _surveys(actor)
    yield from _mediations(actor)


def _limits(actor: Actor) -> Iterator[Due]:
    if not actor.seats:
        return
    going = SharingRequest.objects.visible_to(actor).unfinished().exclude(status=RequestStatus.IN_USE)
    rows = list(going.prefetch_related("pauses"))
    off = days_off(actor=actor, leads={row.lead_id for row in rows})
    for row in rows:
        for clock in clocks(row, holidays=off[row.lead_id], today=actor.today):
            to = row.asker_id if clock.party_id != row.asker_id else (row.owner_id or row.lead_id)
            if not clock.reading.paused and {clock.party_id, to} & actor.party_ids:
                yield _due(row, clock, to)


def _due(row: SharingRequest, clock: Clock, to: UUID) -> Due:
    return Due(
        key=f"towers.sharing.{clock.code}:{row.pk}", title=f"{clock.label}: {row.reference}", url=address(row),
        party_id=clock.party_id, owed_to_id=to, due_on=clock.reading.due_on, source=_("Yêu cầu dùng chung cột"),
        icon=ICONS[clock.code],
    )  # fmt: skip


def _surveys(actor: Actor) -> Iterator[Due]:
    """A proposed meeting waits for the other side."""
    found = SharingSurvey.objects.visible_to(actor).filter(status=SurveyStatus.PROPOSED).select_related("request")
    for survey in found:
        owes = survey.request.other_side(survey.proposed_by_id)
        if owes is not None and {owes, survey.proposed_by_id} & actor.party_ids:
            yield Due(
                key=f"towers.sharing.survey:{survey.pk}", url=address(survey.request), party_id=owes,
                title=_("Xác nhận lịch khảo sát: %(reference)s") % {"reference": survey.request.reference},
                owed_to_id=survey.proposed_by_id, due_on=survey.starts_at.date(), icon="calendar-event",
                source=_("Yêu cầu dùng chung cột"),
            )  # fmt: skip


def _mediations(actor: Actor) -> Iterator[Due]:
    """The department owes an answer to whoever asked it to mediate."""
    visible = SharingRequest.objects.visible_to(actor).unfinished()
    asked = Mediation.objects.filter(request__in=visible, opened_at__isnull=True, closed_at__isnull=True)
    for mediation in asked.exclude(asked_by=None).select_related("request"):
        lead, by = mediation.request.lead_id, mediation.asked_by_id
        if by is not None and {lead, by} & actor.party_ids:
            yield Due(
                key=f"towers.sharing.mediate:{mediation.pk}", url=address(mediation.request), party_id=lead,
                title=_("Mở hòa giải: %(reference)s") % {"reference": mediation.request.reference}, owed_to_id=by,
                icon="scale", source=_("Yêu cầu dùng chung cột"),
            )  # fmt: skip
