"""The items of a plan as every view of it shows them: table, calendar and Gantt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.people.models import Party
from phoihop.programme.clashing import Clash, ItemFacts, clashes
from phoihop.programme.drafting import DayFacts
from phoihop.programme.kinds import Kind, kind_of
from phoihop.programme.models import Activity, Plan, PlanItem, PlanTarget
from phoihop.programme.queries.days import named_days
from phoihop.programme.queries.plan.words import clash_words


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item with what one needs to know beside it."""

    item: PlanItem
    kind: Kind
    parties: tuple[Party, ...]
    targets: tuple[PlanTarget, ...]
    activity: Activity | None
    warnings: tuple[str, ...]

    @property
    def status(self) -> str:
        """The state of its activity; a plan that is not frozen has none."""
        return self.activity.status if self.activity else ""


@dataclass(frozen=True, slots=True)
class PlanPicture:
    """A plan with everything drawn on its pages."""

    plan: Plan
    rows: tuple[ItemRow, ...]
    days: tuple[DayFacts, ...]

    @property
    def clash_count(self) -> int:
        """How many items run into something."""
        return sum(bool(row.warnings) for row in self.rows)


def plan_picture(*, actor: Actor, plan: Plan) -> PlanPicture:
    """Every item of a plan, soonest first, with clashes in words; the number of queries does not grow with items."""
    items = list(_items(actor).filter(plan=plan))
    days = named_days(actor=actor, lead_id=plan.programme.lead_id, year=plan.year)
    found = clashes([_facts(item) for item in items], days, beside=_beside(actor, plan))
    names = {party.pk: party.short_name for item in items for party in (item.owner, *item.participants.all())}
    rows = tuple(_row(item, found.get(item.pk, ()), names) for item in items)
    return PlanPicture(plan, rows, days)


def _items(actor: Actor) -> QuerySet[PlanItem]:
    return (
        PlanItem.objects.visible_to(actor)
        .current()
        .select_related("clause", "owner", "activity", "carried_from__plan", "plan__programme__lead")
        .prefetch_related(
            "participants",
            Prefetch("targets", PlanTarget.objects.visible_to(actor).select_related("party")),
        )
    )


def _row(item: PlanItem, found: Sequence[Clash], names: dict[UUID, str]) -> ItemRow:
    return ItemRow(
        item=item, kind=kind_of(item.kind), parties=tuple(item.participants.all()), targets=tuple(item.targets.all()),
        activity=getattr(item, "activity", None),
        warnings=tuple(clash_words(clash, names, everyone=_busy(item)) for clash in found),
    )  # fmt: skip


def _facts(item: PlanItem) -> ItemFacts:
    return ItemFacts(item.pk, item.title, item.starts_on, item.ends_on, _busy(item), item.day_code)


def _busy(item: PlanItem) -> frozenset[UUID]:
    """Who leads it and who takes part."""
    return frozenset(party.pk for party in item.participants.all()) | {item.owner_id}


def _beside(actor: Actor, plan: Plan) -> list[ItemFacts]:
    """Items of the year in other plans that the reader may see."""
    first, last = dt.date(plan.year, 1, 1), dt.date(plan.year, 12, 31)
    others = PlanItem.objects.visible_to(actor).current().exclude(plan=plan)
    near = others.filter(starts_on__lte=last, ends_on__gte=first, plan__year=plan.year).prefetch_related("participants")
    return [_facts(item) for item in near]


def visible_item(*, actor: Actor, pk: UUID) -> PlanItem:
    """One item that is still in its plan.

    :raises NotVisible: there is none for this person
    """
    found = _items(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def visible_target(*, actor: Actor, pk: UUID) -> PlanTarget:
    """One target: of all together, of one's own party, or of a plan one leads.

    :raises NotVisible: a rival's
    """
    found = PlanTarget.objects.visible_to(actor).select_related("item__plan__programme", "party").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found
