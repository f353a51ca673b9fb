"""What answers to earlier proposals settle for the next plan."""

from __future__ import annotations

from phoihop.base.access import Actor
from phoihop.clauses.towers.joint.results import SiteFacts
from phoihop.clauses.towers.joint.sealing import unseal
from phoihop.clauses.towers.models import JointProposal, JointRound, PartAnswer, ProposalKind, ProposalStatus
from phoihop.clauses.towers.queries.joint.inputs import Answered
from phoihop.cores.towerplan.model import Fixed


def site_of(proposal: JointProposal) -> SiteFacts:
    """The mast of a proposal; whoever calls this has found the row through ``visible_to``, and decides what to show."""
    return SiteFacts.of(unseal(proposal.round.salt, f"proposal:{proposal.pk}", proposal.sealed))


def settled(*, actor: Actor, round_: JointRound) -> Answered:
    """Agreed proposals stay as they are; declined matches are not tried again."""
    rows = (
        JointProposal.objects.visible_to(actor).filter(round=round_).select_related("round").prefetch_related("parts")
    )
    fixed, masts, pairs = [], set(), set()
    for proposal in rows.prefetch_related("parts").order_by("code"):
        site = site_of(proposal)
        if proposal.status in (ProposalStatus.AGREED, ProposalStatus.SIGNED):
            fixed.append(_kept(site))
        elif proposal.status == ProposalStatus.DECLINED:
            if proposal.kind == ProposalKind.RENT:
                masts |= {(need, site.mast) for need in site.needs}
            else:
                pairs |= _refused(proposal, site)
    return Answered(tuple(fixed), frozenset(masts), frozenset(pairs))


def _kept(site: SiteFacts) -> Fixed:
    needs = tuple(sorted(site.needs))
    if site.mast:
        return Fixed(needs, mast=site.mast)
    return Fixed(needs, xy=(site.longitude, site.latitude), class_code=site.class_code)


def _refused(proposal: JointProposal, site: SiteFacts) -> set[tuple[str, str]]:
    """Who declined shares with none of the others; those who did not may still share with each other."""
    against = {str(part.need_id) for part in proposal.parts.all() if part.answer != PartAnswer.ACCEPT}
    return {(min(one, other), max(one, other)) for one in against for other in site.needs if other != one}
