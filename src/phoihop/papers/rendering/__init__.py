"""One description of an administrative paper, drawn as PDF and as an editable DOCX, laid out by decree 30/2020.

Plain Python that knows no Django. The engines load on first use.

>>> paper = Paper(type="TB", abstract="Kết luận giao ban", body=(Paragraph("Các bên đã thống nhất."),))
>>> render_pdf(paper)[:5]
b'%PDF-'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phoihop.papers.rendering.description import (
    Appendix,
    Block,
    Bullets,
    Cell,
    Column,
    Figure,
    Heading,
    Labelled,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
    Text,
    bold,
    italic,
)
from phoihop.papers.rendering.fonts import FontsMissing

__all__ = [
    "Appendix",
    "Block",
    "Bullets",
    "Cell",
    "Column",
    "Figure",
    "FontsMissing",
    "Heading",
    "Labelled",
    "Numbered",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Run",
    "Signature",
    "Table",
    "Text",
    "bold",
    "italic",
    "render_docx",
    "render_many",
    "render_pdf",
]


def render_pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-2b; the same description gives the same bytes.

    :raises FontsMissing: the fonts were not set up
    """
    from phoihop.papers.rendering.pdf import compile_pdf  # noqa: PLC0415 - loads Typst

    return compile_pdf(paper)


def render_many(papers: Iterable[Paper]) -> Iterator[bytes]:
    """Many papers, one PDF each, in their order; nothing is drawn before it is asked for.

    All share the compiler of the thread, which remembers the template and the fonts: about 7 ms a one-page paper.

    :raises FontsMissing: the fonts were not set up
    """
    from phoihop.papers.rendering.pdf import compile_pdf  # noqa: PLC0415 - loads Typst

    return map(compile_pdf, papers)


def render_docx(paper: Paper) -> bytes:
    """The paper as an editable Word document; the same description gives the same bytes.

    :raises FontsMissing: the fonts, which tell how long rules are, were not set up
    """
    from phoihop.papers.rendering.docx import build_docx  # noqa: PLC0415 - loads python-docx

    return build_docx(paper)
