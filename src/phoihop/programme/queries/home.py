"""What is due, and the year at a glance."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Q, QuerySet, When
from django.db.models.functions import ExtractMonth
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.kept import kept
from phoihop.notices import sources
from phoihop.notices.sources import Due
from phoihop.people.models import Party
from phoihop.programme.models import Activity, ActivityStatus, Clause, Memorandum, MemorandumStatus, Programme

SHOWN = 12  # due things on a first page


@dataclass(frozen=True, slots=True)
class DueLine:
    """One due thing with the names of who owes it and to whom."""

    due: Due
    party: Party | None
    owed_to: Party | None
    overdue: bool
    mine: bool  # for this person in particular, not only for their party


@dataclass(frozen=True, slots=True)
class Desk:
    """A person's first page."""

    ours: list[DueLine]  # what our party owes
    theirs: list[DueLine]  # what others owe us
    programmes: list[Programme]

    @property
    def overdue(self) -> int:
        """How many of ours are late."""
        return sum(line.overdue for line in self.ours)

    @property
    def ours_first(self) -> list[DueLine]:
        """As many of ours as a first page shows; the rest stands on the page of everything due."""
        return self.ours[:SHOWN]

    @property
    def theirs_first(self) -> list[DueLine]:
        """As many of what others owe us as a first page shows."""
        return self.theirs[:SHOWN]

    @property
    def has_more(self) -> bool:
        """Whether the first page leaves something out."""
        return len(self.ours) > SHOWN or len(self.theirs) > SHOWN


def desk(*, actor: Actor, programmes: list[Programme] | None = None) -> Desk:
    """Everything due that concerns ``actor``'s parties, soonest first."""
    found = kept(actor, "dues", lambda: sources.dues(actor=actor))
    ids = {due.party_id for due in found} | {due.owed_to_id for due in found}
    parties = Party.objects.visible_to(actor).in_bulk(list(ids))
    lines = [
        DueLine(
            due,
            parties.get(due.party_id),
            parties.get(due.owed_to_id),
            due.overdue(actor.today),
            due.user_id == actor.user_id,
        )
        for due in found
    ]
    ours = [line for line in lines if line.due.party_id in actor.party_ids]
    theirs = [
        line for line in lines if line.due.party_id not in actor.party_ids and line.due.owed_to_id in actor.party_ids
    ]
    if programmes is None:
        seen = Programme.objects.visible_to(actor).select_related("lead")
        programmes = kept(actor, "programmes", lambda: list(seen))
    return Desk(ours, theirs, programmes)


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """How far one clause of the year is."""

    heading: str
    icon: str
    total: int
    done: int
    late: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The director's page."""

    year: int
    counts: dict[str, int]
    late: list[Activity]
    coming: list[Activity]
    clauses: list[ClauseLine]
    chart: dict[str, Any]
    months: list[tuple[int, int, int]]  # month, planned, done

    @property
    def total(self) -> int:
        """All activities of the year."""
        return sum(self.counts.values())

    @property
    def late_total(self) -> int:
        """How many are late, also those that the list leaves out."""
        return sum(line.late for line in self.clauses)

    @property
    def done(self) -> int:
        """Held or closed."""
        return self.counts.get("held", 0) + self.counts.get("closed", 0)


DONE = [ActivityStatus.HELD, ActivityStatus.CLOSED]


def overview(*, actor: Actor, programme: Programme, year: int) -> Overview:
    """One programme's year: overdue first, then what comes, how far each clause is, the months."""
    return kept(actor, f"overview {programme.pk} {year}", lambda: _overview(actor, programme, year))


def _overview(actor: Actor, programme: Programme, year: int) -> Overview:
    seen = Programme.objects.visible_to(actor).filter(pk=programme.pk)
    found = Activity.objects.filter(item__plan__programme__in=seen, item__plan__year=year)
    late_rule = Q(status__in=[ActivityStatus.SCHEDULED, ActivityStatus.OPEN], ends_at__lt=actor.at)
    listed = found.select_related("item__clause").order_by("starts_at")
    cells = _cells(found, late_rule)
    planned, done = Counter[int](), Counter[int]()
    statuses = Counter[str]()
    for cell in cells:
        statuses[cell.status] += cell.n
        planned[cell.month] += cell.n
        done[cell.month] += cell.n if cell.status in DONE else 0
    table = [(month, planned[month], done[month]) for month in range(1, 13)]
    return Overview(
        year=year,
        counts=dict(statuses),
        late=list(listed.filter(late_rule)[:20]),
        coming=list(listed.filter(starts_at__gte=actor.at, starts_at__lt=actor.at + dt.timedelta(days=60))[:10]),
        clauses=_clause_lines(cells),
        chart=_chart(table),
        months=table,
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    """How many activities of one clause stand in one month in one state, and how many of them are late."""

    heading: str
    icon: str
    status: str
    month: int
    n: int
    late: int


def _cells(found: QuerySet[Activity], late_rule: Q) -> list[_Cell]:
    """The year in one question, clause by clause."""
    columns = ("item__clause__heading", "item__clause__icon", "status", "month", "n", "late")
    grouped = found.order_by().annotate(month=ExtractMonth("starts_at")).values(*columns[:4], "item__clause__order")
    counted = grouped.annotate(n=Count("pk"), late=Count("pk", filter=late_rule)).order_by("item__clause__order")
    return [_Cell(*row) for row in counted.values_list(*columns)]


def _clause_lines(cells: list[_Cell]) -> list[ClauseLine]:
    lines = dict.fromkeys((cell.heading, cell.icon) for cell in cells)
    return [
        ClauseLine(
            heading or "–",
            icon or "calendar-event",
            sum(cell.n for cell in own),
            sum(cell.n for cell in own if cell.status in DONE),
            sum(cell.late for cell in own),
        )
        for heading, icon in lines
        if (own := [cell for cell in cells if (cell.heading, cell.icon) == (heading, icon)])
    ]


def _chart(table: list[tuple[int, int, int]]) -> dict[str, Any]:
    return {
        "xAxis": {"type": "category", "data": [str(month) for month, _planned, _done in table]},
        "yAxis": {"type": "value", "minInterval": 1},
        "legend": {"bottom": 0},
        "series": [
            {"type": "bar", "name": _("Kế hoạch"), "data": [planned for _m, planned, _d in table]},
            {"type": "bar", "name": _("Đã làm"), "data": [done for _m, _p, done in table]},
        ],
    }


def memoranda_in_force(*, actor: Actor, programme: UUID) -> QuerySet[Memorandum]:
    """The programme's memoranda that are in force: first the newest whose term has begun, last those to come."""
    found = Memorandum.objects.visible_to(actor).filter(programme_id=programme, status=MemorandumStatus.IN_FORCE)
    return found.order_by(Case(When(starts_on__lte=actor.today, then=0), default=1), "-starts_on")


def memorandum_in_force(*, actor: Actor, programme: UUID) -> Memorandum | None:
    """The first of them."""
    found = memoranda_in_force(actor=actor, programme=programme)
    return kept(actor, f"memorandum {programme}", found.first)


def agreed_now(*, actor: Actor, programme: UUID) -> tuple[UUID | None, list[Clause]]:
    """The memorandum in force and its clauses, for the navigation of every page."""
    return kept(actor, f"agreed {programme}", lambda: _agreed_now(actor, programme))


def _agreed_now(actor: Actor, programme: UUID) -> tuple[UUID | None, list[Clause]]:
    current = memoranda_in_force(actor=actor, programme=programme).values("pk")[:1]
    clauses = list(Clause.objects.filter(memorandum__in=current).order_by("order"))
    if clauses:
        return clauses[0].memorandum_id, clauses
    return current.values_list("pk", flat=True).first(), []
