"""The styles of a paper, named in Vietnamese as its readers see them in Word."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from phoihop.papers.rendering.description.text import Run

FONT = "Times New Roman"
INDENT_CM = 1.27
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True)
class Style:
    """A paragraph style; distances in points, spacing in lines."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "center"
    indent: bool = False
    before: float = 0
    after: float = 0
    spacing: float = 1.0
    keep: bool = False


# Source of sizes and styles: decree 30/2020/NĐ-CP, appendix I.
STYLES = {
    "Quốc hiệu": Style(12, bold=True),
    "Tiêu ngữ": Style(13, bold=True),
    "Cơ quan chủ quản": Style(12),
    "Cơ quan ban hành": Style(12, bold=True),
    "Số ký hiệu": Style(13, before=6),
    "Trích yếu công văn": Style(12, before=3),
    "Độ khẩn": Style(13, bold=True, before=6),
    "Địa danh thời gian": Style(13, italic=True, before=6),
    "Tên loại": Style(14, bold=True, before=16, keep=True),
    "Trích yếu": Style(14, bold=True, keep=True),
    "Thẩm quyền": Style(14, bold=True, before=10, after=6, keep=True),
    "Kính gửi": Style(14, align="left", before=10),
    "Căn cứ": Style(14, italic=True, align="justify", indent=True, after=6, spacing=1.15),
    "Nội dung": Style(14, align="justify", indent=True, after=6, spacing=1.15),
    "Lời ban hành": Style(14, bold=True, before=6, after=6, keep=True),
    "Ô bảng": Style(12, align="left", before=2, after=2),
    "Tên bảng": Style(13, bold=True, before=4, after=4, keep=True),
    "Ghi chú bảng": Style(13, italic=True, align="right", after=4, keep=True),
    "Hình": Style(14, before=4, after=2),
    "Tên hình": Style(13, italic=True, after=8),
    "Bên ký": Style(13, bold=True, keep=True),
    "Chức vụ": Style(13, bold=True, keep=True),
    "Họ và tên": Style(14, bold=True),
    "Nơi nhận": Style(12, bold=True, italic=True, align="left"),
    "Danh sách nơi nhận": Style(11, align="left"),
    "Kiểm tra": Style(10, align="left"),
    "Phụ lục": Style(14, bold=True, keep=True),
    "Tên phụ lục": Style(14, bold=True, keep=True),
    "Kèm theo": Style(14, italic=True, after=10),
    "Số trang": Style(13),
    "Địa chỉ": Style(11),
}
HEADINGS = {
    "Heading 1": Style(14, bold=True, before=6, after=2, spacing=1.15, keep=True),
    "Heading 2": Style(14, bold=True, align="justify", indent=True, before=2, after=6, spacing=1.15, keep=True),
    "Heading 3": Style(14, bold=True, align="justify", indent=True, after=6, spacing=1.15, keep=True),
    "Heading 4": Style(14, align="justify", indent=True, after=6, spacing=1.15, keep=True),
}


def styled_document(language: str) -> Any:
    """An empty document with the styles of a paper."""
    return Document(io.BytesIO(_styled(language)))


@cache
def _styled(language: str) -> bytes:
    """Kept as a file: setting up the styles takes longer than all the rest of a short paper."""
    document = Document()
    _set_up(document, language)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any, language: str) -> None:
    _apply(document.styles["Normal"], Style(14, align="left"))
    for name, style in HEADINGS.items():
        _apply(document.styles[name], style)
        linked = document.styles[name].element.find(qn("w:link"))  # to a style of its letters, which is blue
        document.styles[name].element.remove(linked)
    for name, style in STYLES.items():
        added = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = document.styles["Normal"]
        added.quick_style = True
        _apply(added, style)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "vi-VN" if language == "vi" else "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(spoken)


def add_line(container: Any, style: str, runs: str | Iterable[Run], *, first: bool = False) -> Any:
    """Add a paragraph; in a cell, ``first`` takes the empty one that every cell has."""
    paragraph = container.paragraphs[0] if first else container.add_paragraph()
    paragraph._p.style = style.replace(" ", "")  # its identifier; to look up the name reads through all styles
    for run in (Run(runs),) if isinstance(runs, str) else runs:
        added = paragraph.add_run(run.text)
        added.bold = run.bold or None
        added.italic = run.italic or None
    return paragraph


def _apply(target: Any, style: Style) -> None:
    font = target.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(style.size), style.bold, style.italic
    font.color.rgb = RGBColor(0, 0, 0)
    for theme in ("themeColor", "themeShade", "themeTint"):  # a theme's colour would win over black
        target.element.rPr.find(qn("w:color")).attrib.pop(qn(f"w:{theme}"), None)
    names = target.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        names.attrib.pop(qn(f"w:{script}Theme"), None)  # a theme's font would win over the name
        names.set(qn(f"w:{script}"), FONT)
    names.attrib.pop(qn("w:cstheme"), None)
    form = target.paragraph_format
    form.alignment = ALIGN[style.align]
    form.first_line_indent = Cm(INDENT_CM) if style.indent else Cm(0)
    form.space_before, form.space_after, form.line_spacing = Pt(style.before), Pt(style.after), style.spacing
    form.keep_with_next, form.widow_control = style.keep, True
