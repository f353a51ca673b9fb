"""Programmes for pages: the list, one programme, and its year at a glance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.base.kept import kept
from phoihop.people.models import Party
from phoihop.programme.models import (
    Activity,
    ActivityStatus,
    Clause,
    Memorandum,
    MemorandumStatus,
    Plan,
    Programme,
    ProgrammeParty,
    YearReport,
)

NEXT_ACTIVITIES = 5


@dataclass(frozen=True, slots=True)
class Glance:
    """Where a programme stands this year."""

    year: int
    memorandum: Memorandum | None
    plan: Plan | None
    total: int
    done: int
    late: int
    coming: list[Activity]
    report: YearReport | None


def visible_programme(*, actor: Actor, pk: UUID) -> Programme:
    """One programme with its lead.

    :raises NotVisible: no such programme for this person
    """
    found = Programme.objects.visible_to(actor).select_related("lead").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def visible_names(actor: Actor, asked: Iterable[UUID]) -> dict[UUID, str]:
    """The names of those of the programmes asked for that ``actor`` may see."""
    return dict(Programme.objects.visible_to(actor).filter(pk__in=list(asked)).values_list("pk", "name"))


def programmes(*, actor: Actor) -> QuerySet[Programme]:
    """The programmes that one's party leads or takes part in, with the number of parties now in them."""
    present = Q(participants__left_on__isnull=True) | Q(participants__left_on__gt=actor.today)
    found = Programme.objects.visible_to(actor).select_related("lead")
    return found.annotate(party_count=Count("participants", filter=present)).order_by("name")


def leading_parties(*, actor: Actor) -> QuerySet[Party]:
    """The regulators for which the person may begin a programme."""
    mine = actor.parties_with(Permission.PROGRAMME_WRITE)
    return Party.objects.visible_to(actor).filter(pk__in=mine, kind=PartyKind.REGULATOR.value)


def participants(*, actor: Actor, programme: Programme) -> list[ProgrammeParty]:
    """Everyone who takes part or took part: those present first, enterprises before guests."""
    rows = ProgrammeParty.objects.filter(programme__in=Programme.objects.visible_to(actor), programme_id=programme.pk)
    found = rows.select_related("party__logo").order_by("party__kind", "party__short_name")
    return sorted(found, key=lambda row: row.left_on is not None and row.left_on <= actor.today)


def addable_parties(*, actor: Actor, programme: Programme) -> QuerySet[Party]:
    """Enterprises and guests that exist today and are not in the programme."""
    present = ProgrammeParty.objects.filter(programme=programme).exclude(left_on__lte=actor.today).values("party_id")
    known = Party.objects.visible_to(actor).valid_on(actor.today).exclude(kind=PartyKind.REGULATOR.value)
    return known.exclude(pk__in=present).order_by("kind", "short_name")


def participant_party(*, actor: Actor, programme: Programme, pk: UUID) -> Party:
    """A party of the programme.

    :raises NotVisible: it never took part
    """
    rows = ProgrammeParty.objects.filter(programme__in=Programme.objects.visible_to(actor), programme_id=programme.pk)
    row = rows.filter(party_id=pk).select_related("party").first()
    if row is None:
        raise NotVisible
    return row.party


def current_clauses(*, actor: Actor, programme: Programme) -> list[Clause]:
    """The clauses of the memorandum in force, in its order; none where there is none."""
    in_force = Memorandum.objects.visible_to(actor).filter(programme=programme, status=MemorandumStatus.IN_FORCE)
    newest = in_force.order_by("-starts_on").values("pk")[:1]
    clauses = Clause.objects.filter(memorandum__in=newest).order_by("order")
    return kept(actor, f"clauses {programme.pk}", lambda: list(clauses))


def plan_years(*, actor: Actor, programme: Programme) -> list[int]:
    """The years that have a plan, newest first."""
    plans = Plan.objects.visible_to(actor).filter(programme=programme)
    years = plans.order_by("-year").values_list("year", flat=True).distinct()
    return kept(actor, f"years {programme.pk}", lambda: list(years))


def glance(*, actor: Actor, programme: Programme) -> Glance:
    """This year's state: memorandum, plan, activities, report; six queries."""
    year = actor.today.year
    plan = Plan.objects.visible_to(actor).filter(programme=programme, year=year).first()
    activities = Activity.objects.visible_to(actor).filter(programme=programme)
    unfinished = Q(status__in=[ActivityStatus.SCHEDULED, ActivityStatus.OPEN])
    counts = activities.filter(item__plan__year=year).aggregate(
        total=Count("pk"),
        done=Count("pk", filter=Q(status__in=[ActivityStatus.HELD, ActivityStatus.CLOSED])),
        late=Count("pk", filter=unfinished & Q(ends_at__lt=actor.at)),
    )
    coming = activities.filter(unfinished, ends_at__gte=actor.at).select_related("item__clause").order_by("starts_at")
    return Glance(
        year=year,
        memorandum=_memorandum_of(actor, programme, year),
        plan=plan,
        coming=list(coming[:NEXT_ACTIVITIES]),
        report=YearReport.objects.visible_to(actor)
        .filter(programme=programme)
        .defer("content")
        .order_by("-year")
        .first(),
        **counts,
    )


def _memorandum_of(actor: Actor, programme: Programme, year: int) -> Memorandum | None:
    """The one in force in the year; else the newest that is on its way."""
    found = list(
        Memorandum.objects.visible_to(actor)
        .filter(programme=programme, ends_on__gte=dt.date(year, 1, 1))
        .select_related("paper")
        .order_by("-starts_on")
    )
    in_force = [row for row in found if row.status == MemorandumStatus.IN_FORCE and row.starts_on.year <= year]
    return next(iter([*in_force, *found]), None)
