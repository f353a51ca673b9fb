"""The pages of files of figures."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.clauses.briefings.models import ReportUpload, ReportValue, SheetMapping
from phoihop.clauses.briefings.tests.sheets.conftest import GOOD, HEAD
from phoihop.clauses.briefings.tests.sheets.made import workbook
from phoihop.testing.cast import NOON


@pytest.fixture
def client(vnpt, report, client_of):
    return client_of(vnpt)


@pytest.fixture(autouse=True)
def _on_the_day():
    """Pages look at the clock."""
    with time_machine.travel(NOON, tick=True):
        yield


@pytest.fixture
def sent(client, report):
    """``sent(rows…)`` sends a workbook and gives the address it leads to."""

    def send(*rows):
        file = SimpleUploadedFile("x.xlsx", workbook(*rows))
        return client.post(reverse("briefings:report_upload", args=[report.pk]), {"file": file}).url

    return send


def test_from_the_file_to_the_report(client, sent):
    address = sent(*GOOD)
    page = client.get(address)

    response = client.post(f"{address}/take", {"token": page.context["preview"].token}, follow=True)

    assert "Đã ghi 3 số liệu" in response.content.decode()
    assert ReportValue.objects.count() == 3
    assert client.get(address).status_code == 200


def test_taking_with_an_old_preview_changes_nothing(client, sent):
    response = client.post(f"{sent(*GOOD)}/take", {"token": "old"}, follow=True)

    assert "đã thay đổi sau khi xem trước" in response.content.decode()
    assert not ReportValue.objects.exists()


def test_a_question_is_answered_on_the_page(client, sent):
    address = sent(HEAD, [1, "Số máy đang dùng", "thuê bao", 1923])
    form = client.get(address).context["answers_form"]

    response = client.post(f"{address}/answers", {"answer_0": "thue_bao"}, follow=True)

    assert [one.kind for one in form.questions] == ["row"]
    assert response.context["preview"].takeable
    assert SheetMapping.objects.count() == 1
    assert client.post(f"{address}/answers", {"answer_0": "x"}).status_code == 302  # nothing is open any more


def test_a_wrong_answer_is_told(client, sent):
    address = sent(HEAD, [1, "Số máy đang dùng", "thuê bao", 1923])

    response = client.post(f"{address}/answers", {"answer_0": "nothing of the kind"})

    assert response.status_code == 422
    assert not SheetMapping.objects.exists()


def test_errors_stand_on_the_page_and_in_a_file(client, sent):
    address = sent(HEAD, [1, "Thuê bao di động", "", "nhiều"])

    page, file = client.get(address).content.decode(), client.get(f"{address}/errors")

    assert "Trang “Bao cao”, ô D2: “nhiều” không phải là số" in page
    assert "Ghi tất cả" not in page
    assert file.content.startswith(b"PK")


def test_a_file_that_cannot_be_opened_is_told_beside_the_field(client, report):
    address = reverse("briefings:report_upload", args=[report.pk])

    response = client.post(address, {"file": SimpleUploadedFile("x.xlsm", b"PK\x03\x04 no")})

    assert response.status_code == 422
    assert "hỏng" in response.content.decode()
    assert not ReportUpload.objects.exists()


def test_a_file_is_thrown_away(client, sent):
    address = sent(*GOOD)

    response = client.post(f"{address}/drop", follow=True)

    assert "Tệp đã bỏ" in response.content.decode()
    assert client.post(f"{address}/take", {"token": ""}, follow=True).status_code == 200
    assert not ReportValue.objects.exists()


def test_history_of_a_party_and_of_the_department(client, regulator, client_of, report):
    address = reverse("briefings:upload_new")
    rows = (["Chỉ tiêu", "2026H1"], ["Doanh thu", 5])

    for browser, more in ((client, {"party": str(report.party_id)}), (client_of(regulator), {"party": ""})):
        form = browser.get(address).context["form"]
        way = form.fields["way"].choices[0][0]
        data = {"way": way, "file": SimpleUploadedFile("x.xlsx", workbook(*rows)), **more}
        response = browser.post(address, data, follow=True)
        assert response.status_code == 200
        assert "preview" in response.context


def test_templates_and_exports_are_files(client, report):
    template = client.get(reverse("briefings:report_template", args=[report.pk]))
    export = client.post(reverse("briefings:report_export", args=[report.pk, "adx"]))
    unknown = client.post(reverse("briefings:round_export", args=[report.round_id, "pdf"]))

    assert template["Content-Disposition"] == 'attachment; filename="vt-01-vnpt-2026h1.xlsx"'
    assert export["Content-Type"].startswith("application/xml")
    assert unknown.status_code == 404
