"""Files for one report: previewed, then taken over whole or not at all."""

import pytest

from phoihop.base.errors import NotAllowed, NotVisible, Refused, Stale
from phoihop.base.files import visible_file
from phoihop.base.models import AuditEntry
from phoihop.clauses.briefings.actions.sheets import taking, uploading
from phoihop.clauses.briefings.models import ReportStatus, ReportUpload, ReportValue, SheetMapping
from phoihop.clauses.briefings.queries.sheets import uploads
from phoihop.clauses.briefings.queries.sheets.preview import findings_after, preview
from phoihop.clauses.briefings.tests.sheets.conftest import GOOD, HEAD, fill, kept, take
from phoihop.clauses.briefings.tests.sheets.made import workbook


def test_nothing_is_in_the_report_before_it_is_confirmed(vnpt, report, send):
    fill(vnpt, report, doanh_thu="10", thue_bao="1.923")

    found = preview(actor=vnpt, upload=send(report, workbook(*GOOD)))

    assert [(str(one.figure.cell), one.kind) for one in found.parts[0].changes] == [
        ("thue_bao", "same"), ("thue_bao[4g]", "new"), ("doanh_thu", "changed"),
    ]  # fmt: skip
    assert kept(report) == {"thue_bao": (1923, False), "doanh_thu": (10, False)}


def test_confirming_writes_what_differs_as_new_versions_of_the_cells(vnpt, report, send):
    fill(vnpt, report, doanh_thu="10", thue_bao="1.923")
    upload = send(report, workbook(*GOOD))

    assert take(vnpt, upload) == 2

    assert kept(report) == {"thue_bao": (1923, False), "thue_bao[4g]": (1900, False), "doanh_thu": (12.5, False)}
    rows = {one.indicator.code: one for one in ReportValue.objects.filter(code=None).select_related("indicator")}
    assert (rows["doanh_thu"].version, rows["doanh_thu"].source) == (2, "sheet")
    assert (rows["thue_bao"].version, rows["thue_bao"].source) == (1, "typed")
    told = AuditEntry.objects.get(event="briefings.upload.taken")
    assert told.after == {"written": 2, "periods": ["2026H1"]}


def test_what_was_typed_after_the_preview_is_not_overwritten(vnpt, report, send):
    upload = send(report, workbook(*GOOD))
    token = preview(actor=vnpt, upload=upload).token
    fill(vnpt, report, doanh_thu="77")

    with pytest.raises(Stale):
        take(vnpt, upload, token)

    assert kept(report) == {"doanh_thu": (77, False)}
    assert ReportUpload.objects.get().taken_at is None


def test_a_file_is_taken_once(vnpt, report, send):
    upload = send(report, workbook(*GOOD))
    take(vnpt, upload)

    with pytest.raises(Refused, match="đã được xử lý"):
        take(vnpt, upload, "x")
    with pytest.raises(Refused, match="đã được xử lý"):
        uploading.drop_upload(actor=vnpt, upload=ReportUpload.objects.get())


def test_one_wrong_cell_keeps_the_whole_file_out(vnpt, report, send):
    upload = send(report, workbook(*GOOD[:-1], [2, "Doanh thu", "triệu đồng", "nhiều"]))

    with pytest.raises(taking.NotTakeable):
        take(vnpt, upload)

    assert not ReportValue.objects.exists()
    assert "nhiều" in upload.problems[0]


def test_a_report_that_was_handed_in_takes_no_file(vnpt, report, send):
    upload = send(report, workbook(*GOOD))
    report.status = ReportStatus.SUBMITTED
    report.save()

    with pytest.raises(Refused):
        take(vnpt, upload)
    with pytest.raises(Refused, match="không nhận số liệu"):
        send(report, workbook(*GOOD))

    assert not ReportValue.objects.exists()


def test_a_file_that_cannot_be_opened_is_not_kept(vnpt, report, send):
    with pytest.raises(Refused, match="hỏng"):
        send(report, workbook(*GOOD)[:300])

    assert not ReportUpload.objects.exists()


def test_answers_are_remembered_for_the_next_file(vnpt, report, send):
    data = workbook(HEAD, [1, "Số máy đang dùng", "thuê bao", 1923])
    upload = send(report, data)
    question = next(iter(preview(actor=vnpt, upload=upload).reading.questions))

    uploading.answer_questions(actor=vnpt, upload=upload, answers={question: "thue_bao"})

    assert SheetMapping.objects.get().target == "thue_bao"
    assert preview(actor=vnpt, upload=send(report, data)).takeable


def test_a_unit_is_answered_for_one_file_alone(vnpt, report, send):
    data = workbook(HEAD, [1, "Doanh thu", "tỷ đồng", 1.5])
    upload = send(report, data)
    question = next(iter(preview(actor=vnpt, upload=upload).reading.questions))

    uploading.answer_questions(actor=vnpt, upload=upload, answers={question: "1e3"})

    assert take(vnpt, upload) == 1
    assert kept(report) == {"doanh_thu": (1500, False)}
    assert preview(actor=vnpt, upload=send(report, data)).reading.questions


def test_what_the_rules_will_say_is_told_before(vnpt, report, send):
    found = preview(actor=vnpt, upload=send(report, workbook(HEAD, [2, "Doanh thu", "", 5])))

    assert "required" in {one.check for one in findings_after(actor=vnpt, part=found.parts[0])}


def test_a_rivals_file_does_not_exist_and_the_department_reads_no_draft(viettel, regulator, vnpt, report, send):
    upload = send(report, workbook(*GOOD))

    for stranger in (viettel, regulator):
        with pytest.raises(NotVisible):
            uploads.visible_upload(actor=stranger, pk=upload.pk)
        with pytest.raises(NotVisible):
            visible_file(actor=stranger, pk=upload.file_id)
        with pytest.raises(NotAllowed):
            taking.take_now(actor=stranger, upload=upload, token="")
    assert visible_file(actor=vnpt, pk=upload.file_id).party_id == vnpt.party.pk


def test_a_file_can_be_thrown_away(vnpt, report, send):
    upload = send(report, workbook(*GOOD))

    uploading.drop_upload(actor=vnpt, upload=upload)

    with pytest.raises(Refused):
        take(vnpt, upload, "x")
    assert not ReportValue.objects.exists()
