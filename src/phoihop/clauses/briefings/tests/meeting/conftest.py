"""A briefing in June with three enterprises, obstacles open and confidential, and the one before it."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.clauses.briefings.actions.meeting.opening import open_briefing
from phoihop.clauses.briefings.models import (
    Briefing,
    Decision,
    FormVersion,
    Obstacle,
    ObstacleTopic,
    ReportForm,
    ReportRound,
)
from phoihop.programme.models import Participation
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import ActivityFactory


def new_briefing(officer, programme, days: int = 0, **values) -> Briefing:
    """A briefing so many days from the day of the tests, with its activity."""
    start = NOON + dt.timedelta(days=days, hours=2)
    values = {"starts_at": start, "ends_at": start + dt.timedelta(hours=3), "kind": "briefings"} | values
    activity = ActivityFactory(programme=programme, **values)
    return open_briefing(actor=officer, activity=activity)


def invite(briefing: Briefing, *members) -> None:
    """Make the members' parties take part."""
    for member in members:
        Participation.objects.create(activity=briefing.activity, party=member.party, invited_at=NOON)


@pytest.fixture
def before(regulator, programme):
    """The briefing half a year ago."""
    return new_briefing(regulator, programme, days=-180)


@pytest.fixture
def briefing(before, regulator, programme, vnpt, viettel, post):
    found = new_briefing(regulator, programme)
    invite(found, regulator, vnpt, viettel, post)
    return found


@pytest.fixture
def topic(regulator):
    return ObstacleTopic.objects.create(regulator=regulator.party, name="Thuê cột điện, cống bể")


@pytest.fixture
def obstacle(programme):
    def make(member, title="Giá thuê cột", audience="all", **values) -> Obstacle:
        values = {"text": "Mô tả"} | values
        return Obstacle.objects.create(
            programme=programme, party=member.party, title=title, audience=audience, **values
        )

    return make


@pytest.fixture
def decision(programme):
    def make(member, text="Rà soát cột", due_on=DAY - dt.timedelta(days=9), **values) -> Decision:
        return Decision.objects.create(programme=programme, owner=member.party, text=text, due_on=due_on, **values)

    return make


@pytest.fixture
def rounds_of_two_periods(regulator, programme, vnpt, viettel, briefing):
    """VNPT gave 100 and then 110; Viettel 200, and nothing yet."""
    form = ReportForm.objects.create(regulator=regulator.party, code="GB", title="Biểu")
    version = FormVersion.objects.create(form=form, number=1, period_type="half", effective_from=dt.date(2025, 1, 1))
    section = version.sections.create(title="Chung")
    revenue = section.indicators.create(code="doanh_thu", name="Doanh thu", unit="triệu đồng")
    for year, given in ((2025, {vnpt: 100, viettel: 200}), (2026, {vnpt: 110})):
        first, last = dt.date(year, 1, 1), dt.date(year, 6, 30)
        round_ = ReportRound.objects.create(
            programme=programme, version=version, title=f"Nửa đầu {year}", period=f"{year}H1", starts_on=first,
            ends_on=last, opens_on=first, due_on=last, lock_on=last, status="open",
        )  # fmt: skip
        for member, value in given.items():
            report = round_.reports.create(party=member.party, status="submitted")
            report.values.create(indicator=revenue, value=value, changed_at=NOON)
    briefing.rounds.add(round_)
