"""The director's page."""

import datetime as dt

import pytest

from phoihop.programme.models import ActivityStatus
from phoihop.programme.queries.home import overview
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import (
    ActivityFactory,
    ClauseFactory,
    MemorandumFactory,
    PlanFactory,
    PlanItemFactory,
    ProgrammeFactory,
)


@pytest.fixture
def add(programme):
    memorandum = MemorandumFactory(programme=programme)
    clauses = {name: ClauseFactory(memorandum=memorandum, heading=name) for name in ("Giao ban", "Thể thao")}
    plans = {year: PlanFactory(programme=programme, memorandum=memorandum, year=year) for year in (2025, 2026)}

    def added(status="scheduled", on: dt.date = DAY, clause="Giao ban", year=2026):
        item = PlanItemFactory(plan=plans[year], clause=clauses.get(clause), starts_on=on, ends_on=on)
        start = dt.datetime.combine(on, dt.time(8), tzinfo=NOON.tzinfo)
        return ActivityFactory(
            programme=programme, item=item, status=status, starts_at=start, ends_at=start + dt.timedelta(hours=2),
            closed_at=NOON if status == "closed" else None, reason="Mưa" if status == "postponed" else "",
        )  # fmt: skip

    return added


def _see(actor, programme, year=2026):
    return overview(actor=actor, programme=programme, year=year)


def test_numbers_of_the_year(director, programme, add):
    for status in ("scheduled", "held", "closed", "closed", "postponed"):
        add(status, DAY + dt.timedelta(days=3))
    add("held", year=2025)

    seen = _see(director, programme)

    assert (seen.total, seen.done) == (5, 3)
    assert seen.counts == {"scheduled": 1, "held": 1, "closed": 2, "postponed": 1}


def test_late_ones_stand_first_and_coming_ones_follow(director, programme, add):
    late = add(ActivityStatus.OPEN, DAY - dt.timedelta(days=9))
    soon = add(ActivityStatus.SCHEDULED, DAY + dt.timedelta(days=9))
    add(ActivityStatus.SCHEDULED, DAY + dt.timedelta(days=99))
    add(ActivityStatus.CLOSED, DAY - dt.timedelta(days=9))

    seen = _see(director, programme)

    assert (seen.late, seen.coming) == ([late], [soon])


def test_each_clause(director, programme, add):
    add("held")
    add("open", DAY - dt.timedelta(days=1))
    add("scheduled", DAY + dt.timedelta(days=1), clause="Thể thao")
    add("scheduled", DAY + dt.timedelta(days=1), clause="none")

    lines = {line.heading: (line.total, line.done, line.late) for line in _see(director, programme).clauses}

    assert lines == {"Giao ban": (2, 1, 1), "Thể thao": (1, 0, 0), "–": (1, 0, 0)}


def test_months_are_those_of_the_installations_zone(director, programme, add):
    activity = add("held", dt.date(2026, 7, 1))
    activity.starts_at = dt.datetime(2026, 6, 30, 17, 30, tzinfo=dt.UTC)
    activity.save()

    seen = _see(director, programme)

    assert seen.months[6] == (7, 1, 1)
    assert sum(planned for _month, planned, _done in seen.months) == 1


def test_the_page_asks_for_a_year(client_of, director, programme, add):
    add(year=2025)

    client = client_of(director)

    assert client.get(f"/programmes/{programme.pk}/overview/?year=2025").context["overview"].total == 1
    assert client.get(f"/programmes/{programme.pk}/overview/?year=²²²²").status_code == 200


def test_another_programme_does_not_exist(client_of, director):
    assert client_of(director).get(f"/programmes/{ProgrammeFactory().pk}/overview/").status_code == 404
