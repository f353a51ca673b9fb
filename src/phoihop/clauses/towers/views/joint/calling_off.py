"""Calling off an agreed proposal: a party for itself, or the department."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.clauses.towers.actions.joint.calling_off import call_off
from phoihop.clauses.towers.forms.joint_calling_off import CallOffForm
from phoihop.clauses.towers.queries.joint import proposals as queries
from phoihop.clauses.towers.views.joint.form_pages import form_page


@open_to(holding(Permission.JOINT_PLAN_RUN, Permission.JOINT_PLAN_ANSWER))
def proposal_call_off(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Call it off, with a reason that every party reads."""
    proposal = queries.visible_proposal(actor=request.actor, pk=pk)
    lead = proposal.round.programme.lead
    runs = request.actor.may(Permission.JOINT_PLAN_RUN, lead.pk)
    party = lead if runs else queries.own_part(actor=request.actor, proposal=proposal).party
    form = CallOffForm(request.POST or None)

    def act(data: dict[str, Any]) -> tuple[Any, ...]:
        call_off(actor=request.actor, proposal=proposal, party=party, **data)
        return "towers:proposal", pk

    return form_page(
        request, form, act, heading=_("Hủy đề xuất đã đồng ý %(code)s") % {"code": proposal.code}, round=proposal.round,
        proposal=proposal, submit=_("Hủy đề xuất"), note=_("Đợt ký đang mở được rút lại, hoạt động bị hủy."),
    )  # fmt: skip
