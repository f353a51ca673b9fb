"""Last year's report, this year's review, commendations."""

from __future__ import annotations

import datetime as dt

from phoihop.config.demo.cast import Cast
from phoihop.config.demo.figures import REMARKS
from phoihop.config.demo.moments import at
from phoihop.papers.actions.papers import submit_paper
from phoihop.papers.actions.register import issue_paper, record_signature
from phoihop.programme.actions import report as reports
from phoihop.programme.models import Plan, ReportPeriod, YearReport


def finished_report(cast: Cast, plan: Plan, start: dt.date, period: ReportPeriod) -> YearReport:
    """Gathered, circulated, confirmed by all but one who objected and was answered, frozen, printed and numbered."""
    report = reports.gather_report(actor=cast.officer(at(start)), plan=plan, period=period.value)
    reports.write_remarks(actor=cast.officer(at(start, 10)), report=report, remarks=REMARKS)
    reports.circulate_report(actor=cast.officer(at(start, 11)), report=report, confirm_by=start + dt.timedelta(days=7))
    for days, party in enumerate(cast.enterprises, start=1):
        objects = party.code == "MBF"
        reports.answer_report(
            actor=cast.focal(party, at(start + dt.timedelta(days=days), 9)), report=report, party=party,
            confirms=not objects,
            objection="Số lượt người được phổ biến quý IV còn thiếu 12 lượt." if objects else "",
        )  # fmt: skip
    settle = start + dt.timedelta(days=8)
    mobifone = next(party for party in cast.enterprises if party.code == "MBF")
    reports.resolve_objection(
        actor=cast.officer(at(settle)),
        report=report,
        party=mobifone,
        resolution="Đã đối chiếu danh sách ký nhận; giữ số liệu, 12 lượt tính vào kỳ sau.",
    )
    reports.freeze_report(actor=cast.officer(at(settle, 10)), report=report)
    paper = reports.draw_report(actor=cast.officer(at(settle, 11)), report=report)
    submit_paper(actor=cast.officer(at(settle, 12)), paper=paper)
    record_signature(actor=cast.clerk(at(settle, 15)), paper=paper, signed_on=settle)
    issue_paper(actor=cast.clerk(at(settle, 16)), paper=paper, issued_on=settle)
    return report


def commend(cast: Cast, report: YearReport, day: dt.date) -> None:
    """Proposed from the figures; the director decides the first two."""
    made = reports.propose_from_figures(actor=cast.officer(at(day)), report=report)
    for commendation in made[:2]:
        reports.decide_commendation(actor=cast.director(at(day, 14)), commendation=commendation)
