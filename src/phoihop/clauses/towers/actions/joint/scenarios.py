"""Scenarios: starting a run, keeping what it gave."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from phoihop.base import audit, jobs
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.models import Job
from phoihop.base.transitions import move
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.joint.sealing import seal
from phoihop.clauses.towers.joint.solving import Solved
from phoihop.clauses.towers.models import (
    SCENARIO_TRANSITIONS,
    JointRound,
    JointScenario,
    RoundStatus,
    ScenarioStatus,
)

JOB = "towers.joint_plan"
MOST_SCENARIOS = 40


def start_scenario(*, actor: Actor, round_: JointRound, name: str, rulebook: Rulebook) -> tuple[JointScenario, Job]:
    """Plan under some rules, as a job; what was agreed so far is kept, what was declined is not tried again.

    :raises Refused: the round still takes needs, or is over
    """
    require(actor, Permission.JOINT_PLAN_RUN, party=round_.programme.lead_id)
    if not name.strip():
        raise Refused(_("Hãy đặt tên cho phương án."), field="name")
    with transaction.atomic():
        held = JointRound.objects.select_for_update(of=("self",)).select_related("programme").get(pk=round_.pk)
        if held.sealed_at(actor.at):
            raise Refused(_("Nhu cầu còn niêm phong đến hết hạn nộp nên chưa lập được phương án."))
        if held.status not in (RoundStatus.OPEN, RoundStatus.PUBLISHED):
            raise Refused(_("Đợt đã khép lại nên không lập thêm phương án."))
        last = held.scenarios.aggregate(last=Max("number"))["last"] or 0
        if last >= MOST_SCENARIOS:
            raise Refused(_("Mỗi đợt lập nhiều nhất 40 phương án. Hãy dùng một phương án đã có."))
        published = held.scenarios.filter(published_at__isnull=False).order_by("-published_at").first()
        scenario = JointScenario.objects.create(
            round=held, number=last + 1, name=name.strip()[:150], rules=rulebook.as_dict(), costs=held.costs,
            follows=published, author_id=actor.user_id,
        )  # fmt: skip
        scenario.created_at = actor.at  # by the same clock as the needs' changes, against which it is held
        job = jobs.start(
            actor=actor, kind=JOB, title=_("Lập phương án quy hoạch chung %(year)s") % {"year": held.year},
            scenario=str(scenario.pk),
        )  # fmt: skip
        JointScenario.objects.filter(pk=scenario.pk).update(job_id=job.pk, created_at=actor.at)
        scenario.job_id = job.pk
        audit.record(
            actor, "towers.scenario.started", scenario, party=held.programme.lead_id, after={"name": scenario.name}
        )
    return scenario, job


def keep_solution(*, actor: Actor, scenario: JointScenario, solved: Solved) -> JointScenario:
    """Keep a checked plan; of one that the checker did not pass only the codes of the rules that it breaks."""
    require(actor, Permission.JOINT_PLAN_RUN, party=scenario.round.programme.lead_id)
    with transaction.atomic():
        if solved.results is None or solved.summary is None:
            broken = {"violations": list(solved.violations)}
            _finish(actor, scenario, ScenarioStatus.REJECTED, summary=broken)
            return scenario
        sealed = seal(scenario.round.salt, f"scenario:{scenario.pk}", solved.results.as_dict())
        _finish(actor, scenario, ScenarioStatus.DONE, summary=dict(solved.summary), sealed=sealed)
    return scenario


def give_up_scenario(*, actor: Actor, scenario: JointScenario, cancelled: bool) -> None:
    """Note that a run was stopped or failed."""
    require(actor, Permission.JOINT_PLAN_RUN, party=scenario.round.programme.lead_id)
    with transaction.atomic():
        _finish(actor, scenario, ScenarioStatus.CANCELLED if cancelled else ScenarioStatus.FAILED)


def run_again(*, actor: Actor, scenario: JointScenario) -> JointScenario:
    """Take up a run that failed or was stopped, as a job that is repeated does."""
    require(actor, Permission.JOINT_PLAN_RUN, party=scenario.round.programme.lead_id)
    if scenario.status in (ScenarioStatus.FAILED, ScenarioStatus.CANCELLED):
        move(scenario, ScenarioStatus.RUNNING, SCENARIO_TRANSITIONS, finished_at=None)
    return scenario


def _finish(actor: Actor, scenario: JointScenario, status: ScenarioStatus, **values: Any) -> None:
    move(scenario, status, SCENARIO_TRANSITIONS, finished_at=actor.at, **values)
    event = f"towers.scenario.{status.value}"
    audit.record(actor, event, scenario, party=scenario.round.programme.lead_id)


def scenario_of_job(*, actor: Actor, pk: UUID) -> JointScenario:
    """The row that a job works on; found as any row is, so that a job of somebody else's round finds nothing."""
    found = JointScenario.objects.visible_to(actor).select_related("round__programme__lead").filter(pk=pk).first()
    if found is None:
        raise Refused(_("Phương án này không còn. Hãy lập phương án khác."))
    require(actor, Permission.JOINT_PLAN_RUN, party=found.round.programme.lead_id)
    return found
