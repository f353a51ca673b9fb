"""A year with targets and figures of VNPT and Viettel, and its report at each step."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from phoihop.programme.actions import report as actions
from phoihop.programme.models import ActivityStatus, ReportPeriod
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import (
    ActivityFactory,
    ClauseFactory,
    MemorandumFactory,
    ParticipationFactory,
    PlanFactory,
    PlanItemFactory,
)

MASTS = ("Cột dùng chung", "cột")


@pytest.fixture
def memorandum(programme):
    return MemorandumFactory(programme=programme)


@pytest.fixture
def clause(memorandum):
    return ClauseFactory(memorandum=memorandum, heading="Dùng chung hạ tầng")


@pytest.fixture
def plan(programme, memorandum):
    return PlanFactory(programme=programme, memorandum=memorandum)


@pytest.fixture
def act(plan, programme, clause, vnpt, viettel, post):
    """Adds an activity with the figures of each party: ``act(status, on=…, vnpt=12)``."""

    def added(status=ActivityStatus.HELD, on: dt.date = DAY, target=None, **figures):
        item = PlanItemFactory(plan=plan, clause=clause, starts_on=on, ends_on=on)
        start = dt.datetime.combine(on, dt.time(8), tzinfo=NOON.tzinfo)
        reason = "Mưa bão" if status in (ActivityStatus.POSTPONED, ActivityStatus.CANCELLED) else ""
        activity = ActivityFactory(
            programme=programme, item=item, status=status, starts_at=start, ends_at=start + dt.timedelta(hours=2),
            reason=reason, closed_at=NOON if status == ActivityStatus.CLOSED else None,
        )  # fmt: skip
        members = {"vnpt": vnpt, "viettel": viettel, "post": post}
        for name, member in members.items():
            came = name in figures
            ParticipationFactory(
                activity=activity, party=member.party, attended=came, present=2 if came else 0,
                answer="accepted" if came else "needs-action",
            )  # fmt: skip
        for name, value in figures.items():
            party = members[name].party if name in members else None
            activity.outcomes.create(party=party, label=MASTS[0], unit=MASTS[1], value=Decimal(value))
            if target:
                item.targets.create(party=party, label=MASTS[0], unit=MASTS[1], value=Decimal(target))
        return activity

    return added


@pytest.fixture
def draft(regulator, plan, act):
    act(vnpt=12, viettel=7, together=19, target=10)
    return actions.gather_report(actor=regulator, plan=plan, period=ReportPeriod.YEAR)


@pytest.fixture
def circulated(regulator, draft):
    return actions.circulate_report(actor=regulator, report=draft, confirm_by=DAY)


@pytest.fixture
def answer(circulated):
    def answered(member, *, confirms: bool = True, objection: str = ""):
        return actions.answer_report(
            actor=member, report=circulated, party=member.party, confirms=confirms, objection=objection
        )

    return answered


@pytest.fixture
def frozen(director, circulated, answer, vnpt, viettel, post):
    for member in (vnpt, viettel, post):
        answer(member)
    return actions.freeze_report(actor=director, report=circulated)
