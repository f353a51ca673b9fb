"""A form of two indicators, one broken down by technology; a round of it that is open on the cast's day."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.clauses.briefings.actions.reports import rounds
from phoihop.clauses.briefings.actions.sheets import taking, uploading
from phoihop.clauses.briefings.models import Report, ReportForm, ReportUpload
from phoihop.clauses.briefings.queries.sheets.preview import preview
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.clauses.briefings.tests.reports.conftest import DATES, fill, fresh, make_form
from phoihop.clauses.briefings.tests.sheets.made import workbook

HEAD = ["STT", "Chỉ tiêu", "ĐVT", "Kỳ này"]
GOOD = (HEAD, [1, "Thuê bao di động", "thuê bao", 1923], ["", "- 4G", "", 1900], [2, "Doanh thu", "triệu đồng", 12.5])


@pytest.fixture
def version(regulator):
    return make_form(regulator)


@pytest.fixture
def open_period(regulator, programme, version):
    """``open_period("2025H2")`` opens a round that takes figures on the cast's day."""

    def open_(code):
        row = rounds.draft_round(
            actor=regulator, programme=programme, version=version, period=read_period(code), dates=DATES
        )
        return rounds.open_round(actor=regulator, round_=row)

    return open_


@pytest.fixture
def report(open_period, vnpt):
    return fresh(Report.objects.get(round=open_period("2026H1"), party=vnpt.party))


@pytest.fixture
def send(vnpt):
    """``send(report, data)`` sends a file for a report of VNPT's."""

    def sent(report, data, name="so-lieu.xlsx"):
        upload = SimpleUploadedFile(name, data)
        return uploading.begin_upload(actor=vnpt, report=report, upload=upload)

    return sent


@pytest.fixture
def send_history(programme, version):
    """``send_history(vnpt, data)`` sends a file of several periods."""

    def sent(actor, data, party=None, name="lich-su.xlsx"):
        form = ReportForm.objects.get(pk=version.form_id)
        return uploading.begin_history(
            actor=actor, programme=programme, form=form, party=party, upload=SimpleUploadedFile(name, data)
        )

    return sent


def take(actor, upload, token=None):
    """Take a file over as it was seen."""
    row = ReportUpload.objects.select_related("party", "round__version__form", "form", "programme", "file").get(
        pk=upload.pk
    )
    seen = preview(actor=actor, upload=row).token if token is None else token
    return taking.take_upload(actor=actor, upload=row, token=seen)


def kept(report):
    """What stands in a report: ``{"thue_bao": (1923.0, False)}``."""
    rows = report.values.values_list("indicator__code", "code__code", "value", "estimate")
    return {
        f"{one}[{code}]" if code else one: (float(value), told) for one, code, value, told in rows if value is not None
    }


__all__ = ["fill", "workbook"]
