"""What answers to earlier proposals settle for the next plan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor
from phoihop.clauses.towers.joint.heights import antenna_heights
from phoihop.clauses.towers.joint.results import SiteFacts
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.joint.sealing import unseal
from phoihop.clauses.towers.models import JointProposal, JointRound, PartAnswer, ProposalKind, ProposalStatus
from phoihop.clauses.towers.queries.joint.inputs import Answered
from phoihop.clauses.towers.queries.joint.needs import open_facts
from phoihop.cores.towerplan.model import Fixed


def site_of(proposal: JointProposal) -> SiteFacts:
    """The mast of a proposal; whoever calls this has found the row through ``visible_to``, and decides what to show."""
    return SiteFacts.of(unseal(proposal.round.salt, f"proposal:{proposal.pk}", proposal.sealed))


def built_heights(*, proposal: JointProposal) -> dict[UUID, Decimal]:
    """Party → height of its antennas on a mast that is built together; as for :func:`site_of`."""
    needs = {
        str(part.party_id): open_facts(part.need, proposal.round).height_m
        for part in proposal.parts.select_related("need")
        if part.need is not None
    }
    band_m = Rulebook.of(proposal.scenario.rules).band_m
    heights = antenna_heights(needs, band_m, float(proposal.height_m))
    return {UUID(party): height for party, height in heights.items()}


@dataclass(frozen=True, slots=True)
class AgreedRent:
    """What a proposal lets onto a mast that all agreed to and not all have signed."""

    mast_id: UUID
    code: str
    operator_id: UUID
    height_m: Decimal
    wind_m2: Decimal


def agreed_rents(
    *, masts: Collection[UUID], leads: Collection[UUID] | QuerySet[Any, Any], but: UUID | None = None
) -> list[AgreedRent]:
    """Agreed rents on some masts; for the actions that hold the masts: nobody else is told.

    :param leads: the departments that keep the masts
    :param but: a proposal that is not asked
    """
    agreed = JointProposal.objects.filter(status=ProposalStatus.AGREED, kind=ProposalKind.RENT).exclude(
        pk__in=[but] if but else []
    )
    agreed = agreed.filter(round__programme__lead__in=leads).select_related("round")
    known = {str(pk): pk for pk in masts}
    found = []
    for proposal in agreed.prefetch_related("parts__need"):
        mast_id = known.get(site_of(proposal).mast)
        for part in proposal.parts.all() if mast_id is not None else ():
            if mast_id is not None and part.need is not None:
                facts = open_facts(part.need, proposal.round)
                height_m, wind_m2 = Decimal(repr(facts.height_m)), Decimal(repr(facts.wind_m2))
                found.append(AgreedRent(mast_id, proposal.code, part.party_id, height_m, wind_m2))
    return found


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
