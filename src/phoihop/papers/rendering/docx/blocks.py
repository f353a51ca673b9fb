"""The blocks of a body in Word."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Cm, Mm, Pt

from phoihop.papers.rendering.docx.parts import ALIGN, close_set, keep_whole, plain, repeat_header, write

HEADINGS = {"part": 1, "chapter": 1, "section": 2}


def add_block(document: Any, block: Mapping[str, Any]) -> None:
    """Add one block of :func:`phoihop.papers.rendering.pdf.as_data`."""
    match block["k"]:
        case "heading":
            _heading(document, block)
        case "numbered":
            label = plain(f"{block['label']} ", bold=block["level"] == "article")
            _paragraph(document, [*label, *block["runs"]], "justify", True)
        case "par":
            _paragraph(document, block["runs"], block["align"], block["indent"])
        case "bullets":
            for item in block["items"]:
                _paragraph(document, [*plain(f"{block['mark']} "), *item], "justify", True)
        case "table":
            _table(document, block)
        case "figure":
            _figure(document, block)
        case "break":
            document.add_page_break()


def _heading(document: Any, block: Mapping[str, Any]) -> None:
    level = HEADINGS.get(block["level"], 3)
    text = block["text"].upper() if level < 3 else block["text"]
    if level == 1:
        paragraph = document.add_heading(level=1)
        paragraph.alignment = ALIGN["center"]
        paragraph.add_run(f"{block['label']}\n{text}")
        return
    paragraph = document.add_heading(level=level)
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    paragraph.add_run(f"{block['label']} {text}".strip())


def _paragraph(document: Any, runs: list[Any], align: str, indent: bool) -> None:
    paragraph = write(document.add_paragraph(), runs)
    paragraph.alignment = ALIGN[align]
    paragraph.paragraph_format.first_line_indent = Cm(1.27) if indent else None


def _fill(table: Any, rows: list[list[Mapping[str, Any]]], first: int, size: float) -> None:
    """Write cells into a grid; a cell that spans takes the free places to its right and below."""
    taken: set[tuple[int, int]] = set()
    for down, row in enumerate(rows, start=first):
        across = 0
        for cell in row:
            while (down, across) in taken:
                across += 1
            last = (down + cell["rows"] - 1, across + cell["cols"] - 1)
            taken |= {(r, c) for r in range(down, last[0] + 1) for c in range(across, last[1] + 1)}
            box = table.cell(down, across)
            if last != (down, across):
                box = box.merge(table.cell(*last))
            paragraph = close_set(box.paragraphs[0], cell["align"])
            write(paragraph, cell["runs"], size=size, bold=cell["b"] or None)
            across += cell["cols"]


def _table(document: Any, block: Mapping[str, Any]) -> None:
    if block["caption"]:
        write(close_set(document.add_paragraph(), "center"), plain(block["caption"], bold=True), size=block["size"])
    if block["note"]:
        write(close_set(document.add_paragraph(), "right"), plain(block["note"], italic=True), size=block["size"])
    rows = [*block["head"], *block["rows"]]
    table = document.add_table(rows=len(rows), cols=len(block["widths"]), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    unit = 16.3 / sum(block["widths"])
    for column, width in zip(table.columns, block["widths"], strict=True):
        column.width = Cm(width * unit)
    _fill(table, rows, 0, block["size"])
    for number, row in enumerate(table.rows):
        keep_whole(row)
        if number < len(block["head"]):
            repeat_header(row)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _figure(document: Any, block: Mapping[str, Any]) -> None:
    """A picture; Word takes no SVG, so that one is drawn as PNG first."""
    data = bytes(block["bytes"]) if "bytes" in block else svg_as_png(block["text"])
    paragraph = close_set(document.add_paragraph(), "center")
    picture = paragraph.add_run().add_picture(io.BytesIO(data), width=Mm(min(block["width"], 163)))
    picture._inline.docPr.set("descr", block["alt"])
    if block["caption"]:
        write(close_set(document.add_paragraph(), "center"), plain(block["caption"], italic=True), size=12)


def svg_as_png(svg: str) -> bytes:
    """Draw an SVG with the engine that draws the PDF."""
    import typst  # noqa: PLC0415 - only where a paper has a chart

    markup = "#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: \"svg\")"
    drawn = typst.compile(markup.encode(), sys_inputs={"svg": svg}, format="png", ppi=200)
    if not isinstance(drawn, bytes):
        raise TypeError("Typst gave no single picture")
    return drawn
