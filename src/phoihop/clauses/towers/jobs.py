"""Long work of the sharing of towers."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.base.jobs import Cancelled, Progress, handler
from phoihop.base.models import Job
from phoihop.clauses.towers.actions.joint import scenarios as actions
from phoihop.clauses.towers.actions.registry import importing
from phoihop.clauses.towers.joint.results import Case
from phoihop.clauses.towers.joint.rulebook import PriceList, Rulebook
from phoihop.clauses.towers.joint.solving import solve
from phoihop.clauses.towers.models import ImportState, JointScenario, ScenarioStatus
from phoihop.clauses.towers.queries.joint.inputs import inputs_of
from phoihop.clauses.towers.queries.joint.needs import filed_needs
from phoihop.clauses.towers.queries.joint.settled import settled
from phoihop.cores.towerplan.errors import BadInput, TowerPlanError

IMPORT_STEPS = 100


@handler(actions.JOB)
def run_scenario(actor: Actor, progress: Progress, *, scenario: str) -> str:
    """Plan one scenario; a repeated job finds its row finished and leaves it so."""
    row = actions.scenario_of_job(actor=actor, pk=UUID(scenario))
    address = reverse("towers:scenario", args=[row.pk])
    if row.status in (ScenarioStatus.DONE, ScenarioStatus.REJECTED):
        return address
    actions.run_again(actor=actor, scenario=row)
    progress.expect(100)
    try:
        _solve(actor, progress, row)
    except TowerPlanError as problem:
        actions.give_up_scenario(actor=actor, scenario=row, cancelled=False)
        raise Refused(_words(problem)) from problem
    except Cancelled:
        actions.give_up_scenario(actor=actor, scenario=row, cancelled=True)
        raise
    except Exception:
        actions.give_up_scenario(actor=actor, scenario=row, cancelled=False)
        raise
    return address


def _words(problem: TowerPlanError) -> str:
    """What the department can do about it."""
    known = {
        "fixed.no_class": _(
            "Đơn giá không còn loại cột, chiều cao mà một đề xuất đã đồng ý dùng. Hãy bổ sung vào đơn giá."
        ),
        "fixed.mast.unknown": _(
            "Cột mà một đề xuất đã đồng ý dùng không còn trong danh sách cột. Hãy hủy đề xuất đó rồi tính lại phương"
            " án."
        ),
        "fixed.no_room": _(
            "Cột không còn đủ chỗ cho một đề xuất đã đồng ý. Hãy xem lại các đề xuất đã đồng ý, hủy đề xuất không giữ"
            " được rồi tính lại phương án."
        ),
    }
    if isinstance(problem, BadInput) and problem.problem in known:
        return known[problem.problem]
    return _("Số liệu của đợt không lập được phương án: %(problem)s. Hãy báo người quản trị.") % {"problem": problem}


def _solve(actor: Actor, progress: Progress, row: JointScenario) -> None:
    needs = filed_needs(actor=actor, round_=row.round)
    book, prices = Rulebook.of(row.rules), PriceList.of(row.costs)
    answered = settled(actor=actor, round_=row.round)
    inputs = inputs_of(
        actor=actor, round_=row.round, needs=needs, book=book, prices=prices, answered=answered
    )  # fmt: skip
    party_of = {str(one.row.pk): str(one.row.party_id) for one in needs}
    case = Case(inputs.masts, inputs.needs, inputs.rules, inputs.costs)
    actions.keep_solution(actor=actor, scenario=row, solved=solve(case, party_of, book.split_method, progress.step))


@handler(importing.JOB)
def take_import(actor: Actor, progress: Progress, *, sheet: str) -> str:
    """Take a long sheet into the registry, whole or not at all; a repeated job finds it taken and leaves it so."""
    row = importing.import_of_job(actor=actor, pk=UUID(sheet))
    address = reverse("towers:import_detail", args=[row.pk])
    if row.state == ImportState.COMMITTED:
        return address
    progress.expect(IMPORT_STEPS)
    progress.step(0, _("Đọc bảng"))
    merges = {int(line): choice for line, choice in row.merges.items()}
    try:
        importing.commit_import(
            actor=actor, sheet=row, merges=merges, stop=lambda: _stop(progress),
            tell=lambda lines: progress.step(min(IMPORT_STEPS - 1, 10 + lines // 300), _("Chuẩn bị các dòng")),
        )  # fmt: skip
    except (Cancelled, Refused):
        importing.give_back(actor=actor, sheet=row)
        raise
    progress.step(IMPORT_STEPS)
    return address


def _stop(progress: Progress) -> None:
    """Look only: a row that tells of progress would be held by the transaction, and nobody could ask to stop."""
    if Job.objects.filter(pk=progress.job.pk, cancel_requested=True).exists():
        raise Cancelled
