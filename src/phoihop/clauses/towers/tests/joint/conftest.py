"""Rounds with needs of three operators, and masts around them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from phoihop.clauses.towers.actions.joint import needs as need_actions
from phoihop.clauses.towers.actions.joint import rounds as round_actions
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.rulebook import PriceList, Rulebook
from phoihop.testing.cast import NOON

CLOSES = NOON + dt.timedelta(days=20)
AFTER = CLOSES + dt.timedelta(hours=1)
MIDDLE = (20.9400, 106.3300)  # latitude, longitude: fields north of the river
DEGREE_M = 111_320.0


def place(north_m: float = 0.0, east_m: float = 0.0, **values) -> NeedFacts:
    """A need so many metres from the middle."""
    facts = {
        "latitude": MIDDLE[0] + north_m / DEGREE_M, "longitude": MIDDLE[1] + east_m / (DEGREE_M * 0.934),
        "radius_m": 300, "height_m": 27.0, "technology": "5G", "year": 2026, "label": "Trạm mới",
    }  # fmt: skip
    return NeedFacts(**(facts | values))


@pytest.fixture
def later():
    """The same person after the closing date."""

    def at(member, moment: dt.datetime = AFTER):
        return replace(member, at=moment)

    return at


@pytest.fixture
def round_(regulator, programme):
    """Takes needs until 5/7/2026."""
    return round_actions.open_round(
        actor=regulator, programme=programme, year=2026, closes_at=CLOSES, rulebook=Rulebook(), prices=PriceList()
    )


@pytest.fixture
def file(round_):
    """Files a need: ``file(vnpt, north_m=100)``."""

    def filed(member, **values):
        return need_actions.file_need(actor=member, round_=round_, party=member.party, facts=place(**values))[0]

    return filed
