"""PDF by Typst: one constant template; the words of the paper are passed as data and never read as markup."""

from __future__ import annotations

import datetime as dt
import json
import threading
from pathlib import Path
from typing import Any

import typst

from phoihop.papers.rendering.description import Paper
from phoihop.papers.rendering.fonts import FONTS, FontsMissing, drawn_characters, font_folder
from phoihop.papers.rendering.lay_out import lay_out
from phoihop.papers.rendering.typst_data import as_data

__all__ = ["FONTS", "FontsMissing", "compile_pdf", "svg_as_png"]

TEMPLATE = Path(__file__).resolve().parent / "template"
MAIN = '#import "paper.typ": paper\n#paper(json(bytes("{}")))\n'
PICTURE = (
    b"#set page(width: auto, height: auto, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1mm)\n'
)
MORNING = dt.time(1, tzinfo=dt.UTC)  # of the same day in Vietnam
UNDATED = dt.date(2000, 1, 1)  # a draft has no day; its bytes must not change by the hour
UNKNOWN_CHARACTER = "\N{WHITE SQUARE}"

_threads = threading.local()  # a compiler is not for two threads at once


def _compiler() -> typst.Compiler:
    """This thread's compiler; making one costs more than drawing a page."""
    if not hasattr(_threads, "compiler"):
        _threads.compiler = typst.Compiler(
            root=str(TEMPLATE), font_paths=[str(font_folder())], ignore_system_fonts=True
        )
    compiler: typst.Compiler = _threads.compiler
    return compiler


def compile_pdf(paper: Paper) -> bytes:
    """Draw one paper.

    :raises FontsMissing: the fonts were not set up
    """
    data = json.dumps(as_data(lay_out(paper)), ensure_ascii=False, separators=(",", ":"))
    at = dt.datetime.combine(paper.date or UNDATED, MORNING)
    try:
        return _drawn(data, at)
    except typst.TypstError:
        # PDF/A refuses characters that no font has, and text that people paste is full of such.
        drawable = "".join(c if ord(c) in drawn_characters() or c < " " else UNKNOWN_CHARACTER for c in data)
        if drawable == data:
            raise
        return _drawn(drawable, at)


def _drawn(data: str, at: dt.datetime) -> bytes:
    # A text literal, in which the backslash and the quote alone are special. Other inputs are part of what Typst
    # remembers its work by: passed there, the data would make it work out the template anew for every paper.
    main = MAIN.format(data.replace("\\", "\\\\").replace('"', '\\"'))
    pdf: Any = _compiler().compile(main.encode(), format="pdf", sys_inputs={}, pdf_standards="a-2b", timestamp=at)
    return bytes(pdf)


def svg_as_png(svg: bytes, width_mm: float, dpi: int = 200) -> bytes:
    """An SVG drawn as PNG by the engine that draws the PDF, for Word, which takes no SVG."""
    inputs = {"svg": svg.decode(), "width": str(width_mm)}
    png: Any = _compiler().compile(PICTURE, format="png", sys_inputs=inputs, ppi=dpi)
    return bytes(png if isinstance(png, bytes) else png[0])
