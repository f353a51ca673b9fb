"""Reading the facts that a report is gathered from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from phoihop.base.access import Actor, PartyKind
from phoihop.programme.gathering import ActivityFact, Facts, FigureFact, PresenceFact
from phoihop.programme.kinds import kind_of
from phoihop.programme.models import (
    Activity,
    Answer,
    Outcome,
    Participation,
    Plan,
    PlanTarget,
    ProgrammeParty,
    ReportPeriod,
)


def _activities(plan: Plan, period: str) -> QuerySet[Activity]:
    found = Activity.objects.filter(item__plan=plan, item__dropped=False).select_related("item__clause", "programme")
    if period == ReportPeriod.HALF_YEAR:
        found = found.filter(item__starts_on__lt=dt.date(plan.year, 7, 1))
    return found.order_by("starts_at")


def _day(moment: dt.datetime) -> str:
    """The day at the installation's own time zone, whoever gathers."""
    return timezone.localtime(moment, timezone.get_default_timezone()).date().isoformat()


def _clause(activity: Activity) -> str:
    return activity.item.clause.heading if activity.item.clause else ""


def _own_figures(actor: Actor, activities: Iterable[Activity]) -> Iterable[FigureFact]:
    """What the kinds count from their own rows."""
    for activity in activities:
        for figure in kind_of(activity.kind).outcomes(actor, activity):
            party = str(figure.party_id or "")
            if activity.restricted and not party:
                continue
            yield FigureFact(_clause(activity), figure.label, figure.unit, figure.value, party)


def _outcomes(activities: QuerySet[Activity]) -> list[FigureFact]:
    """Recorded figures; of a restricted activity those of one party alone, since the common part is read by all."""
    rows = Outcome.objects.filter(activity__in=activities.values("pk")).select_related("activity__item__clause")
    rows = rows.exclude(activity__restricted=True, party__isnull=True)
    return [
        FigureFact(_clause(row.activity), row.label, row.unit, row.value, str(row.party_id or ""))
        for row in rows.order_by("label", "pk")
    ]


def _targets(activities: QuerySet[Activity]) -> list[FigureFact]:
    rows = PlanTarget.objects.filter(item__in=activities.values("item_id")).select_related("item__clause")
    rows = rows.exclude(item__restricted=True, party__isnull=True)
    return [
        FigureFact(
            row.item.clause.heading if row.item.clause else "", row.label, row.unit, row.value, str(row.party_id or "")
        )
        for row in rows.order_by("label", "pk")
    ]


def _presences(activities: QuerySet[Activity]) -> list[PresenceFact]:
    rows = Participation.objects.filter(activity__in=activities.values("pk"))
    return [
        PresenceFact(
            str(row.party_id), row.invited_at is not None, row.answer != Answer.NONE, bool(row.attended), row.present
        )
        for row in rows.order_by("pk")
    ]


def _parties(plan: Plan) -> dict[str, str]:
    """The enterprises of the year, which alone confirm it, with their names as they are now; the report keeps them."""
    first, last = dt.date(plan.year, 1, 1), dt.date(plan.year, 12, 31)
    rows = ProgrammeParty.objects.filter(
        programme_id=plan.programme_id, joined_on__lte=last, party__kind=PartyKind.ENTERPRISE
    ).filter(Q(left_on__isnull=True) | Q(left_on__gte=first))
    return {str(row.party_id): row.party.name for row in rows.select_related("party").order_by("party__short_name")}


def facts_of(actor: Actor, plan: Plan, period: str) -> Facts:
    """Everything recorded for a plan's year, or its first half."""
    activities = _activities(plan, period)
    before = Plan.objects.filter(programme_id=plan.programme_id, year=plan.year - 1).first()
    listed = list(activities)
    return Facts(
        activities=[
            ActivityFact(str(a.pk), a.title, _clause(a), _day(a.starts_at), a.status, a.reason)
            for a in listed
            if not a.restricted
        ],
        targets=_targets(activities),
        outcomes=[*_outcomes(activities), *_own_figures(actor, listed)],
        before=_outcomes(_activities(before, period)) if before else [],
        presences=_presences(activities),
        clauses=list(plan.memorandum.clauses.order_by("order").values_list("heading", flat=True)),
        parties=_parties(plan),
    )
