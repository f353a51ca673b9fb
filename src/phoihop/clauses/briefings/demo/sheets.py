"""The demo's workbooks and exchange files of reports: one that an enterprise sent and has not decided on."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.access import Actor
from phoihop.base.sheets import Sheet, xlsx_bytes
from phoihop.base.sheets.workbook_xml import Value
from phoihop.clauses.briefings.actions.sheets.uploading import begin_upload
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import Report, ReportStatus
from phoihop.clauses.briefings.queries.forms.shapes import shape_of
from phoihop.clauses.briefings.queries.sheets.figures import current_figures
from phoihop.clauses.briefings.reporting.standing import takes_figures

ROWS = 12
STRANGE = "Số nhà trạm cho thuê lại"  # a row that the enterprise's own table has and the form has not


def build(stage: Stage) -> None:
    """Build this part on the parts before."""
    found = Report.objects.filter(round__programme=stage.programme, status=ReportStatus.DRAFT)
    mine = found.filter(party__in=stage.enterprises).select_related("round__version__form", "round__programme", "party")
    for report in mine.order_by("party__code"):
        actor = stage.focal(report.party, stage.now)
        if takes_figures(report, actor.today):
            _send(actor, report)
            return


def _send(actor: Actor, report: Report) -> None:
    """The enterprise's own table, whose last row the form does not know."""
    shape = shape_of(report.round.version, report.round.ends_on).shape
    now, _estimates = current_figures(report)
    rows: list[tuple[Value, ...]] = []
    for number, one in enumerate(shape.indicators[:ROWS], start=1):
        there = now.get(one.total)
        rows.append((number, one.name, one.unit, float(there) if there else 120 + number))
    rows.append((len(rows) + 1, STRANGE, "trạm", 14))
    data = xlsx_bytes([Sheet("Tổng hợp", ("STT", "Chỉ tiêu", "ĐVT", "Kỳ này"), rows, (6, 50, 14, 16))])
    upload = SimpleUploadedFile(f"Bao cao {report.round.period} {report.party.code}.xlsx", data)
    begin_upload(actor=actor, report=report, upload=upload)
