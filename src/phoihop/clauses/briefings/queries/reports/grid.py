"""A report as a table of cells, to be typed into or read: everything that stands beside a figure, in few questions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.filling.figures import anchor_of, change_percent, signed_percent, written
from phoihop.clauses.briefings.models import CellRemark, Dimension, Indicator, Report, ReportValue
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, shape_of
from phoihop.clauses.briefings.queries.reports.earlier import Earlier, earlier_figures
from phoihop.clauses.briefings.queries.reports.offers import Offer, offers_for
from phoihop.clauses.briefings.queries.reports.reports import may_fill, reads_figures, remarks_of


@dataclass(frozen=True, slots=True)
class GridCell:
    """One figure with what stands beside it; without a row it is blank."""

    cell: Cell
    name: str
    label: str
    indicator: Indicator
    row: ReportValue | None = None
    previous: Decimal | None = None
    last_year: Decimal | None = None
    offer: Offer | None = None
    remarks: tuple[CellRemark, ...] = ()
    depth: int = 0

    @property
    def key(self) -> str:
        """As rules and the page name it."""
        return str(self.cell)

    @property
    def anchor(self) -> str:
        """The identifier of its field."""
        return anchor_of(self.cell)

    @property
    def value(self) -> Decimal | None:
        """The figure, or None for a blank."""
        return self.row.value if self.row else None

    @property
    def text(self) -> str:
        """What the field shows: the figure, or what was typed and is none."""
        return (self.row.typed or written(self.row.value)) if self.row else ""

    @property
    def version(self) -> int:
        """Of the cell, 0 where it was never filled."""
        return self.row.version if self.row else 0

    @property
    def is_estimate(self) -> bool:
        """Whether the figure is not final."""
        return bool(self.row and self.row.estimate)

    @property
    def change(self) -> Decimal | None:
        """Percent against the same period of the year before."""
        return change_percent(self.value, self.last_year)

    @property
    def change_text(self) -> str:
        """The change with its sign."""
        return signed_percent(self.change)

    @property
    def before_plain(self) -> str:
        """The figure of a year ago as scripts read it."""
        return "" if self.last_year is None else f"{self.last_year:f}"

    @property
    def offer_text(self) -> str:
        """What may be taken over, where the cell is blank."""
        return written(self.offer.value) if self.offer else ""


@dataclass(frozen=True, slots=True)
class GridPart:
    """A breakdown of an indicator."""

    dimension: Dimension
    cells: tuple[GridCell, ...]

    @property
    def filled(self) -> int:
        """How many of its cells have something in them."""
        return sum(bool(cell.text) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class GridRow:
    """An indicator: its total and its breakdowns."""

    indicator: Indicator
    total: GridCell
    parts: tuple[GridPart, ...]


@dataclass(frozen=True, slots=True)
class GridSection:
    """Indicators under one heading."""

    pk: UUID
    title: str
    guidance: str
    rows: tuple[GridRow, ...]

    @property
    def cells(self) -> list[GridCell]:
        """Every cell, in the order of the page."""
        return [cell for row in self.rows for cell in (row.total, *(one for part in row.parts for one in part.cells))]


@dataclass(frozen=True, slots=True)
class Grid:
    """A report as a table."""

    report: Report
    sections: tuple[GridSection, ...]
    earlier: Earlier
    editable: bool
    loaded: LoadedForm
    read_at: dt.datetime

    @property
    def cells(self) -> list[GridCell]:
        """Every cell."""
        return [cell for section in self.sections for cell in section.cells]

    @property
    def offers(self) -> int:
        """How many blank cells could be filled with what is known."""
        return sum(cell.offer is not None and not cell.text for cell in self.cells)

    @property
    def needed(self) -> list[GridCell]:
        """The totals that must be there."""
        return [row.total for section in self.sections for row in section.rows if row.indicator.required]

    @property
    def filled(self) -> int:
        """How many of them are."""
        return sum(bool(cell.text) for cell in self.needed)


def grid_of(*, actor: Actor, report: Report, to_fill: bool = False) -> Grid:
    """The table of a report; without its figures where the actor may not read them."""
    loaded = shape_of(report.round.version, report.round.ends_on)
    readable = reads_figures(actor=actor, report=report)
    earlier = earlier_figures(report) if readable else Earlier()
    rows = ReportValue.objects.filter(report=report) if readable else ReportValue.objects.none()
    values = {(row.indicator_id, row.code_id): row for row in rows}
    remarks: dict[Cell, list[CellRemark]] = defaultdict(list)
    for remark in remarks_of(actor=actor, report=report):
        remarks[Cell(remark.indicator.code, remark.code.code if remark.code else None)].append(remark)
    offers = offers_for(actor=actor, report=report, loaded=loaded, earlier=earlier) if to_fill else {}
    builder = _Builder(loaded, values, earlier, offers, remarks)
    sections = tuple(
        GridSection(one.pk, one.title, one.guidance, tuple(builder.row(row) for row in one.indicators.all()))
        for one in loaded.sections
    )
    return Grid(report, sections, earlier, may_fill(actor=actor, report=report), loaded, actor.at)


@dataclass(frozen=True, slots=True)
class _Builder:
    """Puts together what was read."""

    loaded: LoadedForm
    values: dict[tuple[UUID, UUID | None], ReportValue]
    earlier: Earlier
    offers: dict[Cell, Offer]
    remarks: dict[Cell, list[CellRemark]]

    def row(self, indicator: Indicator) -> GridRow:
        """An indicator with its breakdowns."""
        parts = tuple(self._part(indicator, dimension) for dimension in indicator.dimensions.all())
        total = self._cell(indicator, Cell(indicator.code), indicator.name, indicator.name)
        return GridRow(indicator, total, parts)

    def _part(self, indicator: Indicator, dimension: Dimension) -> GridPart:
        codes = self.loaded.codes[dimension.pk]
        known = {code.pk for code in codes}
        cells = (
            self._cell(
                indicator, Cell(indicator.code, code.code), code.name, f"{indicator.name} – {code.name}",
                depth=int(code.parent_id in known),
            )
            for code in codes
        )  # fmt: skip
        return GridPart(dimension, tuple(cells))

    def _cell(self, indicator: Indicator, cell: Cell, name: str, label: str, depth: int = 0) -> GridCell:
        before, year_ago = self.earlier.previous or {}, self.earlier.last_year or {}
        return GridCell(
            cell, name, label, indicator, self.values.get(self.loaded.row_ids[cell]), before.get(cell),
            year_ago.get(cell), self.offers.get(cell), tuple(self.remarks.get(cell, ())), depth,
        )  # fmt: skip


OVERLAP = dt.timedelta(seconds=10)  # a change may be written a moment after it was timed


def changes_since(*, actor: Actor, report: Report, since: dt.datetime) -> list[ReportValue]:
    """Cells that somebody changed after ``since``, for a page that is open meanwhile."""
    if report.party_id not in actor.party_ids:
        return []
    rows = ReportValue.objects.filter(report=report, changed_at__gt=since - OVERLAP)
    return list(rows.select_related("indicator", "code", "changed_by").order_by("changed_at")[:500])
