"""One request for its page: the mast as the reader may know it, stages, timeline, offers, talks, mediation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.disclosure.disclosing import height_band
from phoihop.clauses.towers.models import (
    AskedBy,
    Mediation,
    MediationNote,
    OfferStatus,
    RequestStatus,
    SharingAttachment,
    SharingMessage,
    SharingOffer,
    SharingRequest,
    SharingStep,
    SharingSurvey,
    SurveyStatus,
)
from phoihop.clauses.towers.queries.sharing.requests import days_off
from phoihop.clauses.towers.sharing.limits import Clock, clocks
from phoihop.clauses.towers.sharing.words import STEP_ICONS, STEPS
from phoihop.cores.viet import format_number

S = RequestStatus
STAGES = (S.ROUTING, S.ASKED, S.ACKNOWLEDGED, S.SURVEY, S.OFFERED, S.AGREED, S.IN_USE, S.ENDED)
WAYS_OUT = (S.REFUSED, S.WITHDRAWN, S.EXPIRED)


@dataclass(frozen=True, slots=True)
class MastShown:
    """A mast as far as the reader may know it: the asker learns the exact place once both have signed."""

    mast_class: str
    height: str
    unit: str
    name: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    pk: UUID | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the way: done, where the request is now, or still to come."""

    label: str
    state: str
    on: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One thing that happened."""

    row: SharingStep
    label: str
    icon: str
    party: str


def mast_shown(*, actor: Actor, request: SharingRequest) -> MastShown | None:
    """The mast of a request; for the asker only class, height and district before both have signed."""
    mast = request.mast
    if mast is None:
        return None
    site = mast.site
    unit = site.unit.name if site.unit else ""
    knows = {request.owner_id, request.lead_id} & actor.party_ids or request.signed_on is not None
    if not knows:
        low, high = height_band(float(mast.height_m))
        return MastShown(str(mast.mast_class), f"{low}–{high}", unit)
    return MastShown(
        str(mast.mast_class), format_number(mast.height_m), unit, str(mast), site.address or site.name, site.latitude,
        site.longitude, mast.pk,
    )  # fmt: skip


def shows_place(*, actor: Actor, request: SharingRequest) -> bool:
    """Whether the reader may know where the asker looked for a mast: the owner may not."""
    return request.radius_m is not None and bool({request.asker_id, request.lead_id} & actor.party_ids)


def running_clocks(*, actor: Actor, request: SharingRequest) -> list[Clock]:
    """The limits that run now."""
    off = days_off(actor=actor, leads=[request.lead_id])
    return clocks(request, holidays=off[request.lead_id], today=actor.today)


def timeline(*, actor: Actor, request: SharingRequest) -> list[TimelineStep]:
    """What happened, oldest first."""
    visible = SharingRequest.objects.visible_to(actor).filter(pk=request.pk)
    rows = SharingStep.objects.filter(request__in=visible).select_related("party")
    return [
        TimelineStep(
            row, str(STEPS.get(row.code, row.code)), STEP_ICONS.get(row.code, "circle-dot"),
            row.party.short_name if row.party else "",
        )
        for row in rows
    ]  # fmt: skip


def stages(*, actor: Actor, request: SharingRequest, steps: list[TimelineStep]) -> list[Stage]:
    """The way of a request as a picture; where it left the way, the last stage says how."""
    if not {*request.sides, request.lead_id} & actor.party_ids:
        raise NotVisible
    began: dict[str, dt.datetime] = {}
    for step in steps:
        began.setdefault(step.row.status, step.row.at)
    way: list[RequestStatus] = [one for one in STAGES if one != S.ROUTING or request.asked_by == AskedBy.PLACE]
    present = RequestStatus(request.status)
    if present in WAYS_OUT:
        way = [one for one in way if one in began]
        return [
            *(Stage(str(one.label), "done", began.get(one)) for one in way),
            Stage(str(present.label), "out", began.get(present)),
        ]
    here = way.index(present)
    return [
        Stage(
            str(one.label), "now" if at == here else "done" if at < here and one in began else
            "skipped" if at < here else "todo", began.get(one) if at <= here else None,
        )
        for at, one in enumerate(way)
    ]  # fmt: skip


def offers(*, actor: Actor, request: SharingRequest) -> list[SharingOffer]:
    """The versions of the terms, newest first; none for the department unless it mediates or both sides agree."""
    found = SharingOffer.objects.visible_to(actor).filter(request=request)
    return list(found.select_related("by", "person").prefetch_related("attachments__file"))


def open_offer(*, actor: Actor, request: SharingRequest) -> SharingOffer:
    """The offer that waits for an answer.

    :raises NotVisible: there is none that the reader may see
    """
    found = SharingOffer.objects.visible_to(actor).filter(request=request, status=OfferStatus.OPEN)
    offer = found.select_related("request", "by").first()
    if offer is None:
        raise NotVisible
    return offer


def messages(*, actor: Actor, request: SharingRequest) -> QuerySet[SharingMessage]:
    """What the two sides wrote; nothing for the department."""
    found = SharingMessage.objects.visible_to(actor).filter(request=request)
    return found.select_related("by", "person").prefetch_related("attachments__file")


def surveys(*, actor: Actor, request: SharingRequest) -> list[SharingSurvey]:
    """The meetings at the mast, newest first."""
    return list(SharingSurvey.objects.visible_to(actor).filter(request=request).select_related("proposed_by"))


def visible_survey(*, actor: Actor, pk: UUID) -> SharingSurvey:
    """One meeting.

    :raises NotVisible: it is none of the reader's
    """
    found = SharingSurvey.objects.visible_to(actor).filter(pk=pk).select_related("request__asker", "request__owner")
    survey = found.first()
    if survey is None:
        raise NotVisible
    return survey


def open_survey(*, actor: Actor, request: SharingRequest) -> SharingSurvey | None:
    """The meeting that is proposed or agreed."""
    found = [one for one in surveys(actor=actor, request=request)
             if one.status in (SurveyStatus.PROPOSED, SurveyStatus.CONFIRMED)]  # fmt: skip
    return found[0] if found else None


def mediation(*, actor: Actor, request: SharingRequest) -> Mediation | None:
    """The latest mediation, with what is asked of it blanked for the side that did not write it."""
    rows = list(request.mediations.all())
    if not rows or not {*request.sides, request.lead_id} & actor.party_ids:
        return None
    latest = rows[0]
    if not {latest.asked_by_id, request.lead_id} & actor.party_ids:
        latest.ask_text = ""
    return latest


def running_mediation(*, actor: Actor, request: SharingRequest) -> Mediation:
    """The mediation that is open now.

    :raises NotVisible: there is none
    """
    latest = mediation(actor=actor, request=request)
    if latest is None or not latest.is_open:
        raise NotVisible
    return latest


def mediation_notes(*, actor: Actor, request: SharingRequest) -> QuerySet[MediationNote]:
    """The notes that the reader may see."""
    found = MediationNote.objects.visible_to(actor).filter(mediation__request=request)
    return found.select_related("by", "side").order_by("at")


def attachment_is_visible(actor: Actor, pk: UUID) -> bool:
    """Whether the reader may open the file of an attachment; the guard of ``base.files``."""
    return SharingAttachment.objects.visible_to(actor).filter(pk=pk).exists()
