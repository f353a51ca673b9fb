"""A signed proposal in the registry: the mast that is to be built with everyone on it, or the rented place."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.registry.codes import ensure_classes
from phoihop.clauses.towers.actions.registry.masts import new_mast
from phoihop.clauses.towers.actions.registry.room import fitting_height, held_mast
from phoihop.clauses.towers.actions.registry.sites import new_site
from phoihop.clauses.towers.actions.registry.tenancies import enter_agreed
from phoihop.clauses.towers.joint.results import SiteFacts
from phoihop.clauses.towers.models import JointProposal, Mast, MastClass, MastState, ProposalKind, ProposalPart, Site
from phoihop.clauses.towers.queries.joint.needs import open_facts
from phoihop.clauses.towers.queries.joint.settled import built_heights, site_of
from phoihop.people.models import Party


def enter_registry(*, actor: Actor, proposal: JointProposal) -> Mast:
    """Write what was signed into the registry, once; in the transaction of the last signature.

    A new mast enters as planned, owned by the lead builder, who reports when it stands; the tenancies are there from
    the start, with the wind areas of the needs and as
    low as each needs, one band apart; they begin on that day. A rented place begins on the first
    day of the proposal.

    :raises Refused: nobody leads the building, or the mast has no room any more
    """
    if proposal.mast is not None:
        return proposal.mast
    parts = list(proposal.parts.select_related("party", "need").order_by("party__short_name"))
    site = site_of(proposal)
    mast = _planned(actor, proposal, site) if proposal.kind == ProposalKind.BUILD else held_mast(UUID(site.mast))
    heights = built_heights(proposal=proposal) if proposal.kind == ProposalKind.BUILD else {}
    for part in parts:
        if part.need is not None:
            _stand(actor, proposal, mast, part, heights)
    JointProposal.objects.filter(pk=proposal.pk).update(mast=mast)
    proposal.mast = mast
    return mast


def _planned(actor: Actor, proposal: JointProposal, site: SiteFacts) -> Mast:
    if proposal.lead_builder is None:
        raise Refused(_("Chưa chọn đơn vị chủ trì xây dựng nên chưa biết ai đứng tên cột trong sổ."))
    owner = proposal.lead_builder
    with translation.override(settings.LANGUAGE_CODE):  # the registry is one text for all, whoever signed last
        name = _("Cột xây chung %(code)s") % {"code": proposal.code}
    place = {"latitude": site.latitude, "longitude": site.longitude, "code": _code(proposal, owner), "name": name}
    built = {"mast_class": _class(proposal), "height_m": proposal.height_m, "state": MastState.PLANNED}
    return new_mast(actor, new_site(actor, owner, place), built, own_use=False)


def _code(proposal: JointProposal, owner: Party) -> str:
    code = f"QH{proposal.round.year}-{proposal.code}"
    while Site.objects.filter(owner=owner, code=code).exists():
        code = f"{code}*"
    return code


def _class(proposal: JointProposal) -> MastClass:
    """The class of the price list as the registry of the department has it, or a new one of that name."""
    ensure_classes()
    lead = proposal.round.programme.lead
    known = MastClass.objects.of_regulator(lead.pk).filter(code=proposal.class_code).order_by("keeper_id").first()
    return known or MastClass.objects.create(keeper=lead, code=proposal.class_code, label=proposal.class_code)


def _stand(
    actor: Actor, proposal: JointProposal, mast: Mast, part: ProposalPart, heights: Mapping[UUID, Decimal]
) -> None:
    if part.need is None:
        return
    facts = open_facts(part.need, proposal.round)
    wind = Decimal(repr(facts.wind_m2)) if facts.wind_m2 else None
    builds = proposal.kind == ProposalKind.BUILD
    needed = Decimal(repr(float(facts.height_m)))
    enter_agreed(
        actor, mast, part.party,
        antenna_height_m=heights[part.party_id] if builds else fitting_height(mast, needed, proposal.pk),
        wind_area_m2=wind, since=None if builds else max(proposal.starts_on, actor.today),
        agreement_ref=proposal.code, agreement_id=proposal.pk,
    )  # fmt: skip
