"""Proposals: the page of one, answers of the parties, what the department does with them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.clauses.towers.actions.joint import activities, agreement, answering, terms
from phoihop.clauses.towers.forms.joint import CounterForm, DeclineForm, TermsForm, split_label
from phoihop.clauses.towers.queries.joint import proposals as queries
from phoihop.clauses.towers.views.joint.form_pages import form_page
from phoihop.clauses.towers.views.joint.map_layers import proposal_map

RUNS = holding(Permission.JOINT_PLAN_RUN)
ANSWERS = holding(Permission.JOINT_PLAN_ANSWER)
DETAIL = "towers:proposal"


@open_to(SEATED)
@require_GET
def proposal_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One proposal as far as the reader may know it."""
    actor = request.actor
    seen = queries.seen(actor=actor, proposal=queries.visible_proposal(actor=actor, pk=pk))
    round_ = seen.row.round
    answers = seen.mine is not None and actor.may(Permission.JOINT_PLAN_ANSWER, seen.mine.party_id)
    return page(
        request, "towers/joint/proposal.html", seen=seen, proposal=seen.row, round=round_, programme=round_.programme,
        runs=actor.may(Permission.JOINT_PLAN_RUN, round_.programme.lead_id),
        answers=answers and seen.row.status == "open", may_call_off=answers and seen.row.status == "agreed",
        map=proposal_map(seen.site, seen.own_need) if seen.site else None,
        overdue=round_.answer_by is not None and round_.answer_by < actor.today,
        signing=queries.signing_url(actor=actor, proposal=seen.row),
        splits=[(split_label(method), vnd) for method, vnd in seen.splits_vnd.items()],
    )  # fmt: skip


def _mine(request: ActorRequest, pk: UUID) -> tuple[Any, Any]:
    """A proposal and the reader's own part in it.

    :raises NotAllowed: the reader may not answer for that party
    """
    proposal = queries.visible_proposal(actor=request.actor, pk=pk)
    part = queries.own_part(actor=request.actor, proposal=proposal)
    if not request.actor.may(Permission.JOINT_PLAN_ANSWER, part.party_id):
        raise NotAllowed
    return proposal, part


@open_to(ANSWERS)
@require_POST
def proposal_accept(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Agree, and agree to be named."""
    proposal, part = _mine(request, pk)
    try:
        version = int(request.POST.get("terms", "0"))
    except ValueError:
        version = 0
    try:
        answering.accept_proposal(actor=request.actor, proposal=proposal, party=part.party, terms=version)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=_("Đã đồng ý. Khi mọi bên đồng ý, tên đối tác sẽ hiện ở đây."))


@open_to(ANSWERS)
def proposal_decline(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Decline with a reason."""
    proposal, part = _mine(request, pk)
    form = DeclineForm(request.POST or None, initial={"terms": proposal.terms})

    def act(data: dict[str, Any]) -> tuple[Any, ...]:
        answering.decline_proposal(actor=request.actor, proposal=proposal, party=part.party, **data)
        return DETAIL, pk

    return form_page(
        request, form, act, heading=_("Không đồng ý đề xuất %(code)s") % {"code": proposal.code}, round=proposal.round,
        proposal=proposal, submit=_("Gửi trả lời"),
    )  # fmt: skip


@open_to(ANSWERS)
def proposal_counter(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask for other terms."""
    proposal, part = _mine(request, pk)
    form = CounterForm(request.POST or None, initial={"terms": proposal.terms}, with_need=part.need_id is not None)

    def act(data: dict[str, Any]) -> tuple[Any, ...]:
        wishes = {name: data.get(name) for name in answering.COUNTERED}
        answering.counter_proposal(
            actor=request.actor, proposal=proposal, party=part.party, terms=data["terms"], text=data["text"],
            wishes=wishes,
        )  # fmt: skip
        return DETAIL, pk

    return form_page(
        request, form, act, heading=_("Đề nghị điều chỉnh đề xuất %(code)s") % {"code": proposal.code},
        round=proposal.round, proposal=proposal, submit=_("Gửi đề nghị"),
    )  # fmt: skip


def _run(request: ActorRequest, pk: UUID) -> Any:
    """A proposal of a round that the reader may run.

    :raises NotVisible: none
    """
    proposal = queries.visible_proposal(actor=request.actor, pk=pk)
    if not request.actor.may(Permission.JOINT_PLAN_RUN, proposal.round.programme.lead_id):
        raise NotVisible
    return proposal


@open_to(RUNS)
def proposal_terms(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change the terms; everybody answers anew."""
    proposal = _run(request, pk)
    start = {name: getattr(proposal, name) for name in ("starts_on", "ends_on", "split_method", "lead_builder")}
    form = TermsForm(
        request.POST or None, initial=start, parties=queries.parties_of(actor=request.actor, proposal=proposal)
    )

    def act(data: dict[str, Any]) -> tuple[Any, ...]:
        terms.change_terms(actor=request.actor, proposal=proposal, **data)
        return DETAIL, pk

    return form_page(
        request, form, act, heading=_("Sửa điều kiện đề xuất %(code)s") % {"code": proposal.code}, round=proposal.round,
        proposal=proposal, note=_("Mọi bên phải trả lời lại theo điều kiện mới."),
    )  # fmt: skip


@open_to(RUNS)
@require_POST
def proposal_take_counter(request: ActorRequest, pk: UUID, part_pk: UUID) -> HttpResponse:
    """Take up what a party asked for."""
    proposal = _run(request, pk)
    part = next((one for one in proposal.parts.all() if one.pk == part_pk), None)
    if part is None:
        raise NotVisible
    return _step(request, pk, lambda: terms.take_counter(actor=request.actor, part=part))


@open_to(RUNS)
@require_POST
def proposal_close(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Close a proposal whose day has passed."""
    proposal = _run(request, pk)
    return _step(request, pk, lambda: answering.close_overdue(actor=request.actor, proposal=proposal))


@open_to(RUNS)
@require_POST
def proposal_activity(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Open the activity of an agreed proposal."""
    proposal = _run(request, pk)
    return _step(request, pk, lambda: activities.open_activity(actor=request.actor, proposal=proposal))


@open_to(RUNS)
@require_POST
def proposal_agreement(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Draw the agreement and open its signing."""
    proposal = _run(request, pk)
    return _step(request, pk, lambda: agreement.draw_agreement(actor=request.actor, proposal=proposal))


def _step(request: ActorRequest, pk: UUID, act: Any) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        if refusal.status in (403, 404):
            raise
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk)
