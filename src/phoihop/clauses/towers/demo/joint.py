"""Joint plans of the demo: last year's from needs to signed agreements, and one that takes needs now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import cos, pi, radians, sin

import numpy as np
from django.utils import timezone

from phoihop.base import jobs
from phoihop.base.models import Job, JobState
from phoihop.clauses.towers.actions.joint import agreement, answering, needs, publishing, rounds, scenarios
from phoihop.clauses.towers.actions.registry import masts
from phoihop.clauses.towers.demo.stage import Stage
from phoihop.clauses.towers.jobs import run_scenario
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.models import DeclineReason, JointProposal, JointRound, JointScenario, MastState
from phoihop.clauses.towers.queries.joint.opening import starting_prices, starting_rulebook
from phoihop.people.models import Party

FILING = 3  # operators that file needs
PLACES = 9  # where several want a station
DEGREE_M = 111_320.0
HEIGHTS = (24.0, 27.0, 30.0, 33.0)


def build_joint(stage: Stage) -> None:
    """A finished round and an open one."""
    today = timezone.localtime(stage.now, timezone.get_default_timezone()).date()
    _finished(stage, today.year - 1)
    _open_now(stage, today)


def _at(day: dt.date, hour: int = 9) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour)), timezone.get_default_timezone())


@dataclass(frozen=True, slots=True)
class _Wish:
    """Who wants what."""

    party: Party
    facts: NeedFacts


def _wishes(stage: Stage, year: int) -> Iterator[_Wish]:
    """Needs that crowd where people live, some of them near masts that stand there."""
    rng = np.random.default_rng(year)
    offered = [mast for mast in stage.masts if mast.offered_for_sharing and mast.state == MastState.IN_USE]
    for number in range(PLACES):
        mast = offered[int(rng.integers(len(offered)))]
        near = number % 3 == 0  # so near a mast that only renting on it is left
        away, turn = float(rng.uniform(60, 200) if near else rng.uniform(450, 1100)), float(rng.uniform(0, 2 * pi))
        filing = stage.operators[: FILING - number % 2]
        for party in [one for one in filing if one != mast.site.owner][:1] if near else filing:
            east, north = rng.uniform(-180, 180, 2) * (not near) + (away * sin(turn), away * cos(turn))
            facts = NeedFacts(
                latitude=round(mast.site.latitude + float(north) / DEGREE_M, 6),
                longitude=round(mast.site.longitude + float(east) / (DEGREE_M * cos(radians(mast.site.latitude))), 6),
                radius_m=int(rng.choice([250, 300, 400])), height_m=float(rng.choice(HEIGHTS)) - 12 * near,
                technology=str(rng.choice(["4G", "5G"])), year=year,
                label=f"{mast.site.unit or mast.site.name} {number + 1}",
            )  # fmt: skip
            yield _Wish(party, facts)


def _file(stage: Stage, round_: JointRound, at: dt.datetime) -> None:
    for wish in _wishes(stage, round_.year):
        needs.file_need(actor=stage.focal(wish.party, at), round_=round_, party=wish.party, facts=wish.facts)


def _opened(stage: Stage, year: int, on: dt.datetime, closes_at: dt.datetime) -> JointRound:
    officer = stage.officer(on)
    return rounds.open_round(
        actor=officer, programme=stage.programme, year=year, closes_at=closes_at,
        rulebook=starting_rulebook(actor=officer, regulator_id=stage.regulator.pk),
        prices=starting_prices(actor=officer, programme=stage.programme),
        note="Nộp nhu cầu vị trí trạm 4G, 5G của năm. Số liệu minh họa.",
    )  # fmt: skip


def _finished(stage: Stage, year: int) -> None:
    """All steps of a year, the last agreements signed."""
    round_ = _opened(stage, year, _at(dt.date(year, 2, 2)), _at(dt.date(year, 3, 2), 17))
    _file(stage, round_, _at(dt.date(year, 2, 20)))
    at = _at(dt.date(year, 3, 4))
    base = Rulebook.of(round_.rules)
    first = _planned(stage, round_, "Theo quy định hiện hành", base, at)
    _planned(stage, round_, "Tối đa hai doanh nghiệp một cột", replace(base, max_operators=2), at)
    round_.refresh_from_db()
    made = publishing.publish_scenario(
        actor=stage.officer(_at(dt.date(year, 3, 6))), scenario=first, answer_by=dt.date(year, 3, 27),
        starts_on=dt.date(year, 5, 4), ends_on=dt.date(year, 9, 30),
    )  # fmt: skip
    for number, proposal in enumerate(made):
        _answered(stage, proposal, decline=number == len(made) - 1 and number > 0, day=dt.date(year, 3, 16))
    for number, proposal in enumerate(JointProposal.objects.filter(round=round_, status="agreed").order_by("code")):
        if number < 3:
            _signed(stage, proposal, dt.date(year, 4, 1 + number))
    rounds.end_round(actor=stage.officer(_at(dt.date(year, 4, 20))), round_=round_)
    _built(stage, round_, dt.date(year, 9, 15))


def _planned(stage: Stage, round_: JointRound, name: str, book: Rulebook, at: dt.datetime) -> JointScenario:
    """A scenario, run at once and not by the worker."""
    officer = stage.officer(at)
    scenario, job = scenarios.start_scenario(actor=officer, round_=round_, name=name, rulebook=book)
    address = run_scenario(officer, jobs.Progress(job), scenario=str(scenario.pk))
    Job.objects.filter(pk=job.pk).update(state=JobState.DONE, started_at=at, finished_at=at, result_url=address)
    scenario.refresh_from_db()
    return scenario


def _answered(stage: Stage, proposal: JointProposal, *, decline: bool, day: dt.date) -> None:
    for hour, part in enumerate(proposal.parts.select_related("party").order_by("party__short_name"), start=9):
        actor = stage.focal(part.party, _at(day, hour))
        if decline and hour == 9:
            answering.decline_proposal(
                actor=actor, proposal=proposal, party=part.party, terms=proposal.terms,
                reason=DeclineReason.TIME.value, text="Đơn vị chưa bố trí vốn trong năm.",
            )  # fmt: skip
        else:
            answering.accept_proposal(actor=actor, proposal=proposal, party=part.party, terms=proposal.terms)


def _signed(stage: Stage, proposal: JointProposal, day: dt.date) -> None:
    round_ = agreement.draw_agreement(actor=stage.officer(_at(day)), proposal=proposal)
    if stage.sign is None:
        return
    for hour, slot in enumerate(round_.slots.select_related("party").order_by("order"), start=10):
        stage.sign(round_, slot.party, _at(day, hour))


def _built(stage: Stage, round_: JointRound, day: dt.date) -> None:
    """All but the last of the signed masts stand."""
    signed = JointProposal.objects.filter(round=round_, status="signed", kind="build").order_by("code")
    for proposal in list(signed.select_related("mast__site__owner"))[:-1]:
        if proposal.mast is not None and day <= stage.now.date():
            focal = stage.focal(proposal.mast.site.owner, _at(day))
            masts.put_into_use(actor=focal, mast=proposal.mast, in_use_since=day)


def _open_now(stage: Stage, today: dt.date) -> None:
    """Open since ten days; three operators have filed, one of them says that this is all."""
    year = today.year if today.month < 11 else today.year + 1
    begun = stage.now - dt.timedelta(days=10)
    closes_at = _at(today + dt.timedelta(days=12), 17)
    round_ = _opened(stage, year, begun, closes_at)
    _file(stage, round_, stage.now - dt.timedelta(days=3))
    first = stage.operators[0]
    needs.say_all_filed(actor=stage.focal(first, stage.now - dt.timedelta(days=2)), round_=round_, party=first)
