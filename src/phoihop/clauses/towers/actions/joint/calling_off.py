"""Calling off a proposal that all agreed to, while its agreement is not signed."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, PartyKind, Permission, Role, Seat, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.joint.answering import proposal_url
from phoihop.clauses.towers.models import (
    PROPOSAL_TRANSITIONS,
    DeclineReason,
    JointProposal,
    PartAnswer,
    ProposalStatus,
)
from phoihop.notices.actions import tell
from phoihop.papers.actions.rounds import withdraw_round
from phoihop.papers.models import RoundStatus, SigningRound
from phoihop.people.models import Party
from phoihop.programme.actions.activity.lifecycle import cancel_activity
from phoihop.programme.models import ActivityStatus


def call_off(*, actor: Actor, proposal: JointProposal, party: Party, reason: str) -> JointProposal:
    """Take the agreement back: by a party for itself, or by the department; every party reads the reason.

    The signing that is open is withdrawn and the activity cancelled. A party that calls off counts as one that
    declined, so the next plan does not match it with the same partners.

    :raises Refused: not all agreed, it is signed, its activity has taken place, or no reason is given
    """
    leads = party.pk == proposal.round.programme.lead_id
    require(actor, Permission.JOINT_PLAN_RUN if leads else Permission.JOINT_PLAN_ANSWER, party=party)
    reason = reason.strip()
    if not reason:
        raise Refused(_("Hãy nêu lý do; các bên sẽ được thông báo."), field="reason")
    with transaction.atomic():
        rows = JointProposal.objects.select_for_update(of=("self",)).select_related("round__programme__lead")
        held = rows.get(pk=proposal.pk)
        if not leads and not held.parts.filter(party=party).exists():
            raise NotVisible
        if held.status != ProposalStatus.AGREED:
            raise Refused(_("Chỉ hủy đề xuất mà các bên đã đồng ý và chưa ký thỏa thuận."))
        _undo(actor, held, reason)
        move(held, ProposalStatus.DECLINED, PROPOSAL_TRANSITIONS, decided_at=actor.at)
        held.parts.filter(party=party).update(
            answer=PartAnswer.DECLINE, reason=DeclineReason.OTHER, text=reason, answered_at=actor.at,
            answered_by_id=actor.user_id,
        )  # fmt: skip
        audit.record(actor, "towers.proposal.called_off", held, party=party, after={"reason": reason})
        tell(
            actor=actor, permission=None, also_self=True, icon="x", url=proposal_url(held),
            users_of=[*held.parts.values_list("party_id", flat=True), held.round.programme.lead_id],
            text=format_lazy(
                gettext_lazy("Đề xuất dùng chung {code} đã đồng ý nay bị hủy: {reason}"), code=held.code, reason=reason
            ),
            key=f"joint.called_off:{held.pk}",
        )  # fmt: skip
    return held


def _undo(actor: Actor, proposal: JointProposal, reason: str) -> None:
    """End what followed from the agreement, in the caller's name with the lead's seat, which lasts for this alone."""
    seat = Seat(proposal.round.programme.lead_id, PartyKind.REGULATOR, Role.OFFICER)
    as_lead = replace(actor, seats=(*actor.seats, seat))
    signing = SigningRound.objects.filter(paper=proposal.paper, status=RoundStatus.OPEN)
    for round_ in signing.select_related("paper__party"):
        withdraw_round(actor=as_lead, round_=round_, reason=reason)
    activity = proposal.activity
    if activity is None or activity.status == ActivityStatus.CANCELLED:
        return
    if activity.status in (ActivityStatus.HELD, ActivityStatus.CLOSED):
        raise Refused(_("Hoạt động của đề xuất đã diễn ra nên không hủy được. Hãy mở lại hoạt động rồi hủy."))
    with translation.override(settings.LANGUAGE_CODE):
        cancel_activity(actor=as_lead, activity=activity, reason=reason)
