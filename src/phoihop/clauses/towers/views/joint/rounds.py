"""Rounds: the list, the page of one, and what the department does with it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.clauses.towers.actions.joint import rounds as actions
from phoihop.clauses.towers.forms.joint import CancelForm, ExtendForm, PriceForm, RoundForm
from phoihop.clauses.towers.joint.rulebook import PriceList
from phoihop.clauses.towers.queries.joint import needs as need_queries
from phoihop.clauses.towers.queries.joint import proposals as proposal_queries
from phoihop.clauses.towers.queries.joint import rounds as queries
from phoihop.clauses.towers.queries.joint import scenarios as scenario_queries
from phoihop.clauses.towers.queries.joint.opening import starting_prices, starting_rulebook
from phoihop.clauses.towers.views.joint.form_pages import form_page
from phoihop.clauses.towers.views.joint.map_layers import needs_map

RUNS = holding(Permission.JOINT_PLAN_RUN)
ROUND = "towers:joint_round"


@open_to(SEATED)
@require_GET
def joint_rounds(request: ActorRequest) -> HttpResponse:
    """Every round one may see."""
    found = queries.rounds(actor=request.actor)
    views = [queries.standing(actor=request.actor, round_=one) for one in rows(request, found)]
    return page(
        request, "towers/joint/list.html", page_obj=rows(request, found), views=views,
        runs=queries.led_programmes(actor=request.actor).exists(),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def joint_round(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One round: for an enterprise its own needs and proposals, for the department what is open to it by now."""
    actor = request.actor
    round_ = queries.visible_round(actor=actor, pk=pk)
    view = queries.view_of(actor=actor, round_=round_)
    context: dict[str, Any] = {"view": view, "round": round_, "programme": round_.programme}
    if view.leads:
        context |= _for_the_lead(request, view)
    if view.filer:
        own = need_queries.own_needs(actor=actor, round_=round_)
        context |= {
            "own": own, "map": needs_map(own),
            "all_filed": queries.has_said_all(actor=actor, round_=round_, party=view.filer),
        }  # fmt: skip
    if not view.leads:
        found = proposal_queries.proposals(actor=actor, round_=round_)
        context["proposals"] = [proposal_queries.seen(actor=actor, proposal=one, with_area=False) for one in found]
    return page(request, "towers/joint/round.html", **context)


def _for_the_lead(request: ActorRequest, view: queries.RoundView) -> dict[str, Any]:
    """Nothing of the needs before the closing date, not even whether there are any."""
    if view.sealed:
        return {}
    actor, round_ = request.actor, view.round
    return {
        "counted": need_queries.counts_by_party(actor=actor, round_=round_),
        "scenarios": scenario_queries.scenarios(actor=actor, round_=round_),
        "states": proposal_queries.answer_states(actor=actor, round_=round_),
    }


@open_to(RUNS)
def joint_round_new(request: ActorRequest) -> HttpResponse:
    """Open a round."""
    actor = request.actor
    programmes = queries.led_programmes(actor=actor)
    first = programmes.first()
    if first is None:
        raise NotVisible
    start = {"programme": first.pk, "year": actor.today.year}
    form = RoundForm(
        request.POST or None, initial=start, programmes=programmes,
        activities=queries.open_activities(actor=actor, programmes=programmes),
    )  # fmt: skip

    def act(data: dict[str, Any]) -> tuple[Any, ...]:
        programme = data["programme"]
        round_ = actions.open_round(
            actor=actor, rulebook=starting_rulebook(actor=actor, regulator_id=programme.lead_id),
            prices=starting_prices(actor=actor, programme=programme), **data,
        )  # fmt: skip
        return ROUND, round_.pk

    return form_page(request, form, act, heading=_("Mở đợt lập quy hoạch chung"), submit=_("Mở đợt"))


@open_to(RUNS)
def joint_extend(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give all more time."""
    round_ = _led(request, pk)
    form = ExtendForm(request.POST or None, initial={"closes_at": round_.closes_at})

    def act(data: dict[str, Any]) -> tuple[Any, ...]:
        actions.extend_round(actor=request.actor, round_=round_, **data)
        return ROUND, pk

    return form_page(request, form, act, heading=_("Gia hạn nộp nhu cầu"), round=round_)


@open_to(RUNS)
def joint_prices(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change the prices of a round."""
    round_ = _led(request, pk)
    form = PriceForm(request.POST or None, initial=PriceForm.start(PriceList.of(round_.costs)))

    def act(_data: dict[str, Any]) -> tuple[Any, ...]:
        actions.change_prices(actor=request.actor, round_=round_, prices=form.prices())
        return ROUND, pk

    note = _("Các mức ban đầu là giả định. Hãy thay bằng chi phí thực tế ở địa phương.")
    return form_page(request, form, act, heading=_("Đơn giá"), round=round_, note=note)


@open_to(RUNS)
def joint_cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give a round up."""
    round_ = _led(request, pk)
    form = CancelForm(request.POST or None)

    def act(data: dict[str, Any]) -> tuple[Any, ...]:
        actions.cancel_round(actor=request.actor, round_=round_, **data)
        return ROUND, pk

    return form_page(request, form, act, heading=_("Hủy đợt"), round=round_, submit=_("Hủy đợt"))


@open_to(RUNS)
@require_POST
def joint_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Close the books."""
    round_ = _led(request, pk)
    try:
        actions.end_round(actor=request.actor, round_=round_)
    except Refused as refusal:
        return refused(request, refusal, ROUND, pk)
    return saved(request, ROUND, pk, message=_("Đã kết thúc đợt."))


@open_to(RUNS)
@require_GET
def joint_hints(request: ActorRequest, pk: UUID) -> HttpResponse:
    """How often each party was answered at once on the duty to share, once the round is closed."""
    round_ = _led(request, pk)
    lines = need_queries.hint_lines(actor=request.actor, round_=round_)
    return page(request, "towers/joint/hints.html", round=round_, programme=round_.programme, lines=lines)


def _led(request: ActorRequest, pk: UUID) -> Any:
    """A round that the reader may run.

    :raises NotVisible: none
    """
    round_ = queries.visible_round(actor=request.actor, pk=pk)
    if not request.actor.may(Permission.JOINT_PLAN_RUN, round_.programme.lead_id):
        raise NotVisible
    return round_
