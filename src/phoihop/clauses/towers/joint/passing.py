"""The joint plan when one party takes over from another; what a person hands over follows the party by itself."""

from __future__ import annotations

import datetime as dt

from django.db.models import Max

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.clauses.towers.models import JointFiling, JointNeed, JointProposal, JointRound, ProposalPart, ShareHint
from phoihop.people.models import Party


def take_over_joint(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """Needs and parts of running rounds go on with the successor; what is settled keeps the names it was settled under.

    Two parts in one proposal that have become one party's are left as they are: their proposal is for the department
    to close.
    """
    for round_ in JointRound.objects.running().filter(programme__participants__party=successor).distinct():
        _move_needs(round_, predecessor, successor)
        ProposalPart.objects.filter(proposal__round=round_, proposal__status="open", party=predecessor).exclude(
            proposal__parts__party=successor
        ).update(party=successor)
        JointProposal.objects.filter(round=round_, status="open", lead_builder=predecessor).update(
            lead_builder=successor
        )
        audit.record(actor, "towers.round.taken_over", round_, party=successor)


def _move_needs(round_: JointRound, predecessor: Party, successor: Party) -> None:
    """Numbers go on from the successor's own; a receipt names the party that filed it, which proves it still."""
    last = JointNeed.objects.filter(round=round_, party=successor).aggregate(last=Max("number"))["last"] or 0
    for number, need in enumerate(JointNeed.objects.filter(round=round_, party=predecessor), start=last + 1):
        JointNeed.objects.filter(pk=need.pk).update(party=successor, number=number)
    ShareHint.objects.filter(round=round_, party=predecessor).delete()  # its marks are keyed to the old party
    JointFiling.objects.filter(round=round_, party=predecessor).delete()
