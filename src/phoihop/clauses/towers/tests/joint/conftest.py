"""Rounds with needs of three operators, and masts around them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from phoihop.base import jobs
from phoihop.clauses.towers.actions.joint import answering, publishing
from phoihop.clauses.towers.actions.joint import needs as need_actions
from phoihop.clauses.towers.actions.joint import rounds as round_actions
from phoihop.clauses.towers.actions.joint import scenarios as scenario_actions
from phoihop.clauses.towers.joint import solving
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.rulebook import PriceList, Rulebook
from phoihop.clauses.towers.models import JointScenario
from phoihop.testing.cast import NOON
from phoihop.testing.factories import PlanFactory

CLOSES = NOON + dt.timedelta(days=20)
AFTER = CLOSES + dt.timedelta(hours=1)
ANSWER_BY = dt.date(2026, 7, 20)
MIDDLE = (20.9400, 106.3300)  # latitude, longitude: fields north of the river
DEGREE_M = 111_320.0


def place(north_m: float = 0.0, east_m: float = 0.0, **values) -> NeedFacts:
    """A need so many metres from the middle."""
    facts = {
        "latitude": MIDDLE[0] + north_m / DEGREE_M, "longitude": MIDDLE[1] + east_m / (DEGREE_M * 0.934),
        "radius_m": 300, "height_m": 27.0, "technology": "5G", "year": 2026, "label": "Trạm mới",
    }  # fmt: skip
    return NeedFacts(**(facts | values))


@pytest.fixture(autouse=True)
def unpriced(monkeypatch):
    """Each rule's price is a plan of its own: only where a test asks for them."""
    monkeypatch.setattr(solving, "PRICED_NEEDS", 0)


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
def run(round_, regulator, later, file):
    """Plan what was filed: ``run(max_operators=2)`` gives the scenario afterwards."""

    def ran(moment: dt.datetime = AFTER, **changes):
        actor = later(regulator, moment)
        scenario, job = scenario_actions.start_scenario(
            actor=actor, round_=round_, name="Phương án", rulebook=Rulebook().changed(**changes)
        )
        jobs._handlers[scenario_actions.JOB](actor, jobs.Progress(job), scenario=str(scenario.pk))
        return JointScenario.objects.get(pk=scenario.pk)

    return ran


@pytest.fixture
def publish(run, regulator, later):
    """Plan and publish: the proposals."""

    def published(moment: dt.datetime = AFTER, **changes):
        return publishing.publish_scenario(
            actor=later(regulator, moment), scenario=run(moment, **changes), answer_by=ANSWER_BY,
            starts_on=dt.date(2026, 9, 1), ends_on=dt.date(2026, 12, 15),
        )  # fmt: skip

    return published


@pytest.fixture
def accept(later):
    """A party agrees: ``accept(vnpt, proposal)``."""

    def accepted(member, proposal, moment: dt.datetime = AFTER):
        return answering.accept_proposal(
            actor=later(member, moment), proposal=proposal, party=member.party, terms=proposal.terms
        )

    return accepted


@pytest.fixture
def decline(later):
    """A party declines."""

    def declined(member, proposal, reason="cost", text="Quá ngân sách"):
        return answering.decline_proposal(
            actor=later(member), proposal=proposal, party=member.party, terms=proposal.terms, reason=reason, text=text
        )

    return declined


@pytest.fixture
def plan(programme, regulator):
    """The year's agreed plan."""
    return PlanFactory(programme=programme, frozen_at=regulator.at)


@pytest.fixture
def file(round_):
    """Files a need: ``file(vnpt, north_m=100)``."""

    def filed(member, **values):
        return need_actions.file_need(actor=member, round_=round_, party=member.party, facts=place(**values))[0]

    return filed
