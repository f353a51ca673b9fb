"""Changing the terms of an open proposal, by the department or by taking up what a party asked for."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.joint.answering import held_open, proposal_url
from phoihop.clauses.towers.actions.joint.needs import revise_need
from phoihop.clauses.towers.models import (
    PROPOSAL_TRANSITIONS,
    JointProposal,
    PartAnswer,
    ProposalPart,
    ProposalStatus,
)
from phoihop.clauses.towers.queries.joint.settled import site_of
from phoihop.notices.actions import tell
from phoihop.people.models import Party


def change_terms(
    *,
    actor: Actor,
    proposal: JointProposal,
    starts_on: dt.date,
    ends_on: dt.date,
    split_method: str,
    lead_builder: Party | None,
) -> JointProposal:
    """Set dates, way to split and lead builder; every party answers anew, since what it answered was of other terms.

    :raises Refused: a date lies outside the year, or the lead builder has no part in it
    """
    lead = proposal.round.programme.lead_id
    require(actor, Permission.JOINT_PLAN_RUN, party=lead)
    with transaction.atomic():
        held = held_open(proposal)
        if ends_on < starts_on or {starts_on.year, ends_on.year} != {held.round.year}:
            raise Refused(
                _("Thời gian thực hiện phải nằm trong năm %(year)s.") % {"year": held.round.year}, field="starts_on"
            )
        parts = list(held.parts.select_related("party"))
        if lead_builder is not None and lead_builder.pk not in {part.party_id for part in parts}:
            raise Refused(_("Đơn vị chủ trì phải là một bên của đề xuất."), field="lead_builder")
        site = site_of(held)
        if split_method not in site.splits:
            words = _("Có bên chưa khai diện tích cản gió nên chưa chia theo tải được. Hãy chọn cách chia khác.")
            raise Refused(words, field="split_method")
        before = {"starts_on": held.starts_on, "ends_on": held.ends_on, "split_method": held.split_method}
        held.starts_on, held.ends_on, held.split_method = starts_on, ends_on, split_method
        held.lead_builder, held.terms = lead_builder, held.terms + 1
        held.save()
        shares = site.shares(split_method)
        for part in parts:
            if part.need_id is not None:
                part.share_vnd = shares[str(part.need_id)]
            part.answer, part.reason, part.text, part.counter = PartAnswer.NONE, "", "", {}
            part.save()
        audit.record(
            actor, "towers.proposal.terms_changed", held, party=lead, before=before,
            after={"starts_on": starts_on, "ends_on": ends_on, "split_method": split_method},
        )  # fmt: skip
        _tell(actor, held, gettext_lazy("Điều kiện của đề xuất dùng chung {code} đã thay đổi. Đề nghị trả lời lại."))
    return held


def take_counter(*, actor: Actor, part: ProposalPart) -> JointProposal:
    """Take up what a party asked for.

    Another ring or height changes its need and ends the proposal, so that the next plan looks for a new match; other
    dates or another way to split are put to all parties at once.
    """
    proposal = part.proposal
    lead = proposal.round.programme.lead_id
    require(actor, Permission.JOINT_PLAN_RUN, party=lead)
    wished = part.counter
    if part.answer != PartAnswer.COUNTER or not wished:
        raise Refused(_("Bên này không đề nghị điều chỉnh. Hãy tải lại trang."))
    if part.need is not None and {"radius_m", "height_m"} & set(wished):
        with transaction.atomic():
            held = held_open(proposal)
            radius = int(wished["radius_m"]) if "radius_m" in wished else None
            revise_need(actor=actor, need=part.need, radius_m=radius, height_m=wished.get("height_m"))
            move(held, ProposalStatus.REPLACED, PROPOSAL_TRANSITIONS, decided_at=actor.at)
            audit.record(actor, "towers.proposal.counter_taken", held, party=lead, after=wished)
            _tell(
                actor, held, gettext_lazy("Đề xuất dùng chung {code} được thay: nhu cầu đã đổi, Sở lập phương án khác.")
            )
        return held
    return change_terms(
        actor=actor, proposal=proposal, lead_builder=proposal.lead_builder,
        starts_on=_day(wished.get("starts_on")) or proposal.starts_on,
        ends_on=_day(wished.get("ends_on")) or proposal.ends_on,
        split_method=str(wished.get("split_method", proposal.split_method)),
    )  # fmt: skip


def _day(text: object) -> dt.date | None:
    return dt.date.fromisoformat(str(text)) if text else None


def _tell(actor: Actor, proposal: JointProposal, words: Any) -> None:
    """The same words for every party: who asked for the change stays between it and the department."""
    tell(
        actor=actor, users_of=list(proposal.parts.values_list("party_id", flat=True)), icon="message",
        permission=Permission.JOINT_PLAN_ANSWER, text=format_lazy(words, code=proposal.code),
        url=proposal_url(proposal), key=f"joint.terms:{proposal.pk}:{proposal.terms}:{proposal.status}",
    )  # fmt: skip
