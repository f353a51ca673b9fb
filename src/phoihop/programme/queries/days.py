"""Named days, for the pages of days and of plans."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.utils.translation import get_language

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.people.models import Party
from phoihop.programme.drafting import DayFacts
from phoihop.programme.models import DayCategory, DayRule, NamedDay, Programme
from phoihop.programme.named_days import DayKept, days_in
from phoihop.programme.workdays import span


@dataclass(frozen=True, slots=True)
class YearDay:
    """A named day of one year, with the row it comes from."""

    facts: DayFacts
    row: NamedDay


@dataclass(frozen=True, slots=True)
class YearMonth:
    """The named days that begin in one month."""

    number: int
    days: tuple[YearDay, ...]


def name_of(row: NamedDay) -> str:
    """The day's name in the reader's language."""
    return row.name_en if row.name_en and (get_language() or "").startswith("en") else row.name_vi


def _kept(row: NamedDay) -> DayKept:
    return DayKept(
        code=row.code, name=name_of(row), rule=row.rule, month=row.month, day=row.day,  # type: ignore[arg-type]
        is_holiday=row.category == DayCategory.HOLIDAY, length_days=row.length_days,
        year=row.year if row.rule == DayRule.DATE else None, first_year=row.first_year,
        is_own=row.keeper_id is not None,
    )  # fmt: skip


def named_days(*, actor: Actor, lead_id: UUID | None, year: int) -> tuple[DayFacts, ...]:
    """The days of ``year`` as one regulator keeps them; one query."""
    return days_in([_kept(row) for row in NamedDay.objects.visible_to(actor).for_lead(lead_id)], year)


def holidays(*, actor: Actor, lead_id: UUID | None, first_year: int, last_year: int) -> frozenset[dt.date]:
    """Every day off of these years as one regulator keeps them; one query."""
    kept = [_kept(row) for row in NamedDay.objects.visible_to(actor).for_lead(lead_id)]
    found = [facts for year in range(first_year, last_year + 1) for facts in days_in(kept, year) if facts.is_holiday]
    return frozenset(day for facts in found for day in span(facts.starts_on, facts.ends_on))


def year_of_days(*, actor: Actor, lead_id: UUID | None, year: int) -> list[YearMonth]:
    """Twelve months of named days, each with its row; one query."""
    rows = list(NamedDay.objects.visible_to(actor).for_lead(lead_id).select_related("keeper"))
    by_code: dict[str, list[NamedDay]] = {}
    for row in rows:
        by_code.setdefault(row.code, []).append(row)
    days = [
        YearDay(facts, _row_behind(by_code[facts.code], year))
        for facts in days_in([_kept(row) for row in rows], year)
        if facts.starts_on.year == year
    ]
    months = {month: tuple(of) for month, of in groupby(days, key=lambda day: day.facts.starts_on.month)}
    return [YearMonth(month, months.get(month, ())) for month in range(1, 13)]


def _row_behind(rows: list[NamedDay], year: int) -> NamedDay:
    """Of the rows with one code, the one that gives the date of ``year``."""
    dated = [row for row in rows if _kept(row).dates(year)]
    return max(dated, key=lambda row: (row.keeper_id is not None, row.rule == DayRule.DATE))


def visible_day(*, actor: Actor, pk: UUID) -> NamedDay:
    """One named day.

    :raises NotVisible: there is none
    """
    row = NamedDay.objects.visible_to(actor).select_related("keeper").filter(pk=pk).first()
    if row is None:
        raise NotVisible
    return row


def editable_day(*, actor: Actor, pk: UUID) -> NamedDay:
    """One day that the person may change, or a national one, which the action explains.

    :raises NotVisible: another regulator keeps it
    """
    row = visible_day(actor=actor, pk=pk)
    if row.keeper_id is not None and not actor.may(Permission.DAYS_EDIT, row.keeper_id):
        raise NotVisible
    return row


def day_choices(*, actor: Actor, lead_id: UUID | None) -> list[tuple[str, str]]:
    """Codes and names for a select box: each code once, in the order of the year."""
    rows = NamedDay.objects.visible_to(actor).for_lead(lead_id).order_by("month", "day", "keeper")
    names = {row.code: name_of(row) for row in rows}
    return list(names.items())


def calendars(*, actor: Actor) -> list[Party]:
    """The regulators whose days concern the person: their own, and those that lead their programmes."""
    leads = Programme.objects.visible_to(actor).values("lead_id")
    mine = Party.objects.visible_to(actor)
    return list((mine.filter(pk__in=leads) | mine.filter(pk__in=actor.regulator_ids)).distinct())


def editable_calendars(*, actor: Actor) -> list[Party]:
    """The regulators whose days the person may change."""
    return list(Party.objects.visible_to(actor).filter(pk__in=actor.parties_with(Permission.DAYS_EDIT)))
