"""What the calendar, the bars and the months at a glance are drawn from."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.programme.drafting import DayFacts
from phoihop.programme.queries.plan import ItemRow, PlanPicture
from phoihop.programme.workdays import is_weekend, span

STATE_CLASSES = {"closed": "is-done", "held": "is-done", "cancelled": "is-off", "postponed": "is-off"}
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One day of a month at a glance."""

    on: dt.date
    items: tuple[ItemRow, ...]
    named: tuple[DayFacts, ...]
    is_today: bool

    @property
    def is_off(self) -> bool:
        """Weekend or holiday."""
        return is_weekend(self.on) or any(day.is_holiday for day in self.named)


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its weeks from Monday on, empty days for those of other months, and what begins in it."""

    number: int
    weeks: tuple[tuple[MonthDay | None, ...], ...]
    items: tuple[ItemRow, ...]
    named: tuple[DayFacts, ...]


def weekday_names() -> list[str]:
    """Monday to Sunday, as short as they can be."""
    return [_("T2"), _("T3"), _("T4"), _("T5"), _("T6"), _("T7"), _("CN")]


def months_of(picture: PlanPicture, today: dt.date) -> list[Month]:
    """The twelve months of the plan's year; long items are shown where they begin."""
    return [_month(picture, number, today) for number in range(1, 13)]


def _month(picture: PlanPicture, number: int, today: dt.date) -> Month:
    year = picture.plan.year
    first = dt.date(year, number, 1)
    last = dt.date(year, number, calendar.monthrange(year, number)[1])
    named = [day for day in picture.days if day.starts_on <= last and day.ends_on >= first]
    held: dict[dt.date, list[ItemRow]] = {}
    for row in picture.rows:
        for on in span(max(row.item.starts_on, first), min(row.item.ends_on, last)):
            held.setdefault(on, []).append(row)

    def day(on: dt.date) -> MonthDay | None:
        if on.month != number:
            return None
        here = tuple(one for one in named if one.starts_on <= on <= one.ends_on)
        return MonthDay(on, tuple(held.get(on, ())), here, on == today)

    weeks = calendar.Calendar(firstweekday=0).monthdatescalendar(year, number)
    begins = tuple(row for row in picture.rows if first <= row.item.starts_on <= last)
    return Month(number, tuple(tuple(day(on) for on in week) for week in weeks), begins, tuple(named))


def _class_of(row: ItemRow, today: dt.date) -> str:
    if row.activity is None:
        return "is-draft"
    if row.status in STATE_CLASSES:
        return STATE_CLASSES[row.status]
    return "is-late" if row.item.ends_on < today else ""


def _address(row: ItemRow, may_edit: bool) -> str:
    if row.activity is not None:
        return reverse("programme:activity_detail", args=[row.activity.pk])
    return reverse("programme:plan_item_edit", args=[row.item.pk]) if may_edit else ""


def calendar_events(picture: PlanPicture, *, today: dt.date, may_edit: bool) -> list[dict[str, Any]]:
    """Items and named days for the calendar; its ends are exclusive."""
    events: list[dict[str, Any]] = [
        {
            "id": str(row.item.pk), "title": row.item.title, "start": row.item.starts_on.isoformat(),
            "end": (row.item.ends_on + DAY).isoformat(), "allDay": True, "url": _address(row, may_edit),
            "classNames": [_class_of(row, today)], "moveUrl": reverse("programme:plan_item_move", args=[row.item.pk]),
        }
        for row in picture.rows
    ]  # fmt: skip
    for day in picture.days:
        events.append(
            {
                "title": day.name, "start": day.starts_on.isoformat(), "end": (day.ends_on + DAY).isoformat(),
                "allDay": True, "classNames": ["is-day"], "editable": False,
            }
        )  # fmt: skip
    return events


def gantt_tasks(picture: PlanPicture, *, today: dt.date, may_edit: bool) -> list[dict[str, Any]]:
    """Items for the bars; both days are included."""
    return [
        {
            "id": str(row.item.pk), "name": row.item.title, "start": row.item.starts_on.isoformat(),
            "end": row.item.ends_on.isoformat(), "custom_class": _class_of(row, today) or "is-coming",
            "url": _address(row, may_edit), "move_url": reverse("programme:plan_item_move", args=[row.item.pk]),
        }
        for row in picture.rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """An item in the table of months: in which of the twelve it is held."""

    row: ItemRow
    months: tuple[bool, ...]


def bars_of(picture: PlanPicture) -> list[Bar]:
    """The bars as a table, for those without scripts and for print."""
    return [
        Bar(row, tuple(row.item.starts_on.month <= month <= row.item.ends_on.month for month in range(1, 13)))
        for row in picture.rows
    ]
