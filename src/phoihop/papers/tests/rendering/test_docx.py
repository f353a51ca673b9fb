"""The editable document: pages, styles, sizes, tables, page numbers, the same text as the PDF."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from phoihop.papers.rendering import Appendix, Cell, Column, Figure, Heading, Paper, Paragraph, Table, render_docx
from phoihop.papers.tests.rendering.samples import LONG, decision, invitation, letter, memorandum, minutes, report

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><rect width="10" height="5"/></svg>'


def opened(paper: Paper):
    return Document(io.BytesIO(render_docx(paper)))


def every_paragraph(document):
    for element in document.element.body.iter(qn("w:p")):
        yield next(p for p in [document.paragraphs[0].__class__(element, document)])


def find(document, text):
    return next(paragraph for paragraph in every_paragraph(document) if paragraph.text == text)


@pytest.mark.parametrize(
    ("text", "style", "size", "bold", "italic"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ", 13, True, False),
        ("UBND TỈNH HẢI DƯƠNG", "Cơ quan chủ quản", 12, False, False),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Cơ quan ban hành", 12, True, False),
        ("Số: 05/BC-STTTT", "Số ký hiệu", 13, False, False),
        ("Hải Dương, ngày 08 tháng 4 năm 2010", "Địa danh thời gian", 13, False, True),
        ("BÁO CÁO", "Tên loại", 14, True, False),
        ("Căn cứ Kế hoạch năm 2010.", "Căn cứ", 14, False, True),
        (LONG, "Nội dung", 14, False, False),
        ("GIÁM ĐỐC", "Chức vụ", 13, True, False),
        ("Trần Văn Minh", "Họ và tên", 14, True, False),
        ("Nơi nhận:", "Nơi nhận", 12, True, True),
        ("- Lưu: VT.", "Danh sách nơi nhận", 11, False, False),
    ],
)
def test_elements_have_real_styles_with_the_sizes_of_the_decree(text, style, size, bold, italic):
    paragraph = find(opened(report()), text)

    assert paragraph.style.name == style
    font = paragraph.style.font
    assert (font.name, font.size.pt, font.bold, font.italic) == ("Times New Roman", size, bold, italic)


def test_pages_are_a4_with_the_margins_of_the_decree():
    section = opened(report()).sections[0]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 15]


def test_the_page_number_is_a_centred_field_and_not_on_the_first_page():
    section = opened(report()).sections[0]
    number = section.header.paragraphs[0]

    assert section.different_first_page_header_footer
    assert number._p.findall(f".//{qn('w:instrText')}")[0].text.strip() == "PAGE"
    assert number.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert number.style.font.size.pt == 13
    assert not section.first_page_header.paragraphs[0].runs


def test_paragraphs_are_justified_indented_and_six_points_apart():
    form = opened(report()).styles["Nội dung"].paragraph_format

    assert form.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert form.first_line_indent.cm == pytest.approx(1.27, abs=0.01)
    assert form.space_after.pt == 6
    assert 1 <= form.line_spacing <= 1.5


def test_the_rule_under_the_motto_is_as_long_as_the_motto():
    document = opened(report())
    cell = document.tables[0].rows[0].cells[1]
    rule = cell.paragraphs[2]

    assert rule._p.pPr.find(qn("w:pBdr")) is not None
    length = 90 - rule.paragraph_format.left_indent.mm - rule.paragraph_format.right_indent.mm
    assert length == pytest.approx(56.1, abs=0.5)


def test_headings_are_headings_in_black():
    document = opened(report(body=(Heading("Mục đích"), Heading("Yêu cầu", "item"), Paragraph("xong"))))
    heading = find(document, "I. MỤC ĐÍCH")

    assert heading.style.name == "Heading 2"
    assert str(heading.style.font.color.rgb) == "000000"
    assert heading.style.font.color.theme_color is None
    assert find(document, "1. Yêu cầu").style.name == "Heading 3"


def test_tables_are_tables_with_a_repeated_header_and_merged_cells():
    head = ((Cell("Đơn vị", rowspan=2), Cell("Kết quả", colspan=2)), ("Kế hoạch", "Thực hiện"))
    table = Table((Column(""), Column("", 1, "right"), Column("", 2, "right")), (("VNPT", "1", "2"),), head=head)

    drawn = opened(report(body=(table,))).tables[1]

    assert [[cell.text for cell in row.cells] for row in drawn.rows] == [
        ["Đơn vị", "Kết quả", "Kết quả"],
        ["Đơn vị", "Kế hoạch", "Thực hiện"],
        ["VNPT", "1", "2"],
    ]
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in drawn.rows]
    assert repeated == [True, True, False]
    assert [round(cell.width.mm) for cell in drawn.rows[2].cells] == [41, 41, 82]
    assert drawn.rows[2].cells[1].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_pictures_have_alt_text_and_their_width():
    document = opened(report(body=(Figure(SVG, alt="Hình chữ nhật", width_mm=80), Paragraph("xong"))))
    shape = document.inline_shapes[0]

    assert shape._inline.docPr.get("descr") == "Hình chữ nhật"
    assert shape.width.mm == pytest.approx(80, abs=0.1)
    assert shape.height.mm == pytest.approx(40, abs=0.5)


def test_appendices_number_their_own_pages():
    appendices = (Appendix("Danh sách", (Paragraph("a"),)), Appendix("Biểu", (Paragraph("b"),), landscape=True))

    document = opened(report(appendices=appendices, contact="Địa chỉ: số 1"))

    starts = [section._sectPr.find(qn("w:pgNumType")) for section in document.sections]
    assert [start is not None and start.get(qn("w:start")) for start in starts] == [False, "1", "1"]
    assert [round(section.page_width.mm) for section in document.sections] == [210, 210, 297]
    feet = [section.first_page_footer.paragraphs[0].text for section in document.sections]
    assert feet == ["Địa chỉ: số 1", "", ""]


def test_a_pair_of_parties_stays_together():
    table = opened(memorandum(12)).tables[1]

    assert [row.cells[0].paragraphs[-1].text for row in table.rows[1::2]] == [
        f"Người ký số {n:02d}" for n in range(1, 13, 2)
    ]
    for row in table.rows[::2]:
        assert all(p.style.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs)
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None


@pytest.mark.parametrize(
    "paper", [report(), letter(urgency="KHẨN"), invitation(), minutes(), decision(), memorandum(3)]
)
def test_the_same_description_gives_the_same_bytes(paper):
    first = render_docx(paper)

    assert render_docx(paper) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None


def test_text_is_never_read_as_markup():
    text = '<w:p> & "q" ]]> #x; \\ {}'

    document = opened(report(body=(Paragraph(text),)))

    assert find(document, f"{text}./.")
