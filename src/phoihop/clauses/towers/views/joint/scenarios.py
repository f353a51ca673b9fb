"""Scenarios: start, compare, look at one, publish. All for the department alone."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import REGULATOR, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible
from phoihop.base.ui import page
from phoihop.clauses.towers.actions.joint import publishing
from phoihop.clauses.towers.actions.joint import scenarios as actions
from phoihop.clauses.towers.forms.joint import PublishForm, ScenarioForm
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.joint.words import CHECKS
from phoihop.clauses.towers.queries.joint import needs as need_queries
from phoihop.clauses.towers.queries.joint import rounds as round_queries
from phoihop.clauses.towers.queries.joint import scenarios as queries
from phoihop.clauses.towers.views.joint.charts import comparison_chart
from phoihop.clauses.towers.views.joint.form_pages import form_page
from phoihop.clauses.towers.views.joint.map_layers import plan_map

RUNS = holding(Permission.JOINT_PLAN_RUN)


@open_to(RUNS)
def scenario_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Start a scenario under its own rules."""
    actor = request.actor
    round_ = round_queries.visible_round(actor=actor, pk=pk)
    if not actor.may(Permission.JOINT_PLAN_RUN, round_.programme.lead_id):
        raise NotVisible
    base = Rulebook.of(round_.rules)
    number = queries.scenarios(actor=actor, round_=round_).count() + 1
    start = ScenarioForm.start(base, _("Phương án %(n)s") % {"n": number})
    form = ScenarioForm(request.POST or None, initial=start)

    def act(data: dict[str, Any]) -> tuple[Any, ...]:
        scenario, _job = actions.start_scenario(
            actor=actor, round_=round_, name=data["name"], rulebook=form.rulebook(base)
        )
        return "towers:scenario", scenario.pk

    return form_page(
        request, form, act, heading=_("Lập phương án"), round=round_, submit=_("Tính phương án"),
        message=_("Đang tính. Trang này tự cập nhật khi xong."),
    )  # fmt: skip


@open_to(REGULATOR)
@require_GET
def scenario_compare(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The finished scenarios of a round side by side."""
    actor = request.actor
    round_ = round_queries.visible_round(actor=actor, pk=pk)
    if round_.programme.lead_id not in actor.party_ids:
        raise NotVisible
    found = list(queries.scenarios(actor=actor, round_=round_))
    columns = queries.columns(actor=actor, rows=found)
    return page(
        request, "towers/joint/compare.html", round=round_, programme=round_.programme, columns=columns,
        unfinished=[one for one in found if one.status != "done"], chart=comparison_chart(columns),
        parties=queries.party_rows(actor=actor, columns=columns), pair=_side_by_side(request, round_, columns),
    )  # fmt: skip


def _side_by_side(request: ActorRequest, round_: Any, columns: list[queries.Column]) -> list[dict[str, Any]]:
    """Two scenarios with their maps of one extent: those asked for by number, or the first and the last."""
    if len(columns) < 2:
        return []
    needs = need_queries.filed_needs(actor=request.actor, round_=round_)
    numbers = {str(column.row.number): column for column in columns}
    sides = (("left", columns[0]), ("right", columns[-1]))
    chosen = [(name, numbers.get(request.GET.get(name, ""), usual)) for name, usual in sides]
    return [
        {
            "name": name, "column": column,
            "map": plan_map(needs, queries.results(actor=request.actor, scenario=column.row).sites),
        }
        for name, column in chosen
    ]  # fmt: skip


@open_to(REGULATOR)
@require_GET
def scenario_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One scenario; a plan that the checker did not pass shows nothing but that."""
    actor = request.actor
    scenario = queries.visible_scenario(actor=actor, pk=pk)
    round_ = scenario.round
    context: dict[str, Any] = {
        "scenario": scenario, "round": round_, "programme": round_.programme, "book": Rulebook.of(scenario.rules),
        "runs": actor.may(Permission.JOINT_PLAN_RUN, round_.programme.lead_id),
    }  # fmt: skip
    if scenario.status == "done":
        needs = need_queries.filed_needs(actor=actor, round_=round_)
        found = queries.results(actor=actor, scenario=scenario)
        context |= {
            "column": queries.columns(actor=actor, rows=[scenario])[0], "map": plan_map(needs, found.sites),
            "sites": queries.site_lines(actor=actor, scenario=scenario, found=found, needs=needs),
            "prices": [queries.price_line(actor=actor, price=one) for one in scenario.summary.get("prices", [])],
            "unserved": queries.unserved_lines(actor=actor, found=found, needs=needs),
        }  # fmt: skip
    else:
        context["run"] = queries.run_of(actor=actor, scenario=scenario)
        context["broken"] = ", ".join(str(CHECKS.get(one, one)) for one in scenario.summary.get("violations", []))
    return page(request, "towers/joint/scenario.html", **context)


@open_to(RUNS)
def scenario_publish(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Make proposals of a scenario."""
    actor = request.actor
    scenario = queries.visible_scenario(actor=actor, pk=pk)
    if not actor.may(Permission.JOINT_PLAN_RUN, scenario.round.programme.lead_id):
        raise NotVisible
    year = scenario.round.year
    start = {
        "answer_by": actor.today + dt.timedelta(days=14), "starts_on": dt.date(year, 9, 1),
        "ends_on": dt.date(year, 12, 15),
    }  # fmt: skip
    form = PublishForm(request.POST or None, initial=start)

    def act(data: dict[str, Any]) -> tuple[Any, ...]:
        publishing.publish_scenario(actor=actor, scenario=scenario, **data)
        return "towers:joint_round", scenario.round_id

    note = _(
        "Mỗi doanh nghiệp chỉ thấy nhu cầu và đề xuất của mình: khu vực chung làm tròn theo ô, phần chi phí của mình. "
        "Tên đối tác chỉ hiện khi mọi bên đã đồng ý."
    )
    return form_page(
        request, form, act, heading=_("Công bố phương án"), round=scenario.round, note=note, submit=_("Công bố"),
        message=_("Đã công bố. Các doanh nghiệp đã được thông báo."),
    )  # fmt: skip
