"""What the forms of requests offer: reasons, masts to route to, one's own masts, rules, codes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils import translation

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.models import (
    DisclosedMast,
    Mast,
    MastState,
    ReasonUse,
    ShareCode,
    SharingReason,
    SharingRequest,
    SharingRule,
)
from phoihop.clauses.towers.sharing.clock import Limits
from phoihop.clauses.towers.sharing.reasons import USUAL, reason_choices
from phoihop.people.models import Party
from phoihop.people.places import distance_m

DEGREE_M = 111_000  # of latitude, near enough to look around
MOST_CANDIDATES = 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mast that the department may route a need to."""

    mast: Mast
    distance_m: int
    inside: bool  # the circle in which the asker looks
    tall: bool  # as high as the antenna shall stand


def reasons(*, actor: Actor, lead_id: UUID, use: str) -> list[tuple[str, str]]:
    """The reasons to choose from."""
    return reason_choices(SharingReason.objects.visible_to(actor).filter(regulator_id=lead_id), use)


def reason_uses(*, actor: Actor) -> list[tuple[str, str]]:
    """What reasons are given for, for whoever has a part in it."""
    return [(value, str(label)) for value, label in ReasonUse.choices] if actor.seats else []


def own_reasons(*, actor: Actor, regulator: Party) -> QuerySet[SharingReason]:
    """The reasons that a department added or changed."""
    return SharingReason.objects.visible_to(actor).filter(regulator=regulator)


def candidates(*, actor: Actor, request: SharingRequest) -> list[Candidate]:
    """Masts of others around the place of a need, nearest first; those in the circle before those just outside."""
    if request.lead_id not in actor.regulator_ids or request.latitude is None or request.longitude is None:
        return []
    reach = (request.radius_m or 0) * 2 + 1000
    span = reach / DEGREE_M
    found = Mast.objects.kept_by(actor).filter(
        site__regulator_id=request.lead_id, site__latitude__range=(request.latitude - span, request.latitude + span),
        site__longitude__range=(request.longitude - span * 1.3, request.longitude + span * 1.3),
    )  # fmt: skip
    others = found.exclude(site__owner_id=request.asker_id).exclude(state=MastState.REMOVED)
    near = [_candidate(request, mast) for mast in others.select_related("site__owner", "mast_class")]
    near = [one for one in near if one.distance_m <= reach]
    return sorted(near, key=lambda one: (one.distance_m, str(one.mast)))[:MOST_CANDIDATES]


def _candidate(request: SharingRequest, mast: Mast) -> Candidate:
    far = distance_m(request.latitude or 0, request.longitude or 0, mast.site.latitude, mast.site.longitude)
    return Candidate(mast, round(far), far <= (request.radius_m or 0), mast.height_m >= request.antenna_height_m)


def candidate(*, actor: Actor, request: SharingRequest, pk: UUID) -> Mast:
    """One of the candidates.

    :raises NotVisible: it is none of them
    """
    found = [one.mast for one in candidates(actor=actor, request=request) if one.mast.pk == pk]
    if not found:
        raise NotVisible
    return found[0]


def disclosed_mast(*, actor: Actor, pk: UUID) -> DisclosedMast:
    """A mast as it was disclosed to one's party, still within its period.

    :raises NotVisible: it was not disclosed to this party, whether or not the mast exists
    """
    found = DisclosedMast.objects.shown_to(actor).filter(pk=pk, mast__isnull=False)
    row = found.select_related("mast__site", "cell__period__asker").first()
    if row is None:
        raise NotVisible
    return row


def own_offered_masts(*, actor: Actor) -> QuerySet[Mast]:
    """One's own masts that are on offer."""
    mine = actor.parties_with(Permission.SHARING_ANSWER)
    found = Mast.objects.visible_to(actor).filter(site__owner_id__in=mine, offered_for_sharing=True)
    return found.exclude(state=MastState.REMOVED).select_related("site", "mast_class")


def codes(*, actor: Actor) -> QuerySet[ShareCode]:
    """The codes of one's own masts, newest first."""
    return ShareCode.objects.visible_to(actor).select_related("mast__site", "made_by")


def visible_code(*, actor: Actor, pk: UUID) -> ShareCode:
    """One code of one's own.

    :raises NotVisible: it is somebody else's
    """
    found = codes(actor=actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def rules(*, actor: Actor, regulator: Party) -> QuerySet[SharingRule]:
    """The limits of a department, the newest first."""
    return SharingRule.objects.visible_to(actor).filter(regulator=regulator)


def visible_rule(*, actor: Actor, pk: UUID) -> SharingRule:
    """One set of limits, for the department that set it.

    :raises NotVisible: another set it
    """
    found = SharingRule.objects.visible_to(actor).filter(pk=pk).select_related("regulator").first()
    if found is None or not actor.may(Permission.SHARING_MEDIATE, found.regulator_id):
        raise NotVisible
    return found


def mediator(*, actor: Actor) -> Party:
    """The department for which the reader follows requests.

    :raises NotVisible: none
    """
    mine = actor.parties_with(Permission.SHARING_MEDIATE)
    found = Party.objects.visible_to(actor).filter(pk__in=mine).first()
    if found is None:
        raise NotVisible
    return found


def limits_now(*, actor: Actor, regulator: Party) -> Limits:
    """The limits of requests sent today."""
    rule = SharingRule.objects.visible_to(actor).in_force(regulator.pk, actor.today)
    if rule is None:
        return Limits()
    return Limits(**{name: getattr(rule, name) for name in Limits.__dataclass_fields__})


def reason_to_edit(*, actor: Actor, regulator: Party, use: str, code: str) -> dict[str, object]:
    """What the form of a reason begins with.

    :raises NotVisible: the list has no such reason
    """
    row = SharingReason.objects.visible_to(actor).filter(regulator=regulator, use=use, code=code).first()
    if row is not None:
        return {"use": use, "name_vi": row.name_vi, "name_en": row.name_en, "hidden": row.hidden}
    if code not in USUAL.get(use, {}):
        raise NotVisible
    with translation.override("vi"):
        words = str(USUAL[use][code])
    with translation.override("en"):
        return {"use": use, "name_vi": words, "name_en": str(USUAL[use][code]), "hidden": False}
