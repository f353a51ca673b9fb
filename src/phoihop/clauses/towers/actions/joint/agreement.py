"""The agreement of a proposal as a paper, drawn by the department and signed by the parties alone."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.joint.answering import proposal_url
from phoihop.clauses.towers.describe.joint import JointFacts, JointSide, joint_agreement_paper
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.models import JointProposal, ProposalKind, ProposalPart, ProposalStatus
from phoihop.clauses.towers.queries.joint.settled import built_heights, site_of
from phoihop.notices.actions import tell
from phoihop.papers.actions.papers import draw_paper
from phoihop.papers.actions.rounds import SlotPlan, open_round
from phoihop.papers.models import PaperStatus, RegisteredSigner, SigningMode, SigningRound
from phoihop.people.models import Party

DAYS_TO_SIGN = 30


def draw_agreement(*, actor: Actor, proposal: JointProposal) -> SigningRound:
    """Draw the agreement of a proposal that all agreed to, and give it out for signature.

    :raises Refused: not all agreed, it is drawn already, or a party has no registered signer
    """
    lead = proposal.round.programme.lead
    require(actor, Permission.JOINT_PLAN_RUN, party=lead)
    with transaction.atomic():
        rows = JointProposal.objects.select_for_update(of=("self",))
        held = rows.select_related("round__programme__lead", "lead_builder", "paper").get(pk=proposal.pk)
        if held.status != ProposalStatus.AGREED:
            raise Refused(_("Chỉ lập thỏa thuận khi mọi bên đã đồng ý và chưa ký."))
        if held.paper is not None and held.paper.status != PaperStatus.VOID:
            raise Refused(_("Thỏa thuận đã được lập. Hãy xem văn bản đó."))
        if held.kind == ProposalKind.BUILD and held.lead_builder is None:
            raise Refused(_("Hãy chọn đơn vị chủ trì xây dựng trước; cột sẽ đứng tên đơn vị đó trong sổ."))
        parts = list(held.parts.select_related("party").order_by("party__short_name"))
        signers = [_signer(actor, part.party) for part in parts]
        paper = draw_paper(
            actor=actor, party=lead, description=joint_agreement_paper(_facts(held, parts, signers)), subject=held,
            audience=[part.party for part in parts], lead_id=lead.pk,
        )  # fmt: skip
        round_ = open_round(
            actor=actor, paper=paper, mode=SigningMode.PARALLEL, due_on=actor.today + dt.timedelta(days=DAYS_TO_SIGN),
            slots=[SlotPlan(one.party, one.name, one.position) for one in signers],
        )  # fmt: skip
        JointProposal.objects.filter(pk=held.pk).update(paper=paper)
        audit.record(actor, "towers.proposal.agreement_drawn", held, party=lead, after={"paper": paper.pk})
        tell(
            actor=actor, users_of=[part.party_id for part in parts], permission=Permission.DOCUMENT_SIGN,
            icon="writing-sign", url=proposal_url(held), key=f"joint.agreement:{paper.pk}",
            text=format_lazy(gettext_lazy("Thỏa thuận của đề xuất dùng chung {code} chờ ký."), code=held.code),
        )  # fmt: skip
    return round_


def _signer(actor: Actor, party: Party) -> RegisteredSigner:
    found = RegisteredSigner.objects.filter(party=party, valid_from__lte=actor.today)
    signer = found.exclude(valid_to__lt=actor.today).select_related("party").first()
    if signer is None:
        words = _("%(party)s chưa đăng ký người ký. Hãy đăng ký ở trang đơn vị, mục Người ký, rồi lập lại.")
        raise Refused(words % {"party": party.short_name})
    return signer


def _facts(proposal: JointProposal, parts: list[ProposalPart], signers: list[RegisteredSigner]) -> JointFacts:
    site, round_ = site_of(proposal), proposal.round
    lead = round_.programme.lead
    heights = built_heights(proposal=proposal) if proposal.kind == ProposalKind.BUILD else {}
    with translation.override(settings.LANGUAGE_CODE):  # papers are Vietnamese, whoever draws them
        split = str(proposal.get_split_method_display())
    return JointFacts(
        builds=proposal.kind == ProposalKind.BUILD, code=proposal.code, year=round_.year,
        programme=round_.programme.name, place=lead.place, symbol=f"BTT-{lead.code}",
        sides=tuple(
            JointSide(
                part.party.name, part.party.address, part.party.tax_code, signer.name, signer.position,
                part.share_vnd if part.need_id is not None else None, heights.get(part.party_id),
            )
            for part, signer in zip(parts, signers, strict=True)
        ),
        lead_builder=proposal.lead_builder.name if proposal.lead_builder else "", class_code=proposal.class_code,
        height_m=proposal.height_m, latitude=site.latitude, longitude=site.longitude, cost_vnd=proposal.cost_vnd,
        split=split, starts_on=proposal.starts_on, ends_on=proposal.ends_on,
        years=Rulebook.of(round_.rules).years,
    )  # fmt: skip
