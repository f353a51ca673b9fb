"""An agreed proposal becomes an activity of the year's plan, which its parties and the department alone see."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, PartyKind, Permission, Role, Seat, require
from phoihop.base.errors import Refused
from phoihop.clauses.towers.models import JointProposal, ProposalKind, ProposalPart, ProposalStatus
from phoihop.programme.actions import plan as plan_actions
from phoihop.programme.models import Plan, PlanStatus


def open_activity(*, actor: Actor, proposal: JointProposal) -> JointProposal:
    """Open the activity of an agreed proposal that has none yet, as where the plan was agreed later.

    :raises Refused: not all agreed, or the year has no agreed plan
    """
    require(actor, Permission.JOINT_PLAN_RUN, party=proposal.round.programme.lead_id)
    if proposal.status not in (ProposalStatus.AGREED, ProposalStatus.SIGNED):
        raise Refused(_("Chỉ mở hoạt động khi các bên đã đồng ý đề xuất."))
    if proposal.activity_id is not None:
        raise Refused(_("Đề xuất này đã có hoạt động trong kế hoạch năm."))
    with transaction.atomic():
        if not open_activity_of(actor, proposal):
            raise Refused(
                _("Năm %(year)s chưa có kế hoạch được các bên thống nhất. Hãy lập và thống nhất kế hoạch trước.")
                % {"year": proposal.round.year}
            )
    return proposal


def open_activity_of(actor: Actor, proposal: JointProposal) -> bool:
    """Add the item to the agreed plan, which opens its activity; whether there was such a plan.

    The last party to agree completes what the department proposed, and may not write its plan: the item is added in
    that person's name with the lead's seat, which lasts for this call alone.
    """
    round_ = proposal.round
    plan = Plan.objects.filter(programme_id=round_.programme_id, year=round_.year, status=PlanStatus.FROZEN)
    plan = plan.select_related("programme__lead", "memorandum").order_by("-frozen_at")
    found = plan.first()
    if found is None:
        return False
    parts = list(proposal.parts.select_related("party").order_by("party__short_name"))
    seat = Seat(round_.programme.lead_id, PartyKind.REGULATOR, Role.OFFICER)
    builds = proposal.kind == ProposalKind.BUILD
    with translation.override(settings.LANGUAGE_CODE):  # the plan is one text for all, whoever agreed last
        title = _("Cùng xây dựng cột ăng ten – %(code)s") if builds else _("Thuê chỗ trên cột ăng ten – %(code)s")
        item = plan_actions.add_item(
            actor=replace(actor, seats=(*actor.seats, seat)), plan=found, kind="towers", restricted=True,
            title=title % {"code": proposal.code}, starts_on=proposal.starts_on, ends_on=proposal.ends_on,
            owner=proposal.lead_builder, participants=[part.party for part in parts], note=_terms(proposal, parts),
            clause=found.memorandum.clauses.filter(kind="towers").first(),
            reason=_("Các bên đã đồng ý đề xuất dùng chung %(code)s.") % {"code": proposal.code},
        )  # fmt: skip
    JointProposal.objects.filter(pk=proposal.pk).update(activity=item.activity)
    proposal.activity = item.activity
    audit.record(actor, "towers.proposal.activity_opened", proposal, party=round_.programme.lead_id)
    return True


def _terms(proposal: JointProposal, parts: list[ProposalPart]) -> str:
    """Lead builder and cost split, for those who take part."""
    lines = []
    if proposal.lead_builder is not None:
        lines.append(_("Đơn vị chủ trì xây dựng: %(party)s") % {"party": proposal.lead_builder.short_name})
    lines.append(_("Cách chia chi phí: %(method)s") % {"method": proposal.get_split_method_display()})
    for part in parts:
        if part.need_id is not None:
            shown = f"{part.share_vnd:,}".replace(",", ".")
            lines.append(_("%(party)s: %(amount)s đồng") % {"party": part.party.short_name, "amount": shown})
    return "\n".join(lines)
