"""The history: who may read what, searching, exporting."""

import csv
import io
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phoihop.base import audit
from phoihop.base.queries import history_of
from phoihop.people.models import Party
from phoihop.testing.factories import RegulatorFactory

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]


@pytest.fixture
def entries(regulator, vnpt, programme):
    other = RegulatorFactory()
    return {
        "ours": audit.record(regulator, "programme.programme.edited", programme, after={"name": "Mới"}),
        "vnpt": audit.record(vnpt, "people.party.edited", vnpt.party, before={"phone": "1"}, after={"phone": "2"}),
        "other": audit.record(regulator, "people.party.edited", other, party=other),
    }


def _export(client, query=""):
    response = client.get(f"/history/export.csv{query}")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return response, list(csv.DictReader(io.StringIO(text)))


def test_the_auditor_reads_what_the_department_leads_and_nothing_else(client_of, auditor, entries):
    lines = list(client_of(auditor).get("/history/").context["lines"])

    assert [line.entry.seq for line in lines] == [entries["vnpt"].seq, entries["ours"].seq]


def test_an_entry_of_another_department_does_not_exist(client_of, auditor, entries):
    client = client_of(auditor)

    assert client.get(f"/history/{entries['other'].seq}/").status_code == 404
    assert client.get(f"/history/{entries['vnpt'].seq}/").status_code == 200


def test_an_entry_shows_before_and_after(client_of, auditor, entries):
    response = client_of(auditor).get(f"/history/{entries['vnpt'].seq}/")

    assert [(c.label, c.before, c.after) for c in response.context["changes"]] == [("Điện thoại", "1", "2")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("?q=VNPT", ["vnpt"]), ("?q=Chuyên viên", ["ours"]), ("?event=people.party.edited", ["vnpt"]),
     ("?q=dau moi vnpt", ["vnpt"]), ("?q=SUA CHUONG TRINH", ["ours"]), ("?since=16/06/2026", []),
     ("?until=15/06/2026", ["vnpt", "ours"]), ("?since=31/02/2026", ["vnpt", "ours"]), ("?q=khong-co", [])],
)  # fmt: skip
def test_searching(client_of, auditor, entries, query, expected):
    lines = client_of(auditor).get(f"/history/{query}").context["lines"]

    assert [line.entry.seq for line in lines] == [entries[name].seq for name in expected]


def test_searching_by_party_person_and_row(client_of, auditor, vnpt, entries):
    client = client_of(auditor)
    queries = [f"party={vnpt.party.pk}", f"person={vnpt.user_id}", f"row={vnpt.party.pk}"]

    found = [client.get(f"/history/?{query}").context["lines"] for query in queries]

    assert [[line.entry.seq for line in lines] for lines in found] == [[entries["vnpt"].seq]] * 3
    assert found[0][0].party == "VNPT"


def test_only_people_who_did_something_can_be_chosen(client_of, auditor, entries):
    search = client_of(auditor).get("/history/").context["search"]

    assert [name for _pk, name in search.fields["person"].choices] == ["Mọi người", "Chuyên viên Sở", "Đầu mối VNPT"]


def test_the_page_asks_as_much_for_many_lines_as_for_few(client_of, auditor, vnpt, entries):
    client = client_of(auditor)
    client.get("/history/")
    with CaptureQueriesContext(connection) as few:
        client.get("/history/")
    for number in range(30):
        audit.record(vnpt, "people.party.edited", vnpt.party, after={"phone": str(number)})

    with CaptureQueriesContext(connection) as many:
        client.get("/history/")

    assert len(many) == len(few)


def test_an_enterprise_reads_no_history(client_of, vnpt, entries):
    client = client_of(vnpt)

    assert [client.get(f"/history/{rest}").status_code for rest in ("", "export.csv", "export.xlsx", "1/")] == [403] * 4


def test_the_export_holds_the_same_lines(client_of, auditor, entries):
    response, rows = _export(client_of(auditor), "?event=people.party.edited")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert [row["seq"] for row in rows] == [str(entries["vnpt"].seq)]
    assert rows[0]["after"] == '{"phone": "2"}'
    assert rows[0]["hash"] == entries["vnpt"].hash


def test_the_workbook_holds_the_same_lines_and_no_formula(client_of, auditor, vnpt):
    vnpt.party.name = "=1+1"
    entry = audit.record(vnpt, "people.party.edited", vnpt.party)

    response = client_of(auditor).get("/history/export.xlsx")
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert response["Content-Disposition"].endswith('.xlsx"')
    assert entry.hash in sheet
    assert "'=1+1" in sheet
    assert "<f>" not in sheet


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_the_export_is_a_formula(client_of, auditor, vnpt, formula):
    Party.objects.filter(pk=vnpt.party.pk).update(name=formula)
    vnpt.party.name = formula
    audit.record(vnpt, "people.party.edited", vnpt.party)

    _response, rows = _export(client_of(auditor))

    assert [row["object"] for row in rows] == [f"'{formula}"]


def test_a_row_shows_its_own_history_to_its_party_alone(vnpt, viettel, entries):
    assert [line.entry.seq for line in history_of(actor=vnpt, row=vnpt.party)] == [entries["vnpt"].seq]
    assert history_of(actor=viettel, row=vnpt.party) == []
