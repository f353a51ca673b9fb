"""What a paper says, apart from how it looks: frozen dataclasses, no Django."""

from phoihop.papers.rendering.description.blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    Labelled,
    Numbered,
    PageBreak,
    Paragraph,
)
from phoihop.papers.rendering.description.paper import Appendix, Paper, Signature
from phoihop.papers.rendering.description.table import Cell, Column, Table
from phoihop.papers.rendering.description.text import Run, Text, bold, italic

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
    "Text",
    "bold",
    "italic",
]
