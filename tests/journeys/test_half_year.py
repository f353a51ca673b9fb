"""A whole half-year with four enterprises in a real browser: from the request for reports to an obstacle solved."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from tests.journeys import briefing, reporting
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_half_year(stage: Stage, clock: time_machine.Traveller) -> None:
    meeting = reporting.set_out(stage)
    reporting.report(stage, reporting.ask(stage))
    reporting.pool(stage)
    obstacle = briefing.raise_obstacles(stage)
    briefing.prepare(stage, meeting)
    clock.move_to(dt.datetime(2026, 6, 26, 8, 5, tzinfo=dt.timezone(dt.timedelta(hours=7))))
    briefing.come_back(stage)
    briefing.meet(stage, meeting)
    briefing.minute(stage, meeting)
    briefing.solve(stage, obstacle)

    assert stage.complaints() == []
