"""The body of a paper: margins, indent, spacing, numbering, tables, pictures, the end mark."""

from __future__ import annotations

import io

import pdfplumber
import pypdfium2
import pytest
from pdfminer.utils import decode_text

from phoihop.papers.rendering import (
    Bullets,
    Cell,
    Column,
    Figure,
    Heading,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Table,
    bold,
    italic,
    render_pdf,
)
from phoihop.papers.tests.rendering.measure import MM, Drawn
from phoihop.papers.tests.rendering.samples import LONG, report

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><rect width="10" height="5"/></svg>'


def test_text_stays_within_the_margins_of_the_decree():
    drawn = Drawn(report(body=(Paragraph(LONG),) * 30))

    assert drawn.sizes[0] == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))
    body = [word for word in drawn.words if word.size > 13.5]
    assert min(word.left for word in body) == pytest.approx(30, abs=0.2)
    assert 190 <= max(word.right for word in body) <= 195.1
    assert min(word.top for word in drawn.words if word.page == 1) >= 20
    with pdfplumber.open(io.BytesIO(drawn.pdf)) as document:
        assert max(c["bottom"] for c in document.pages[0].chars) / MM <= 277.1


def test_paragraphs_are_14_points_indented_and_at_least_6_points_apart():
    drawn = Drawn(report())
    words = [word for word in drawn.words if word.size == pytest.approx(14) and not word.bold and not word.italic]
    starts = [word for word in words if word.text == "Sở" and word.left > 40]
    lines = sorted({round(word.top * MM, 1) for word in words if word.top < starts[1].top + 30})

    assert [word.left - 30 for word in starts] == [pytest.approx(12.7, abs=0.2)] * 2
    within, between = (
        lines[1] - lines[0],
        starts[1].top * MM - max(top for top in lines if top < starts[1].top * MM - 1),
    )
    assert 14 * 1.149 <= within <= 14 * 1.149 * 1.5
    assert between - within >= 5.9


def test_runs_are_bold_or_italic():
    drawn = Drawn(report(body=(Paragraph((Run("Phải "), bold("đúng hạn"), Run(" và "), italic("đầy đủ"))),)))

    assert all(word.bold for word in drawn.line("đúng hạn"))
    assert drawn.line("đầy")[0].italic


def test_levels_are_numbered_and_lower_ones_begin_again():
    body = (
        Heading("Mục đích"),
        Heading("Yêu cầu", "item"),
        *(Numbered("nội dung", "point") for _ in range(6)),
        Heading("Tổ chức"),
        Numbered("thực hiện"),
        Heading("Hiệu lực", "article"),
        Numbered("thi hành", "article"),
    )

    text = Drawn(report(body=body)).texts[0]

    for line in (
        "I. MỤC ĐÍCH",
        "1. Yêu cầu",
        "đ) nội dung",
        "e) nội dung",
        "II. TỔ CHỨC",
        "1. thực hiện",
        "Điều 1. Hiệu",
    ):
        assert f"{line}" in text
    assert "Điều 2. thi hành./." in text


@pytest.mark.parametrize(
    ("last", "end"),
    [
        (Paragraph("Trân trọng."), "Trân trọng./."),
        (Paragraph("Đã xong./."), "Đã xong./."),
        (Bullets(("một;", "hai.")), "- hai./."),
        (Paragraph((bold("Hết"), Run("."))), "Hết./."),
        (Table((Column("A"),), (("b",),)), "b\n./."),
    ],
)
def test_the_body_ends_with_the_mark(last, end):
    text = Drawn(report(body=(last,))).texts[0]

    assert end in text
    assert text.count("./.") == 1


def test_a_table_of_thirty_pages_repeats_its_header_and_numbers_its_pages():
    rows = tuple((str(n), f"Hoạt động {n}", "Quý II") for n in range(1, 1201))
    columns = (Column("STT", 0.4, "center"), Column("Nội dung", 3), Column("Thời gian", 1, "center"))

    pdf = pypdfium2.PdfDocument(render_pdf(report(body=(Table(columns, rows),))))  # quicker than measuring every word
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]

    assert len(texts) >= 30
    assert all("STT Nội dung Thời gian" in text for text in texts[:-1])
    assert texts[14].startswith("15 ")
    assert "1200 Hoạt động 1200 Quý II" in " ".join(texts[-2:])


def test_columns_share_the_width_as_told_and_cells_may_span():
    head = ((Cell("Đơn vị", rowspan=2), Cell("Kết quả", colspan=2)), ("Kế hoạch", "Thực hiện"))
    table = Table((Column("", 1), Column("", 1, "right"), Column("", 2, "right")), (("VNPT", "1", "2"),), head=head)

    drawn = Drawn(report(body=(table,)))

    with pdfplumber.open(io.BytesIO(drawn.pdf)) as document:
        found = document.pages[0].find_tables()[0]
    assert [round((x1 - x0) / MM, 1) for x0, _, x1, _ in found.rows[-1].cells] == [
        pytest.approx(width, abs=0.2) for width in (41.25, 41.25, 82.5)
    ]
    assert drawn.line("Đơn vị")[0].bold
    assert "VNPT 1 2" in drawn.texts[0]


def test_words_too_long_for_a_column_are_broken_and_copied_whole():
    digest = "0123456789abcdef" * 8

    drawn = Drawn(report(body=(Table((Column("Mã"),), ((digest,),)),)))

    assert max(word.right for word in drawn.words) <= 195.1
    assert digest in "".join(drawn.texts[0].split())


def test_a_picture_has_alt_text_and_its_caption_stays_with_it():
    figure = Figure(SVG, alt="Hình chữ nhật", caption="Hình 1. Chữ nhật", width_mm=400)

    drawn = Drawn(report(body=(*[Paragraph(LONG)] * 6, figure)))

    assert "Hình 1. Chữ nhật" in drawn.texts[1]
    with pdfplumber.open(io.BytesIO(drawn.pdf)) as document:
        box = max(document.pages[1].rects, key=lambda rect: rect["width"])
        objects = [document.doc.getobj(number) for xref in document.doc.xrefs for number in xref.get_objids()]
    assert box["width"] / MM == pytest.approx(165, abs=0.5)
    assert "Hình chữ nhật" in [decode_text(it["Alt"]) for it in objects if isinstance(it, dict) and "Alt" in it]


def test_a_page_break_begins_a_page():
    drawn = Drawn(report(body=(Paragraph("trước"), PageBreak(), Paragraph("sau"))))

    assert "trước" in drawn.texts[0]
    assert "sau./." in drawn.texts[1]
