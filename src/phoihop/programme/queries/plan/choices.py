"""What the forms of plans offer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor
from phoihop.people.models import Party
from phoihop.programme.kinds import choices
from phoihop.programme.models import Clause, Plan
from phoihop.programme.queries.days import day_choices


@dataclass(frozen=True, slots=True)
class ItemChoices:
    """What an item may be made of."""

    parties: QuerySet[Party]
    owners: QuerySet[Party]
    clauses: QuerySet[Clause]
    kinds: list[tuple[str, Any]]
    days: list[tuple[str, str]]


def target_parties(*, actor: Actor, plan: Plan) -> QuerySet[Party]:
    """The parties that may have a target of their own."""
    joined = plan.programme.participants.values("party_id")
    return Party.objects.visible_to(actor).filter(pk__in=joined)


def item_choices(*, actor: Actor, plan: Plan) -> ItemChoices:
    """The parties around the programme, the memorandum's clauses, kinds and named days."""
    parties = target_parties(actor=actor, plan=plan)
    return ItemChoices(
        parties=parties,
        owners=Party.objects.visible_to(actor).filter(Q(pk__in=parties.values("pk")) | Q(pk=plan.programme.lead_id)),
        clauses=Clause.objects.filter(memorandum=plan.memorandum_id),
        kinds=choices(),
        days=day_choices(actor=actor, lead_id=plan.programme.lead_id),
    )
