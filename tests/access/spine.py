"""Reports with VNPT's figures and objection, and papers addressed to VNPT."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from phoihop.papers.actions import papers as paper_actions
from phoihop.papers.actions import register
from phoihop.papers.rendering import Paper, Paragraph, Signature
from phoihop.programme.actions import report as actions
from phoihop.programme.models import Activity, Plan, ReportPeriod
from phoihop.testing.cast import DAY
from tests.access.markers import secret

if TYPE_CHECKING:
    from tests.access.world import World


def reports(world: World) -> None:
    """The half year is out for confirmation and VNPT objects; the year is frozen, with an addendum to VNPT's part."""
    officer, director, vnpt = (world.people[name] for name in ("regulator", "director", "vnpt"))
    plan = Plan.objects.get(pk=world.args["plan"][0])
    half = actions.gather_report(actor=officer, plan=plan, period=ReportPeriod.HALF_YEAR)
    draft = {"report_draft": (half.pk,)}
    year = actions.gather_report(actor=officer, plan=plan, period=ReportPeriod.YEAR)
    actions.circulate_report(actor=officer, report=year, confirm_by=DAY)
    actions.answer_report(
        actor=vnpt, report=year, party=vnpt.party, confirms=False, objection=secret("chua-thong-nhat")
    )
    objected = {"report_objected": (year.pk, vnpt.party.pk)}
    actions.resolve_objection(actor=officer, report=year, party=vnpt.party, resolution=secret("cach-xu-ly"))
    year.refresh_from_db()
    actions.freeze_report(actor=director.on(DAY + dt.timedelta(days=1)), report=year)
    actions.add_addendum(actor=director, report=year, text=secret("phu-luc"), party=vnpt.party)
    made = actions.propose_commendation(
        actor=officer, report=year, party=vnpt.party, person=secret("ca-nhan"), reason=secret("thanh-tich")
    )
    world.args |= draft | objected
    world.args |= {"report": (year.pk,), "decide": (made.pk, "decide"), "reject": (made.pk, "reject")}


def papers(world: World) -> None:
    """A letter to VNPT that was issued, one still being drafted, and one waiting for its number."""
    officer = world.people["regulator"]
    activity = Activity.objects.get(pk=world.args["activity"][0])

    def draw() -> object:
        description = Paper(
            type="CV", abstract=secret("cong-van"), body=(Paragraph(secret("noi-dung-cong-van")),),
            issuing_body="Sở Thông tin và Truyền thông", symbol="STTTT-VP", place="Hải Dương",
            signatures=(Signature(position="Giám đốc", name="Trần Văn Bình"),),
        )  # fmt: skip
        return paper_actions.draw_paper(
            actor=officer, party=officer.party, description=description, subject=activity,
            audience=[world.people["vnpt"].party], lead_id=officer.party.pk,
        )  # fmt: skip

    issued, drafted, final, signed = draw(), draw(), draw(), draw()
    for paper in (issued, final, signed):
        paper_actions.submit_paper(actor=officer, paper=paper)
    for paper in (issued, signed):
        register.record_signature(actor=world.people["clerk"], paper=paper, signed_on=DAY)
    register.issue_paper(actor=world.people["clerk"], paper=issued, issued_on=DAY)
    issued.refresh_from_db()
    world.args |= {
        "paper": (issued.pk,), "paper_draft": (drafted.pk,), "paper_final": (final.pk,), "paper_signed": (signed.pk,),
        "paper_file": (issued.pdf_id,),
    }  # fmt: skip
