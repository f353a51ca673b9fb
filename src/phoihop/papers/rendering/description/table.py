"""Tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from phoihop.papers.rendering.description.text import Text

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its share of the width, how its cells are aligned."""

    title: str
    width: float = 1
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that differs from its column: bold, aligned otherwise, or covering several columns or rows."""

    text: Text = ""
    bold: bool = False
    align: Align | None = None
    colspan: int = 1
    rowspan: int = 1


Row = tuple[str | Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose header is repeated on every page.

    :param head: header rows in place of the column titles, for headers of several rows
    :param note: a line above the right edge, such as the unit
    :raises ValueError: a row that does not fill the columns
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    caption: str = ""
    note: str = ""
    size_pt: float = 12

    def __post_init__(self) -> None:
        if not self.columns or any(column.width <= 0 for column in self.columns):
            raise ValueError("A table needs columns, each with a width above zero.")
        for rows in (self.head, self.rows):
            check_filled(rows, len(self.columns))


def check_filled(rows: tuple[Row, ...], width: int) -> None:
    """Every row covers every column once, cells spanning rows from above counted.

    :raises ValueError: names the first row that does not
    """
    hanging = [0] * width  # for each column, rows still covered from above
    for index, row in enumerate(rows, start=1):
        free = [column for column in range(width) if not hanging[column]]
        hanging = [max(0, rest - 1) for rest in hanging]
        for cell in row:
            colspan, rowspan = (cell.colspan, cell.rowspan) if isinstance(cell, Cell) else (1, 1)
            taken, free = free[:colspan], free[colspan:]
            if len(taken) < colspan or taken[-1] - taken[0] != colspan - 1:
                raise ValueError(f"Row {index} of the table has more cells than its {width} columns.")
            for column in taken:
                hanging[column] = rowspan - 1
        if free:
            raise ValueError(f"Row {index} of the table leaves {len(free)} of its {width} columns empty.")
    if any(hanging):
        raise ValueError("A cell of the table spans more rows than there are.")
