import io

import pdfplumber
import pytest

from phoihop.papers.rendering import render_pdf
from phoihop.programme.describe.memorandum import abstract_of, memorandum_paper


@pytest.fixture
def paper(revision):
    days = {"bao-chi": "Ngày Báo chí", "buu-dien": "Ngày Bưu điện"}
    return memorandum_paper(revision.content, place="Hải Dương", symbol="BGN-STTTT", days=days)


def test_each_party_has_its_place_to_sign_in_order(paper):
    signatures = [(one.party, one.name, one.position) for one in paper.signatures]

    assert signatures[0] == ("Sở Thông tin và Truyền thông tỉnh Hải Dương", "Người ký STTTT", "GIÁM ĐỐC")
    assert len(signatures) == 4
    assert paper.signature_layout == "parties"


def test_bases_stand_before_the_text(paper):
    assert paper.bases[0].startswith("Căn cứ Luật Viễn thông")


def test_the_pdf_carries_the_clauses(paper):
    with pdfplumber.open(io.BytesIO(render_pdf(paper))) as pdf:
        text = " ".join(page.extract_text() for page in pdf.pages)

    assert "Dùng chung hạ tầng trạm BTS" in text
    assert "6 tháng một lần (tháng 6, 12)" in text
    assert "ngày truyền thống: Ngày Báo chí; Ngày Bưu điện" in text
    assert "Người ký VTL" in text


def test_the_type_is_not_said_twice():
    assert abstract_of("Biên bản ghi nhớ về phối hợp") == "Về phối hợp"
    assert abstract_of("Thỏa thuận phối hợp") == "Thỏa thuận phối hợp"
