"""Files of several periods."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.base.jobs import Progress
from phoihop.base.sheets import csv_bytes
from phoihop.clauses.briefings.actions.sheets import taking, uploading
from phoihop.clauses.briefings.exchange import HEAD
from phoihop.clauses.briefings.jobs.figures import take_figures
from phoihop.clauses.briefings.models import Report, ReportForm, ReportRound, ReportValue
from phoihop.clauses.briefings.queries.sheets.preview import preview
from phoihop.clauses.briefings.tests.sheets.conftest import fill, kept, take
from phoihop.clauses.briefings.tests.sheets.made import workbook
from phoihop.testing.factories import RegulatorFactory

ACROSS = (
    ["Chỉ tiêu", "ĐVT", "6 tháng đầu năm 2025", "6 tháng cuối năm 2025", "So với cùng kỳ (%)"],
    ["Thuê bao di động", "thuê bao", 100, 200, 200], ["Doanh thu", "triệu đồng", 1.5, 2.5, 166],
)  # fmt: skip


def sheet_a_period():
    """A workbook with a sheet for each of two periods."""
    head = ["Chỉ tiêu", "Thực hiện"]
    return workbook(
        head, ["Doanh thu", 1.5], name="6T đầu 2025", more={"6T cuối 2025": [head, ["Doanh thu", 2.5]]}
    )  # fmt: skip


def long_table(*rows):
    """The plain table that we export."""
    return csv_bytes(
        HEAD, [(period, party, "", 1, code, part, "", "", value, "") for period, party, code, part, value in rows]
    )


@pytest.mark.parametrize("data", [workbook(*ACROSS), sheet_a_period()], ids=["columns", "sheets"])
def test_a_party_fills_the_periods_that_are_open(vnpt, open_period, send_history, data):
    first, second = open_period("2025H1"), open_period("2025H2")
    upload = send_history(vnpt, data, vnpt.party)

    take(vnpt, upload)

    figures = [kept(Report.objects.get(round=one, party=vnpt.party))["doanh_thu"] for one in (first, second)]
    assert figures == [(1.5, False), (2.5, False)]


def test_a_table_whose_columns_are_indicators_and_rows_periods(vnpt, open_period, send_history):
    open_period("2025H1")
    data = workbook(["Kỳ", "Thuê bao di động", "Doanh thu"], ["2025H1", 100, 1.5])

    take(vnpt, send_history(vnpt, data, vnpt.party))

    assert kept(Report.objects.get(party=vnpt.party)) == {"thue_bao": (100, False), "doanh_thu": (1.5, False)}


def test_a_period_that_is_not_open_is_told_and_nothing_is_taken(vnpt, open_period, send_history):
    open_period("2025H1")
    upload = send_history(vnpt, workbook(*ACROSS), vnpt.party)

    told = [one.text("vi") for one in preview(actor=vnpt, upload=upload).reading.problems if one.level == "error"]

    assert "chưa mở đợt báo cáo cho 6 tháng cuối năm 2025" in told[0]
    with pytest.raises(taking.NotTakeable):
        take(vnpt, upload)
    assert not ReportValue.objects.exists()


def test_the_department_opens_past_periods_and_parties_still_submit_themselves(regulator, vnpt, viettel, send_history):
    data = long_table(
        ("2025H1", "VNPT", "doanh_thu", "", 1.5), ("2025H1", "VTL", "doanh_thu", "", 3.5),
        ("2025H2", "VNPT", "thue_bao", "4g", 7),
    )  # fmt: skip
    upload = send_history(regulator, data, name="lich-su.csv")

    assert take(regulator, upload) == 3

    assert sorted(ReportRound.objects.values_list("period", "status")) == [("2025H1", "open"), ("2025H2", "open")]
    reports = {(one.round.period, one.party.code): one for one in Report.objects.select_related("round", "party")}
    assert kept(reports[("2025H1", "VTL")]) == {"doanh_thu": (3.5, False)}
    assert kept(reports[("2025H2", "VNPT")]) == {"thue_bao[4g]": (7, False)}
    assert {one.status for one in reports.values()} == {"draft"}


def test_the_department_does_not_fill_in_what_a_party_has_begun(regulator, vnpt, open_period, send_history):
    round_ = open_period("2025H1")
    fill(vnpt, Report.objects.get(round=round_, party=vnpt.party), doanh_thu="9")
    upload = send_history(regulator, long_table(("2025H1", "VNPT", "doanh_thu", "", 1.5)), name="x.csv")

    told = " ".join(one.text("vi") for one in preview(actor=regulator, upload=upload).reading.problems)

    assert "tự nhập" in told
    assert "9" not in told


def test_a_period_that_is_not_over_is_no_past(regulator, send_history):
    upload = send_history(regulator, long_table(("2026H2", "VNPT", "doanh_thu", "", 1)), name="x.csv")

    assert "chưa kết thúc" in preview(actor=regulator, upload=upload).reading.problems[0].text("vi")


def test_nobody_sends_history_for_a_rival(vnpt, viettel, visitor, programme, version):
    upload = SimpleUploadedFile("x.csv", long_table(("2025H1", "VTL", "doanh_thu", "", 1)))

    with pytest.raises(NotAllowed):
        uploading.begin_history(actor=vnpt, programme=programme, form=version.form, party=viettel.party, upload=upload)


def test_a_file_of_a_rivals_figures_is_refused_without_naming_them(vnpt, open_period, send_history):
    open_period("2025H1")
    upload = send_history(vnpt, long_table(("2025H1", "VTL", "doanh_thu", "", 1)), vnpt.party, name="x.csv")

    told = [one.text("vi") for one in preview(actor=vnpt, upload=upload).reading.problems if one.level == "error"]

    assert "VTL" in told[0]
    assert len(told) == 1


def test_a_large_file_is_taken_by_a_job(monkeypatch, vnpt, open_period, send_history):
    monkeypatch.setattr(taking, "AT_ONCE", 1)
    open_period("2025H1")
    data = long_table(("2025H1", "VNPT", "doanh_thu", "", 1), ("2025H1", "VNPT", "thue_bao", "", 2))
    upload = send_history(vnpt, data, vnpt.party, name="x.csv")

    job = take(vnpt, upload)
    url = take_figures(vnpt, Progress(job), **job.payload)

    assert url.endswith(str(upload.pk))
    assert kept(Report.objects.get(party=vnpt.party)) == {"doanh_thu": (1, False), "thue_bao": (2, False)}
    assert take_figures(vnpt, Progress(job), **job.payload) == url  # a job that is started again


def test_another_departments_form_is_not_there(regulator, programme, version, vnpt):
    other = ReportForm.objects.create(regulator=RegulatorFactory(), code="X", title="X")

    with pytest.raises(NotVisible):
        uploading.begin_history(
            actor=vnpt, programme=programme, form=other, party=vnpt.party, upload=SimpleUploadedFile("x.csv", b"a;b")
        )
