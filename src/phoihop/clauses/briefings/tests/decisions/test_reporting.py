import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.briefings.actions.decisions import following, reporting
from phoihop.notices.models import Notice


def test_the_owner_reports_with_evidence(vnpt, task, regulator):
    paper = SimpleUploadedFile("nghiem-thu.txt", "Đã nghiệm thu".encode())

    update = reporting.report_progress(
        actor=vnpt, decision=task, party=vnpt.party, text="Đã xong 100 %", upload=paper, finished=True
    )

    task.refresh_from_db()
    assert (task.state, task.reported_at) == ("reported", vnpt.at)
    assert update.file.name == "nghiem-thu.txt"
    assert Notice.objects.filter(user=regulator.user, text__startswith="Báo cáo đã làm xong").exists()


def test_a_rival_reports_nothing(viettel, task):
    with pytest.raises(Refused):
        reporting.report_progress(actor=viettel, decision=task, party=viettel.party, text="xong")


def test_nobody_reports_for_another(viettel, task, vnpt):
    with pytest.raises(NotAllowed):
        reporting.report_progress(actor=viettel, decision=task, party=vnpt.party, text="xong")


def test_silence_is_no_report(vnpt, task):
    with pytest.raises(Refused, match="tình hình"):
        reporting.report_progress(actor=vnpt, decision=task, party=vnpt.party, text="  ", finished=True)

    task.refresh_from_db()
    assert (task.state, task.updates.count()) == ("open", 0)


def test_a_closed_task_takes_no_more_reports(vnpt, regulator, task):
    following.confirm_done(actor=regulator, decision=task)

    with pytest.raises(Refused, match="khép lại"):
        reporting.report_progress(actor=vnpt, decision=task, party=vnpt.party, text="thêm")
