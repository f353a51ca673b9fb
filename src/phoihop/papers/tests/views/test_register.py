"""The register and what can be taken away from it."""

import csv
import io
import xml.etree.ElementTree as ET
import zipfile

import pytest
from django.urls import reverse

from phoihop.papers.metadata import LIMITS
from phoihop.papers.models import Paper
from phoihop.papers.tests.desk import queries_of


def _codes(page):
    return [paper.code for paper in page.context["papers"]]


def test_the_newest_number_stands_first_and_drafts_before_it(client_of, clerk, issue, draw):
    issue()
    issue()
    draw()

    assert _codes(client_of(clerk).get(reverse("papers:register"))) == ["…/BC-STTTT", "02/BC-STTTT", "01/BC-STTTT"]


def test_an_enterprise_finds_only_what_was_sent_to_it(client_of, vnpt, viettel, issue, draw):
    issue()
    issue(audience=[viettel.party])
    draw()

    assert _codes(client_of(vnpt).get(reverse("papers:register"))) == ["01/BC-STTTT"]
    assert _codes(client_of(viettel).get(reverse("papers:register"))) == ["02/BC-STTTT"]


def test_clerks_see_what_waits_for_a_number_and_others_do_not(client_of, clerk, regulator, sign, draw):
    paper = sign(draw())

    assert list(client_of(clerk).get(reverse("papers:register")).context["waiting"]) == [paper]
    assert list(client_of(regulator).get(reverse("papers:register")).context["waiting"]) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "phối hợp"}, 2), ({"q": "2"}, 1), ({"q": "02/BC-STTTT"}, 1), ({"q": "02/KH"}, 0), ({"type": "BC"}, 2),
        ({"type": "KH"}, 0), ({"status": "issued"}, 2), ({"year": "2026"}, 2), ({"year": "2025"}, 0),
        ({"q": "99999999999999999999"}, 0), ({"q": "²"}, 0), ({"year": "²²²²"}, 2), ({"year": "0000"}, 2),
        ({"page": "99"}, 2), ({"status": "x"}, 0),
    ],
)  # fmt: skip
def test_the_register_is_searched(client_of, clerk, issue, query, found):
    issue()
    issue()

    assert len(_codes(client_of(clerk).get(reverse("papers:register"), query))) == found


def test_the_sheet_holds_ones_own_body_and_no_formulas(client_of, clerk, issue):
    issue()
    Paper.objects.update(abstract="=1+1")

    answer = client_of(clerk).get(reverse("papers:register_xlsx"))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        assert "=1+1" in book.read("xl/sharedStrings.xml").decode()
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


def test_metadata_of_the_selection(client_of, clerk, issue, vnpt):
    issue()
    issue()

    answer = client_of(clerk).get(reverse("papers:register_metadata"), {"q": "01/BC-STTTT"})

    head, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert head == list(LIMITS)
    assert [row[head.index("CodeNumber")] for row in rows] == ["01"]
    assert rows[0][head.index("To")] == vnpt.party.name


def test_metadata_of_one_paper(client_of, clerk, issue):
    answer = client_of(clerk).get(reverse("papers:paper_metadata", args=[issue().pk]))

    assert ET.fromstring(answer.content).findtext("CodeNumber") == "01"  # noqa: S314  our own text


@pytest.mark.parametrize("name", ["register_xlsx", "register_metadata"])
def test_a_focal_point_takes_no_register_away(client_of, vnpt, issue, name):
    issue()

    assert client_of(vnpt).get(reverse(f"papers:{name}")).status_code == 403


def test_the_metadata_of_a_paper_tells_its_reader_no_other_readers(client_of, vnpt, viettel, issue):
    paper = issue(audience=[vnpt.party, viettel.party])

    assert client_of(vnpt).get(reverse("papers:paper_metadata", args=[paper.pk])).status_code == 403


def test_the_number_of_queries_does_not_grow_with_papers(client_of, clerk, issue):
    browser = client_of(clerk)
    issue()
    few = queries_of(lambda: browser.get(reverse("papers:register")))
    for _ in range(3):
        issue()

    assert queries_of(lambda: browser.get(reverse("papers:register"))) == few
