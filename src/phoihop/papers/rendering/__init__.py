"""One description of an administrative paper, drawn as PDF (Typst) and as an editable DOCX, laid out by decree 30/2020.

No Django here; the drawing libraries load on first use.
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
    bold,
    italic,
)

__all__ = [
    "Appendix",
    "Block",
    "Bullets",
    "Cell",
    "Column",
    "Figure",
    "Heading",
    "Labelled",
    "Numbered",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Run",
    "Signature",
    "Table",
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
    """Many papers, one PDF each, with one compiler."""
    for paper in papers:
        yield render_pdf(paper)


def render_docx(paper: Paper) -> bytes:
    """The paper as an editable Word document."""
    from phoihop.papers.rendering.docx import build_docx  # noqa: PLC0415 - loads python-docx

    return build_docx(paper)
