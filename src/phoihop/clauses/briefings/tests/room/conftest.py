"""A briefing that is going on, with three enterprises and the department."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from phoihop.clauses.briefings.actions.meeting.agenda import add_item
from phoihop.clauses.briefings.actions.room.running import start_room
from phoihop.clauses.briefings.tests.meeting.conftest import before, briefing, decision, obstacle, topic

__all__ = ["before", "briefing", "decision", "obstacle", "topic"]


def later(member, **delta):
    """The same person some time later."""
    return dataclasses.replace(member, at=member.at + dt.timedelta(**delta))


@pytest.fixture
def topics(regulator, briefing):
    return [add_item(actor=regulator, briefing=briefing, title=title, minutes=10) for title in ("Một", "Hai", "Ba")]


@pytest.fixture
def live(regulator, briefing, topics):
    return start_room(actor=regulator, briefing=briefing)
