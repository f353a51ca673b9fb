"""A round that takes needs and one that is planned: VNPT shares with Post, and Viettel learns nothing of either."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from phoihop.clauses.towers.actions.joint import answering, needs, publishing, rounds, scenarios
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.results import METHODS, Results, SiteFacts
from phoihop.clauses.towers.joint.rulebook import PriceList, Rulebook
from phoihop.clauses.towers.joint.solving import Solved
from phoihop.clauses.towers.models import JointNeed, JointRound, JointScenario
from phoihop.testing.cast import NOON
from tests.access.markers import FIGURE, secret

if TYPE_CHECKING:
    from phoihop.testing.cast import CastMember
    from tests.access.world import World

YEAR = dt.timedelta(days=365)


def joint(world: World) -> None:
    """Needs under seal; a scenario with two proposals, one of them agreed."""
    vnpt = world.people["vnpt"]
    sealed = _round(world, 2027, NOON)
    need = _file(vnpt, sealed)
    planned = _round(world, 2025, NOON - YEAR)
    pairs = [(_file(vnpt, planned), _file(world.people["post"], planned)) for _number in range(2)]
    scenario = _scenario(world, planned, pairs)
    asked, agreed = publishing.publish_scenario(
        actor=world.people["regulator"], scenario=scenario, answer_by=NOON.date() + dt.timedelta(days=10),
        starts_on=dt.date(2025, 9, 1), ends_on=dt.date(2025, 12, 1),
    )  # fmt: skip
    for name in ("vnpt", "post"):
        one = world.people[name]
        answering.accept_proposal(actor=one, proposal=agreed, party=one.party, terms=1)
    answering.counter_proposal(
        actor=vnpt, proposal=asked, party=vnpt.party, terms=1, text=secret("dieu-chinh"),
        wishes={"split_method": "equal"},
    )  # fmt: skip
    part = asked.parts.get(party=vnpt.party)
    rows = {
        "joint_sealed": sealed, "joint_need": need, "joint_receipt": need.receipts.get(), "joint_planned": planned,
        "joint_opened_need": pairs[0][0], "scenario": scenario, "proposal": asked, "proposal_agreed": agreed,
    }  # fmt: skip
    world.args |= {name: (row.pk,) for name, row in rows.items()}
    world.args |= {"joint_counter": (asked.pk, part.pk)}


def _round(world: World, year: int, at: dt.datetime) -> JointRound:
    return rounds.open_round(
        actor=replace(world.people["regulator"], at=at), programme=world.programme, year=year,
        closes_at=at + dt.timedelta(days=20), rulebook=Rulebook(), prices=PriceList(),
    )  # fmt: skip


def _file(who: CastMember, round_: JointRound) -> JointNeed:
    mine = who.party.code == "VNPT"
    facts = NeedFacts(
        latitude=20.94, longitude=106.33, radius_m=300, height_m=30.0, technology="5G", year=round_.year,
        label=secret("ten-vi-tri") if mine else "Trạm mới", note=secret("ghi-chu") if mine else "",
    )  # fmt: skip
    at = round_.closes_at - dt.timedelta(days=5)
    return needs.file_need(actor=replace(who, at=at), round_=round_, party=who.party, facts=facts)[0]


def _scenario(world: World, round_: JointRound, pairs: list[tuple[JointNeed, JointNeed]]) -> JointScenario:
    """A plan written by hand: the core has tests of its own."""
    officer = world.people["regulator"]
    scenario, _job = scenarios.start_scenario(actor=officer, round_=round_, name="Phương án", rulebook=Rulebook())
    sites = tuple(_site([str(need.pk) for need in pair]) for pair in pairs)
    parties = {str(world.people[name].party.pk): _sums() for name in ("vnpt", "post")}
    summary = {
        "needs": 4, "operators": 2, "rent": 0, "join": 4, "alone": 0, "none": 0, "new_masts": 2, "joint_masts": 2,
        "cost_vnd": 2 * int(FIGURE), "bound_vnd": 2 * int(FIGURE), "gap": 0.0, "alone_vnd": 3 * int(FIGURE),
        "saves_vnd": int(FIGURE), "components": 2, "largest": 2, "unstable": 0, "greedy_vnd": 3 * int(FIGURE),
        "greedy_none": 0, "seconds": 0.1, "prices": [], "parties": parties,
    }  # fmt: skip
    return scenarios.keep_solution(actor=officer, scenario=scenario, solved=Solved((), Results(sites, {}), summary))


def _site(needs_: list[str]) -> SiteFacts:
    shares = {needs_[0]: int(FIGURE), needs_[1]: 1_000}
    return SiteFacts(
        "build", 106.331, 20.941, 36.0, "A2b", int(FIGURE) + 1_000, tuple(needs_), dict.fromkeys(METHODS, shares),
        {needs_[0]: int(FIGURE) + 5, needs_[1]: 2_000},
    )  # fmt: skip


def _sums() -> dict[str, Any]:
    return {"needs": 2, "served": 2, "shared": 2, "pays_vnd": int(FIGURE), "alone_vnd": int(FIGURE) + 5, "saves_vnd": 5}
