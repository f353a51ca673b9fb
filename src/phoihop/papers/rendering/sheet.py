"""What stands on the sheet: the description with every word resolved, the same for PDF and DOCX."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from phoihop.papers.rendering.description import Run
from phoihop.papers.rendering.description.table import Align

LineStyle = Literal[
    "part", "part-title", "section", "article", "item", "point",
    "enacting", "text", "table-caption", "figure-caption", "note",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on the sheet.

    :param outline: level among the headings of the paper from 1, or 0 for running text
    """

    style: LineStyle
    runs: tuple[Run, ...]
    align: Align = "justify"
    indent: bool = True
    outline: int = 0
    kind: Literal["line"] = "line"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table, with its place."""

    runs: tuple[Run, ...]
    align: Align
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first ``head`` rows are its header."""

    widths: tuple[float, ...]
    head: int
    rows: int
    cells: tuple[GridCell, ...]
    size_pt: float
    kind: Literal["grid"] = "grid"


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure."""

    data: bytes
    format: Literal["svg", "png", "jpg"]
    alt: str
    width_mm: float
    captioned: bool
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class Break:
    """A new page."""

    kind: Literal["break"] = "break"


Node = Line | Grid | Picture | Break


@dataclass(frozen=True, slots=True)
class Signing:
    """A signature as it stands: party, lines of the position in capitals, name."""

    party: str
    position: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Annex:
    """An appendix as it stands."""

    label: str
    title: str
    attached: str
    body: tuple[Node, ...]
    landscape: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the sheet, in its order; an empty text leaves its element out."""

    language: str
    title_of_file: str
    author: str
    nation: str
    motto: str
    superior: str
    issuer: str
    number: str
    subject: str
    urgency: str
    place_date: str
    title: str
    abstract: str
    authority: str
    to_label: str
    to: tuple[str, ...]
    bases: tuple[str, ...]
    body: tuple[Node, ...]
    signings: tuple[Signing, ...]
    arrangement: Literal["none", "right", "pair", "parties"]
    recipients_label: str
    recipients: tuple[str, ...]
    annexes: tuple[Annex, ...]
    contact: str
    verify_label: str
    verify_url: str
