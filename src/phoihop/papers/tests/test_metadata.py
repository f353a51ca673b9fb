"""Metadata by decree 30 appendix VI."""

import xml.etree.ElementTree as ET

import pytest

from phoihop.papers.metadata import LIMITS, as_xml, metadata_of
from phoihop.papers.models import Paper


@pytest.fixture
def fields(issue):
    return metadata_of(issue(), ["VNPT Hải Dương", "Viettel Hải Dương"])


def test_the_fields_of_an_issued_paper(fields):
    assert fields["CodeNumber"] == "01"
    assert fields["CodeNotation"] == "BC-STTTT"
    assert fields["IssuedDate"] == "2026-06-15"
    assert fields["TypeName"] == "Báo cáo"
    assert fields["PageAmount"] == "1"
    assert (fields["SignerName"], fields["SignerPosition"]) == ("Trần Văn Bình", "Giám đốc")
    assert fields["To"] == "VNPT Hải Dương; Viettel Hải Dương"


def test_no_field_is_longer_than_allowed(issue):
    paper = issue()
    paper.abstract, paper.signer_name, paper.signer_position, paper.symbol = "ă" * 500, "b" * 150, "c" * 150, "D" * 30
    paper.party.name, paper.party.organ_id = "đ" * 200, "H" * 13

    fields = metadata_of(paper, ["Đơn vị có tên rất dài"] * 200)

    assert {name for name, value in fields.items() if len(value) > LIMITS[name]} == set()
    assert len(fields["Subject"]) == 500
    assert len(fields["SignerName"]) == LIMITS["SignerName"]


def test_xml_reads_back_whatever_the_abstract_says(issue, fields):
    Paper.objects.update(abstract='a < b & \x08 "c"')
    paper = Paper.objects.select_related("party").get()

    document = ET.fromstring(as_xml(metadata_of(paper, [])))  # noqa: S314  our own text

    assert document.findtext("Subject") == 'a < b &  "c"'
    assert [child.tag for child in document] == list(LIMITS)


def test_a_draft_has_no_number_and_no_day(draft):
    fields = metadata_of(draft, [])

    assert (fields["CodeNumber"], fields["IssuedDate"]) == ("", "")
