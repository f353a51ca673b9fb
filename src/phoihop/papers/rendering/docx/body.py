"""The body: lines, tables, pictures."""

from __future__ import annotations

import io
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell

from phoihop.papers.rendering.docx.parts import describe_picture, end_table, mark_row
from phoihop.papers.rendering.docx.styles import ALIGN, add_line
from phoihop.papers.rendering.pdf import svg_as_png
from phoihop.papers.rendering.sheet import Break, Grid, GridCell, Line, Node, Picture

STYLES = {
    "part": "Heading 1",
    "part-title": "Heading 1",
    "section": "Heading 2",
    "article": "Heading 3",
    "item": "Heading 3",
    "point": "Heading 4",
    "enacting": "Lời ban hành",
    "text": "Nội dung",
    "table-caption": "Tên bảng",
    "figure-caption": "Tên hình",
    "note": "Ghi chú bảng",
}


def add_nodes(document: Any, nodes: tuple[Node, ...], width_mm: float) -> Any:
    """Add the nodes; returns the last paragraph when a line came last."""
    last = None
    for node in nodes:
        last = None
        match node:
            case Line():
                last = _line(document, node)
            case Grid():
                _grid(document, node, width_mm)
            case Picture():
                _picture(document, node, width_mm)
            case Break():
                document.add_page_break()
    return last


def _line(document: Any, line: Line) -> Any:
    paragraph = add_line(document, STYLES[line.style], line.runs)
    if line.style == "text" and (line.align != "justify" or not line.indent):
        paragraph.alignment = ALIGN[line.align]
        if not line.indent:
            paragraph.paragraph_format.first_line_indent = Mm(0)
    return paragraph


def _grid(document: Any, grid: Grid, width_mm: float) -> None:
    """Written cell by cell: the calls of python-docx search the whole table for each of them."""
    widths = [share * width_mm for share in grid.widths]
    table = document.add_table(rows=0, cols=len(widths))
    table.style, table.autofit = "Table Grid", False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    starts = {(cell.row, cell.column): cell for cell in grid.cells}
    below = {(row, cell.column): cell for cell in grid.cells for row in range(cell.row + 1, cell.row + cell.rowspan)}
    for index in range(grid.rows):
        row = OxmlElement("w:tr")
        mark_row(row, "cantSplit", *(["tblHeader"] if index < grid.head else []))
        for column in range(len(widths)):
            if cell := starts.get((index, column)):
                _fill(row, table, cell, widths, grid.size_pt, "restart" if cell.rowspan > 1 else "")
            elif cell := below.get((index, column)):
                _fill(row, table, cell, widths, grid.size_pt, "continue")
        table._tbl.append(row)
    end_table(document)


def _fill(row: Any, table: Any, cell: GridCell, widths: list[float], size_pt: float, merge: str) -> None:
    box = OxmlElement("w:tc")
    properties = box.get_or_add_tcPr()
    for name, value in (
        ("gridSpan", cell.colspan if cell.colspan > 1 else ""),
        ("vMerge", merge),
        ("vAlign", "center"),
    ):
        if value:
            element = OxmlElement(f"w:{name}")
            element.set(qn("w:val"), str(value))
            properties.append(element)
    box.append(OxmlElement("w:p"))
    row.append(box)
    drawn = _Cell(box, table)
    drawn.width = Mm(sum(widths[cell.column : cell.column + cell.colspan]))
    paragraph = add_line(drawn, "Ô bảng", () if merge == "continue" else cell.runs, first=True)
    paragraph.alignment = ALIGN[cell.align]
    for run in paragraph.runs:
        run.font.size = Pt(size_pt)


def _picture(document: Any, picture: Picture, width_mm: float) -> None:
    width = min(picture.width_mm, width_mm)
    data = svg_as_png(picture.data, width) if picture.format == "svg" else picture.data
    paragraph = add_line(document, "Hình", "")
    paragraph.paragraph_format.keep_with_next = picture.captioned
    describe_picture(paragraph.add_run().add_picture(io.BytesIO(data), width=Mm(width)), picture.alt)
