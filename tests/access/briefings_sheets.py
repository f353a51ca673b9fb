"""Files of figures: VNPT's, with its secrets, of a report that is typed; one of the past, sent by the department."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.sheets import csv_bytes
from phoihop.clauses.briefings.actions.reports import rounds
from phoihop.clauses.briefings.actions.sheets import uploading
from phoihop.clauses.briefings.models import FormSection, FormVersion, Indicator, Report, ReportForm
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.testing.cast import NOON
from tests.access.markers import FIGURE, secret

if TYPE_CHECKING:
    from tests.access.world import World

DATES = rounds.Dates(dt.date(2026, 6, 1), dt.date(2026, 6, 20), dt.date(2026, 6, 30))


def sheets(world: World) -> None:
    """A form of one indicator, its round, and a file for it that waits."""
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    form = ReportForm.objects.create(regulator=officer.party, code="TEP-01", title="Biểu gửi tệp")
    version = FormVersion.objects.create(
        form=form, number=1, status="published", effective_from=dt.date(2020, 1, 1), published_at=NOON
    )
    section = FormSection.objects.create(version=version, title="Thuê bao")
    indicator = Indicator.objects.create(section=section, code="thue_bao", name="Thuê bao", unit="thuê bao")
    round_ = rounds.draft_round(
        actor=officer, programme=world.programme, version=version, period=read_period("2026H1"), dates=DATES
    )
    rounds.open_round(actor=officer, round_=round_)
    report = Report.objects.select_related("round__version__form", "round__programme", "party").get(
        round=round_, party=vnpt.party
    )
    report.values.create(indicator=indicator, value=Decimal(FIGURE), changed_at=NOON)
    upload = uploading.begin_upload(actor=vnpt, report=report, upload=_file(secret("tep-so-lieu"), "Số liệu"))
    desk = uploading.begin_history(
        actor=officer, programme=world.programme, form=form, party=vnpt.party, upload=_file("cu", "2025H1")
    )
    named = {"file_report": report, "file_round": round_, "figures_file": upload, "desk_file": desk}
    world.args |= {name: (row.pk,) for name, row in named.items()}
    world.args |= {
        "file_report_csv": (report.pk, "csv"), "file_round_csv": (round_.pk, "csv"),
        "figures_stored": (upload.file_id,), "desk_stored": (desk.file_id,),
    }  # fmt: skip


def _file(name: str, heading: str) -> SimpleUploadedFile:
    rows = [("Thuê bao", int(FIGURE) + 1), (secret("dong-la"), 5)]
    return SimpleUploadedFile(f"{name}.csv", csv_bytes(["Chỉ tiêu", heading], rows))
