"""A scenario from sealed needs to a checked plan."""

from __future__ import annotations

import dataclasses

import pytest

from phoihop.base import jobs
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.models import Job
from phoihop.clauses.towers.actions.joint import scenarios as actions
from phoihop.clauses.towers.joint import solving
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.models import JointScenario
from phoihop.clauses.towers.queries.joint import scenarios as queries
from phoihop.clauses.towers.tests.joint.masts import put_mast


def test_two_overlapping_rings_share_a_mast(run, file, regulator, later, vnpt, viettel):
    file(vnpt)
    file(viettel, north_m=200)

    scenario = run()

    assert (scenario.status, scenario.summary["join"], scenario.summary["joint_masts"]) == ("done", 2, 1)
    (site,) = queries.results(actor=later(regulator), scenario=scenario).sites
    assert sum(site.shares("shapley").values()) == site.cost_vnd == scenario.summary["cost_vnd"]
    assert scenario.summary["saves_vnd"] > 0
    assert scenario.summary["gap"] == 0


def test_a_mast_that_is_offered_is_rented(run, file, regulator, vnpt, viettel):
    put_mast(viettel.party, regulator.party, rent_vnd=1_000_000)
    file(vnpt, north_m=100)

    assert run().summary["rent"] == 1


def test_without_vetoes_a_mast_that_is_not_offered_is_rented_too(run, file, regulator, vnpt, viettel):
    put_mast(viettel.party, regulator.party, rent_vnd=1_000_000, offered=False)
    file(vnpt, north_m=100)

    first, second = run(), run(honour_offers=False)

    assert (first.summary["rent"], first.summary["none"]) == (0, 1)
    assert second.summary["rent"] == 1


def test_the_plan_stands_beside_building_alone_by_hand_and_without_each_rule(run, file, vnpt, viettel, monkeypatch):
    monkeypatch.setattr(solving, "PRICED_NEEDS", 10)
    file(vnpt)
    file(viettel, north_m=200)

    summary = run().summary

    assert summary["greedy_vnd"] >= summary["cost_vnd"]
    assert summary["alone_vnd"] > summary["cost_vnd"]
    changes = {price["change"] for price in summary["prices"]}
    assert {"no_spacing", "wider_rings", "no_sharing"} <= changes
    alone = next(price for price in summary["prices"] if price["change"] == "no_sharing")
    assert alone["saved_vnd"] < 0 or alone["served_more"] < 0


def test_sealed_needs_are_not_planned(round_, regulator, file, vnpt):
    file(vnpt)

    with pytest.raises(Refused):
        actions.start_scenario(actor=regulator, round_=round_, name="Sớm", rulebook=Rulebook())


def test_a_round_without_needs_is_said_to_have_none(run):
    with pytest.raises(Refused):
        run()


def test_a_plan_that_the_checker_refuses_is_never_shown(run, file, regulator, later, vnpt, viettel, monkeypatch):
    file(vnpt)
    file(viettel, north_m=200)
    honest = solving.best_plan

    def cheat(*args, **kwargs):
        plan = honest(*args, **kwargs)
        return dataclasses.replace(plan, new=dataclasses.replace(plan.new, height_m=plan.new.height_m - 30))

    monkeypatch.setattr(solving, "best_plan", cheat)
    scenario = run()

    assert scenario.status == "rejected"
    assert scenario.sealed == ""
    assert set(scenario.summary) == {"violations"}
    with pytest.raises(NotVisible):
        queries.results(actor=later(regulator), scenario=scenario)


def test_a_cancelled_run_is_noted(round_, regulator, later, file, vnpt):
    file(vnpt)
    actor = later(regulator)
    scenario, job = actions.start_scenario(actor=actor, round_=round_, name="Dừng", rulebook=Rulebook())
    Job.objects.filter(pk=job.pk).update(cancel_requested=True)

    with pytest.raises(jobs.Cancelled):
        jobs._handlers[actions.JOB](actor, jobs.Progress(job), scenario=str(scenario.pk))
    assert JointScenario.objects.get().status == "cancelled"


def test_a_repeated_job_leaves_a_finished_plan(run, file, regulator, later, vnpt):
    file(vnpt)
    scenario = run()
    job = Job.objects.get(pk=scenario.job_id)

    jobs._handlers[actions.JOB](later(regulator), jobs.Progress(job), scenario=str(scenario.pk))

    assert JointScenario.objects.get().finished_at == scenario.finished_at


def test_nobody_but_the_department_sees_a_scenario(run, file, vnpt, viettel, later):
    file(vnpt)
    scenario = run()

    for one in (vnpt, viettel):
        with pytest.raises(NotVisible):
            queries.visible_scenario(actor=later(one), pk=scenario.pk)


def test_the_title_of_the_job_tells_nothing_of_the_needs(run, file, vnpt):
    file(vnpt, label="Trạm Thanh Bình")
    run()

    assert "Thanh" not in str(Job.objects.values_list("title", "note", "payload"))


def test_scenarios_stand_side_by_side(run, file, regulator, later, vnpt, viettel):
    file(vnpt)
    file(viettel, north_m=200)
    rows = [run(), run(max_operators=1)]

    columns = queries.columns(actor=later(regulator), rows=rows)

    assert [column.dearer_vnd == 0 for column in columns] == [True, False]
    assert [line.party.short_name for line in columns[0].parties] == ["VNPT", "Viettel"]
    assert columns[0].percent > 0
