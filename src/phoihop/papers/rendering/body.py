"""Blocks to nodes: numbering of the levels, the end mark, the places of cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

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
from phoihop.papers.rendering.description.table import Cell, Table
from phoihop.papers.rendering.description.text import Run, Text, runs_of
from phoihop.papers.rendering.sheet import Break, Grid, GridCell, Line, Node, Picture
from phoihop.papers.rendering.wording import Language, point_letter, roman, word

LEVELS = ("part", "chapter", "article", "section", "item", "point")
# Articles run on through parts and chapters; everything else begins again under a higher level.
RESTARTS = {
    "part": ("chapter", "section", "item", "point"),
    "chapter": ("section", "item", "point"),
    "article": ("section", "item", "point"),
    "section": ("item", "point"),
    "item": ("point",),
    "point": (),
}
END_MARK = "./."


@dataclass(slots=True)
class Numbering:
    """Counts the levels of one body."""

    language: Language
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))

    def label(self, level: str, given: str | None) -> str:
        """The label of the next block of the level: the given one, or the next number."""
        for lower in RESTARTS[level]:
            self.counts[lower] = 0
        if given is not None:
            return given
        self.counts[level] += 1
        number = self.counts[level]
        if level in ("part", "chapter"):
            return f"{word(level, self.language)} {roman(number)}"
        if level == "article":
            return f"{word('article', self.language)} {number}."
        if level == "section":
            return f"{roman(number)}."
        return f"{number}." if level == "item" else f"{point_letter(number, self.language)})"


def nodes_of(blocks: tuple[Block, ...], language: Language) -> tuple[Node, ...]:
    """The blocks as nodes, numbered."""
    numbering = Numbering(language)
    present = {block.level for block in blocks if isinstance(block, Heading)}
    # Bookmarks of a PDF must not skip a level, so the rank among the levels present counts.
    ranks: dict[str, int] = {
        level: rank for rank, level in enumerate((name for name in LEVELS if name in present), start=1)
    }
    return tuple(node for block in blocks for node in _nodes(block, numbering, ranks))


def with_end_mark(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The body ended by ``./.``, which takes the place of the last full stop."""
    last = nodes[-1] if nodes else None
    if not isinstance(last, Line) or not last.runs or last.outline or last.style not in ("text", "article"):
        return (*nodes, Line("text", (Run(END_MARK),)))
    *front, run = last.runs
    text = run.text.rstrip().removesuffix(END_MARK).rstrip(" .;")
    return (*nodes[:-1], replace(last, runs=(*front, replace(run, text=text + END_MARK))))


def _nodes(block: Block, numbering: Numbering, ranks: dict[str, int]) -> Iterator[Node]:
    match block:
        case Heading():
            yield from _heading(block, numbering.label(block.level, block.label), ranks[block.level])
        case Numbered():
            label = numbering.label(block.level, block.label)
            yield Line("text", _labelled(label, runs_of(block.text), bold=block.level == "article"))
        case Paragraph():
            indent = block.indent and block.align in ("justify", "left")
            yield Line("text", runs_of(block.text), align=block.align, indent=indent)
        case Labelled():
            yield Line("text", _labelled(f"{block.label.rstrip(': ')}:", runs_of(block.text), bold=True))
        case Bullets():
            yield from (Line("text", _labelled(block.mark, runs_of(item), bold=False)) for item in block.items)
        case Table():
            yield from _table(block)
        case Figure():
            yield from _figure(block)
        case PageBreak():
            yield Break()


def _figure(figure: Figure) -> Iterator[Node]:
    yield Picture(figure.data, figure.format, figure.alt, figure.width_mm, captioned=bool(figure.caption))
    if figure.caption:
        yield Line("figure-caption", (Run(figure.caption, italic=True),), align="center", indent=False)


def _labelled(label: str, runs: tuple[Run, ...], *, bold: bool) -> tuple[Run, ...]:
    if not label:
        return runs
    first, *rest = runs or (Run(""),)
    if not bold and not first.bold and not first.italic:
        return (replace(first, text=f"{label} {first.text}"), *rest)
    return (Run(f"{label} ", bold=bold), first, *rest)


def _heading(heading: Heading, label: str, rank: int) -> Iterator[Line]:
    if heading.level in ("part", "chapter"):
        if label:
            yield Line("part", (Run(label, bold=True),), align="center", indent=False, outline=rank)
        title = (Run(heading.text.upper(), bold=True),)
        # With a label above it the title is no second bookmark.
        yield Line("part-title", title, align="center", indent=False, outline=0 if label else rank)
        return
    text = heading.text.upper() if heading.level == "section" else heading.text
    run = Run(f"{label} {text}".strip(), bold=heading.level != "point")
    style = {"section": "section", "article": "article", "item": "item", "point": "point"}[heading.level]
    yield Line(style, (run,), outline=rank)  # type: ignore[arg-type]


def _table(table: Table) -> Iterator[Node]:
    if table.caption:
        yield Line("table-caption", (Run(table.caption, bold=True),), align="center", indent=False)
    if table.note:
        yield Line("note", (Run(table.note, italic=True),), align="right", indent=False)
    head = table.head or (tuple(Cell(column.title) for column in table.columns),)
    if not any(column.title for column in table.columns) and not table.head:
        head = ()
    places = list(_places(table, head))
    total = sum(column.width for column in table.columns)
    widths = tuple(column.width / total for column in table.columns)
    yield Grid(widths, len(head), len(head) + len(table.rows), tuple(places), table.size_pt)


def _places(table: Table, head: tuple[tuple[str | Cell, ...], ...]) -> Iterator[GridCell]:
    hanging = [0] * len(table.columns)
    for row, cells in enumerate((*head, *table.rows)):
        free = [column for column in range(len(hanging)) if not hanging[column]]
        hanging = [max(0, rest - 1) for rest in hanging]
        for item in cells:
            cell = item if isinstance(item, Cell) else Cell(item)
            column = free[0]
            free = free[cell.colspan :]
            for covered in range(column, column + cell.colspan):
                hanging[covered] = cell.rowspan - 1
            is_head = row < len(head)
            align = cell.align or ("center" if is_head else table.columns[column].align)
            runs = _bold(cell.text) if is_head or cell.bold else runs_of(cell.text)
            yield GridCell(runs, align, row, column, cell.rowspan, cell.colspan)


def _bold(text: Text) -> tuple[Run, ...]:
    return tuple(replace(run, bold=True) for run in runs_of(text))
