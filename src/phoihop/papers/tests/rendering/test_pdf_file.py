"""The file: PDF/A, metadata, the same bytes, text that would be markup, text that no font has."""

from __future__ import annotations

import io
import unicodedata

import pdfplumber
import pytest

from phoihop.papers.rendering import FontsMissing, Paragraph, fonts, pdf, render_docx, render_many, render_pdf
from phoihop.papers.tests.rendering.measure import Drawn
from phoihop.papers.tests.rendering.samples import DAY, invitation, report

TRAPS = [
    "#x;",
    "*b* _i_",
    "\\",
    "\\\\n",
    "@ref",
    "$x$",
    "<label>",
    "`raw`",
    '"',
    "'",
    "// c",
    "/* c */",
    "{}",
    "#{1+1}",
]


def test_the_file_claims_pdf_a_2b():
    xmp = render_pdf(report()).decode("latin-1")

    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in xmp


def test_the_file_says_what_it_is_and_when_it_was_made():
    with pdfplumber.open(io.BytesIO(render_pdf(report()))) as document:
        facts = document.metadata

    assert facts["Title"] == "Báo cáo 05/BC-STTTT Tổng kết chương trình phối hợp công tác năm 2010"
    assert facts["Author"] == "Sở Thông tin và Truyền thông"
    assert f"{DAY:%Y%m%d}" in facts["CreationDate"]


@pytest.mark.parametrize("changes", [{}, {"date": None, "number": None}, {"verify_url": "https://phoihop.example/1"}])
def test_the_same_description_gives_the_same_bytes(changes):
    first = render_pdf(report(**changes))
    render_pdf(invitation())

    assert render_pdf(report(**changes)) == first


@pytest.mark.parametrize("trap", TRAPS)
def test_text_is_never_read_as_markup(trap):
    drawn = Drawn(report(abstract=f"a {trap} b", body=(Paragraph(f"c {trap} d"),)))

    assert f"a {trap} b" in drawn.texts[0]
    assert f"c {trap} d./." in drawn.texts[0]


def test_decomposed_text_is_composed():
    text = "Tiếng Việt có đủ dấu: ở, ữ, ặ, ỹ"

    drawn = Drawn(report(abstract=unicodedata.normalize("NFD", text)))

    assert text in drawn.texts[0]


@pytest.mark.parametrize("pasted", ["giao ban 😀", "漢字 và ไทย", "\x00\x07\ud800 dấu"])
def test_characters_that_no_font_has_do_not_stop_a_paper(pasted):
    paper = report(abstract=f"trước {pasted} sau")

    drawn = Drawn(paper)

    assert "trước" in drawn.texts[0]
    assert "sau" in drawn.texts[0]
    assert render_docx(paper)


def test_many_papers_are_drawn_one_by_one_each_as_alone():
    papers = [invitation(f"Doanh nghiệp {n}", number=n) for n in range(1, 4)]

    drawn = render_many(iter(papers))

    assert next(drawn) == render_pdf(papers[0])
    assert list(drawn) == [render_pdf(paper) for paper in papers[1:]]


def test_missing_fonts_say_how_to_get_them(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FONTS", tmp_path)
    monkeypatch.setattr(pdf, "_threads", pdf.threading.local())

    with pytest.raises(FontsMissing, match="run `make`"):
        render_pdf(report())
