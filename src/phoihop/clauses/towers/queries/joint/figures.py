"""What agreed proposals save, for the year report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.clauses.towers.joint.safe_totals import may_be_told
from phoihop.clauses.towers.models import JointProposal, JointRound, ProposalPart, RoundStatus
from phoihop.programme.models import Activity


@dataclass(frozen=True, slots=True)
class Savings:
    """Đồng saved against building alone, by party; and of all together, where no party could reckon another's."""

    by_party: dict[UUID, int]
    together_vnd: int | None
    masts: int | None  # shared by agreement; likewise


def savings(*, actor: Actor, activity: Activity) -> Savings:
    """Of the rounds that belong to an activity; of agreed proposals alone."""
    rounds = JointRound.objects.visible_to(actor).filter(activity=activity).exclude(status=RoundStatus.CANCELLED)
    bound = JointProposal.objects.filter(round__in=rounds.values("pk")).binding()
    found: dict[UUID, int] = defaultdict(int)
    for part in ProposalPart.objects.filter(proposal__in=bound.values("pk"), need__isnull=False):
        found[part.party_id] += part.alone_vnd - part.share_vnd
    told = may_be_told(found.values())
    return Savings(dict(found), sum(found.values()) if told else None, bound.count() if told else None)
