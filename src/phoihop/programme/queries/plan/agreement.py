"""Who must agree to a plan, and who has."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.people.models import Party
from phoihop.programme.models import Plan, PlanAgreement


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A party that must agree, and its answer where it gave one."""

    party: Party
    answer: PlanAgreement | None


def parties_to_agree(*, actor: Actor, plan: Plan) -> list[Party]:
    """The enterprises that take part in the programme today; guests join in, but do not agree."""
    joined = plan.programme.participants.filter(Q(left_on__isnull=True) | Q(left_on__gt=actor.today))
    found = Party.objects.filter(pk__in=joined.values("party_id"), kind=PartyKind.ENTERPRISE.value)
    return list(found.order_by("short_name"))


def awaited_parties(*, actor: Actor, plan: Plan) -> list[Party]:
    """Those that have not agreed: silent, or asking for a change."""
    agreed = set(plan.agreements.filter(agrees=True).values_list("party_id", flat=True))
    return [party for party in parties_to_agree(actor=actor, plan=plan) if party.pk not in agreed]


def agreement_rows(*, actor: Actor, plan: Plan) -> list[AgreementRow]:
    """The lead sees every party's answer, a party its own alone: not even how many others are awaited."""
    answers = {row.party_id: row for row in plan.agreements.visible_to(actor).select_related("party", "author")}
    parties = parties_to_agree(actor=actor, plan=plan)
    if plan.programme.lead_id not in actor.party_ids:
        parties = [party for party in parties if party.pk in actor.party_ids]
    return [AgreementRow(party, answers.get(party.pk)) for party in parties]


def answering_parties(*, actor: Actor, plan: Plan) -> list[Party]:
    """The parties for which the person may answer."""
    mine = actor.parties_with(Permission.PLAN_AGREE)
    return [party for party in parties_to_agree(actor=actor, plan=plan) if party.pk in mine]
