"""Answering a proposal: agree and be named, decline with a reason, or ask for other terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused, Stale
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.joint.activities import open_activity_of
from phoihop.clauses.towers.models import (
    PROPOSAL_TRANSITIONS,
    DeclineReason,
    JointNeed,
    JointProposal,
    NeedStatus,
    PartAnswer,
    ProposalPart,
    ProposalStatus,
    SplitMethod,
)
from phoihop.notices.actions import tell
from phoihop.people.models import Party

COUNTERED = ("radius_m", "height_m", "starts_on", "ends_on", "split_method")


class Decided(Refused):
    """The proposal waits for no answer any more."""


def proposal_url(proposal: JointProposal) -> str:
    """The address of the proposal's page."""
    return reverse("towers:proposal", args=[proposal.pk])


def accept_proposal(*, actor: Actor, proposal: JointProposal, party: Party, terms: int) -> JointProposal:
    """Agree, and agree to be named to the others once all do.

    :param terms: the version of the terms that was read
    :raises Stale: the terms were changed meanwhile
    """
    require(actor, Permission.JOINT_PLAN_ANSWER, party=party)
    return _answer(actor, proposal, party, terms, answer=PartAnswer.ACCEPT)


def decline_proposal(
    *, actor: Actor, proposal: JointProposal, party: Party, terms: int, reason: str, text: str
) -> JointProposal:
    """Decline; reason and text are read by the department alone."""
    require(actor, Permission.JOINT_PLAN_ANSWER, party=party)
    if reason not in DeclineReason.values:
        raise Refused(_("Hãy chọn lý do không đồng ý."), field="reason")
    if not text.strip():
        raise Refused(_("Hãy giải thích ngắn gọn để Sở tìm phương án khác. Chỉ Sở đọc được."), field="text")
    return _answer(
        actor, proposal, party, terms, answer=PartAnswer.DECLINE, reason=reason, text=text.strip()
    )  # fmt: skip


def counter_proposal(
    *, actor: Actor, proposal: JointProposal, party: Party, terms: int, text: str, wishes: Mapping[str, Any]
) -> JointProposal:
    """Ask for another ring or height of one's own need, other dates, or another way to split.

    :param wishes: of ``COUNTERED``; dates as days
    """
    require(actor, Permission.JOINT_PLAN_ANSWER, party=party)
    wished = {name: _plain(wishes[name]) for name in COUNTERED if wishes.get(name)}
    if not wished:
        raise Refused(_("Hãy nhập ít nhất một điều kiện muốn thay đổi."))
    if wished.get("split_method", SplitMethod.EQUAL) not in SplitMethod.values:
        raise Refused(_("Hãy chọn một cách chia chi phí trong danh sách."), field="split_method")
    return _answer(
        actor, proposal, party, terms, answer=PartAnswer.COUNTER, text=text.strip(), counter=wished
    )  # fmt: skip


def close_overdue(*, actor: Actor, proposal: JointProposal) -> JointProposal:
    """Close a proposal whose day has passed: a party that did not answer counts as one that declined."""
    lead = proposal.round.programme.lead_id
    require(actor, Permission.JOINT_PLAN_RUN, party=lead)
    with transaction.atomic():
        proposal = held_open(proposal)
        if proposal.round.answer_by is None or proposal.round.answer_by >= actor.today:
            raise Refused(_("Chưa hết hạn trả lời. Hãy chờ đến hết hạn."))
        _decide(actor, proposal, ProposalStatus.DECLINED)
    return proposal


def held_open(proposal: JointProposal) -> JointProposal:
    """The proposal as it stands, held until the transaction ends.

    :raises Decided: it waits for no answer
    """
    rows = JointProposal.objects.select_for_update(of=("self",)).select_related("round__programme__lead")
    held = rows.get(pk=proposal.pk)
    if held.status != ProposalStatus.OPEN:
        raise Decided(_("Đề xuất này không còn chờ trả lời. Hãy tải lại trang để xem trạng thái mới."))
    return held


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else (float(value) if not isinstance(value, str) else value)


def _answer(actor: Actor, proposal: JointProposal, party: Party, terms: int, **values: Any) -> JointProposal:
    with transaction.atomic():
        held = held_open(proposal)
        part = ProposalPart.objects.select_for_update(of=("self",)).filter(proposal=held, party=party).first()
        if part is None:
            raise NotVisible
        if held.terms != terms:
            raise Stale
        before = {"answer": part.answer}
        cleared = {"reason": "", "text": "", "counter": {}}
        for name, value in (cleared | values).items():
            setattr(part, name, value)
        part.answered_at, part.answered_by_id = actor.at, actor.user_id
        part.save()
        audit.record(
            actor, f"towers.proposal.{part.answer}", held, party=party, before=before,
            after={"answer": part.answer, "reason": part.reason, "counter": part.counter},
        )  # fmt: skip
        _tell_lead(actor, held, part)
        _settle(actor, held)
    return held


def _settle(actor: Actor, proposal: JointProposal) -> None:
    """Decide once every party has answered: until then none learns from the state what another said."""
    answers = set(proposal.parts.values_list("answer", flat=True))
    if PartAnswer.NONE in answers:
        return
    if PartAnswer.DECLINE in answers:
        _decide(actor, proposal, ProposalStatus.DECLINED)
    elif answers == {PartAnswer.ACCEPT}:
        _decide(actor, proposal, ProposalStatus.AGREED)


def _decide(actor: Actor, proposal: JointProposal, status: ProposalStatus) -> None:
    move(proposal, status, PROPOSAL_TRANSITIONS, decided_at=actor.at)
    lead = proposal.round.programme.lead_id
    audit.record(actor, f"towers.proposal.{status.value}", proposal, party=lead)
    if status == ProposalStatus.AGREED:
        words: Any = gettext_lazy("Các bên đã đồng ý đề xuất dùng chung {code}. Xem đối tác và các bước tiếp theo.")
        open_activity_of(actor, proposal)
    else:
        words = gettext_lazy("Đề xuất dùng chung {code} không đạt thỏa thuận. Sở sẽ lập phương án khác.")
        _drop_needs(actor, proposal)
    parties = list(proposal.parts.values_list("party_id", flat=True))
    tell(
        actor=actor, users_of=[*parties, lead], permission=None, also_self=True, icon="checks",
        text=format_lazy(words, code=proposal.code), url=proposal_url(proposal), key=f"joint.decided:{proposal.pk}",
    )  # fmt: skip


def _drop_needs(actor: Actor, proposal: JointProposal) -> None:
    """A need that its party has no more takes no part in later plans."""
    gone = proposal.parts.filter(answer=PartAnswer.DECLINE, reason=DeclineReason.DROPPED, need__isnull=False)
    needs = JointNeed.objects.filter(pk__in=gone.values("need_id"), status=NeedStatus.FILED)
    needs.update(status=NeedStatus.WITHDRAWN, changed_at=actor.at)


def _tell_lead(actor: Actor, proposal: JointProposal, part: ProposalPart) -> None:
    tell(
        actor=actor, users_of=[proposal.round.programme.lead_id], permission=Permission.JOINT_PLAN_RUN, icon="message",
        text=format_lazy(
            gettext_lazy("{party} trả lời đề xuất dùng chung {code}: {answer}."),
            party=part.party.short_name, code=proposal.code, answer=PartAnswer(part.answer).label,
        ),
        url=proposal_url(proposal), key=f"joint.answered:{part.pk}:{actor.at:%y%m%d%H%M%S}",
    )  # fmt: skip
