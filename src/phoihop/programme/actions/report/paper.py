"""The report as a paper."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.papers.actions.papers import draw_paper, redraw_paper
from phoihop.papers.models import Paper, PaperStatus
from phoihop.papers.present_signer import signature_of
from phoihop.programme.actions.report.reports import joined, lock
from phoihop.programme.describe.report import report_paper
from phoihop.programme.models import YearReport


def draw_report(*, actor: Actor, report: YearReport) -> Paper:
    """The report as a paper: the part that all read goes to all; figures by party stay with the department.

    A draft is drawn again with the figures as they are now: once the report is frozen, those that were sealed, with
    their checksum.

    :raises Refused: its paper is out for signature or issued
    """
    require(actor, Permission.REPORT_GATHER, party=report.programme.lead_id)
    lead = report.programme.lead
    with transaction.atomic():
        lock(report)
        description = report_paper(report, signer=signature_of(lead, on=actor.today), on=actor.today)
        if report.paper is not None and report.paper.status == PaperStatus.DRAFT:
            return redraw_paper(actor=actor, paper=report.paper, description=description)
        if report.paper is not None and report.paper.status != PaperStatus.VOID:
            raise Refused(_("Văn bản của báo cáo đã trình ký hoặc ban hành. Hãy xử lý tiếp ở trang của văn bản đó."))
        paper = draw_paper(
            actor=actor, party=lead, subject=report, lead_id=lead.pk, audience=joined(report), description=description
        )
        YearReport.objects.filter(pk=report.pk).update(paper=paper)
        report.paper = paper
    return paper
