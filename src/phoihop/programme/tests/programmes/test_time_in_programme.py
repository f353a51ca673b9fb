"""A party sees its own time in a programme: nothing after it left, nothing of the years before it came."""

import datetime as dt

import pytest

from phoihop.notices import sources
from phoihop.programme.models import Activity, Plan, ProgrammeParty, YearReport
from phoihop.testing.factories import NOON, ActivityFactory, MemorandumFactory, PlanFactory


@pytest.fixture
def years(programme):
    rows = {}
    for year in (2025, 2026):
        memorandum = MemorandumFactory(
            programme=programme, starts_on=dt.date(year, 1, 1), ends_on=dt.date(year, 12, 31)
        )
        plan = PlanFactory(programme=programme, memorandum=memorandum, year=year)
        start = NOON.replace(year=year)
        activity = ActivityFactory(
            programme=programme, item__plan=plan, starts_at=start, ends_at=start + dt.timedelta(hours=1)
        )
        report = YearReport.objects.create(programme=programme, plan=plan, year=year, status="circulated")
        rows[year] = (plan, activity, report)
    return rows


def _seen(actor):
    return (
        set(Plan.objects.visible_to(actor).values_list("year", flat=True)),
        {a.starts_at.year for a in Activity.objects.visible_to(actor)},
        set(YearReport.objects.visible_to(actor).values_list("year", flat=True)),
    )


def test_a_party_that_left_reads_on_its_own_time_alone(vnpt, programme, years):
    ProgrammeParty.objects.filter(party=vnpt.party).update(left_on=dt.date(2025, 12, 31))

    assert _seen(vnpt) == ({2025}, {2025}, {2025})
    assert [h.starts_at.year for h in sources.happenings(actor=vnpt, programme_id=programme.pk)] == [2025]


def test_a_newcomer_reads_nothing_of_the_years_before(viettel, years):
    ProgrammeParty.objects.filter(party=viettel.party).update(joined_on=dt.date(2026, 2, 1))

    assert _seen(viettel) == ({2026}, {2026}, {2026})


def test_an_activity_of_the_year_after_the_day_of_leaving_is_not_shown(post, years):
    ProgrammeParty.objects.filter(party=post.party).update(left_on=dt.date(2026, 3, 1))

    assert _seen(post) == ({2025, 2026}, {2025}, {2025, 2026})


def test_the_lead_sees_everything(regulator, years):
    assert _seen(regulator) == ({2025, 2026},) * 3
