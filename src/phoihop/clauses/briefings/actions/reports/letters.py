"""The letter that asks for reports."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.models import ReportRound, RoundStatus
from phoihop.clauses.briefings.queries.reports.rounds import parties_to_ask
from phoihop.clauses.briefings.reporting.letter import letter_description
from phoihop.papers.actions.papers import draw_paper, redraw_paper
from phoihop.papers.models import Paper, PaperStatus
from phoihop.papers.present_signer import signature_of


def draw_letter(*, actor: Actor, round_: ReportRound, text: str) -> Paper:
    """Draft the letter of a round, or draw its draft anew; it is then signed and numbered as every paper.

    :raises Refused: the round is over, nobody is asked, or the letter left the desk
    """
    lead = round_.programme.lead
    require(actor, Permission.FIGURES_ASK, party=lead)
    require(actor, Permission.PAPER_WRITE, party=lead)
    if round_.status not in (RoundStatus.DRAFT, RoundStatus.OPEN):
        raise Refused(_("Đợt báo cáo đã kết thúc nên không lập công văn nữa."))
    to = parties_to_ask(actor=actor, round_=round_)
    if not to:
        raise Refused(_("Không có đơn vị nào phải báo cáo theo biểu này. Hãy chọn đơn vị trong biểu mẫu trước."))
    signer = signature_of(lead, on=actor.today)
    description = letter_description(round_, to, text=text, signer=signer, on=actor.today)
    with transaction.atomic():
        old = round_.letter
        if old is not None and old.status == PaperStatus.DRAFT:
            redraw_paper(actor=actor, paper=old, description=description)
            old.audience.set(to)
            return old
        if old is not None and old.status != PaperStatus.VOID:
            raise Refused(_("Công văn của đợt này đã trình ký hoặc phát hành. Hãy xử lý công văn đó."))
        paper = draw_paper(
            actor=actor, party=lead, description=description, subject=round_, audience=to, lead_id=lead.pk
        )
        ReportRound.objects.filter(pk=round_.pk).update(letter=paper)
        round_.letter = paper
        audit.record(actor, "briefings.round.letter_drawn", round_, party=lead, after={"paper": paper.pk})
    return paper
