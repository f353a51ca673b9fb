"""The rows of one sheet below its heading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from phoihop.base.sheets import numbers
from phoihop.base.sheets.grid import Row, blank, text_of
from phoihop.base.sheets.headings import key
from phoihop.clauses.briefings.checking import Cell, cell_of
from phoihop.clauses.briefings.reporting.periods import Period
from phoihop.clauses.briefings.workbooks import sayings
from phoihop.clauses.briefings.workbooks.amounts import (
    Unreadable,
    amount_of,
    estimate_of,
    fitted,
    is_figure,
    is_nothing,
)
from phoihop.clauses.briefings.workbooks.forms import SheetForm
from phoihop.clauses.briefings.workbooks.headings import Heading
from phoihop.clauses.briefings.workbooks.matching import Matcher, indent_mark
from phoihop.clauses.briefings.workbooks.opening import Page
from phoihop.clauses.briefings.workbooks.periods import period_said
from phoihop.clauses.briefings.workbooks.results import Figure, Place, Question, Reading, Wrong
from phoihop.clauses.briefings.workbooks.scaling import OPEN, Scaling
from phoihop.clauses.briefings.workbooks.undisturbed import undisturbed
from phoihop.clauses.briefings.workbooks.units import in_brackets

EXAMPLES = {"month": "2026-05", "quarter": "2026Q2", "half": "2026H1", "year": "2026"}


@dataclass(slots=True)
class Task:
    """One sheet, and everything that is needed to read it."""

    page: Page
    heading: Heading
    form: SheetForm
    matcher: Matcher
    answers: Mapping[str, str]
    reading: Reading
    seen: dict[tuple[str, str, Cell], Place]
    parties: Mapping[str, str]
    wanted_period: str = ""
    page_period: Period | None = None
    page_unit: str = ""
    periods: dict[str, str] = field(default_factory=dict)  # words → code; empty where it is wrong

    def place(self, row: int, column: int | None = None) -> Place:
        """A cell, or a row, as people find it."""
        if column is None or self.page.name == "":
            return Place(self.page.name, row + 1)
        return Place(self.page.name, row + 1, column + self.page.first_column)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the figures of one row, or of one column, belong."""

    period: str
    party: str = ""
    version: int | None = None


def read_page(task: Task) -> None:
    """Add the figures of a sheet to the reading."""
    _ask_columns(task)
    with undisturbed():
        _Table(task).read()


def _ask_columns(task: Task) -> None:
    """Ask about columns that are not known where no column of figures was found; otherwise just say so."""
    heading = task.heading
    lacking = not heading.by_indicator and not heading.of("value")
    for place in heading.of("unknown"):
        column = heading.columns[place]
        if column.cell:
            continue
        at = task.place(heading.at, place)
        if lacking:
            task.reading.ask(Question(f"column|{key(column.text)}", "column", column.text, at))
        elif column.text:
            task.reading.wrong(sayings.COLUMN_LEFT, at, level="note")
    for place, column in heading.columns.items():
        if column.guessed:
            label = "Số liệu kỳ này"
            task.reading.wrong(
                sayings.GUESSED, task.place(heading.at, place), level="note", heard=column.text, label=label
            )


class _Table:
    """Walks the rows."""

    def __init__(self, task: Task) -> None:
        self.task, self.reading, self.heading = task, task.reading, task.heading
        self.name, self.code = self.heading.first("name"), self.heading.first("code")
        self.breakdowns = self.heading.of("breakdown")
        self.unit, self.estimate = self.heading.first("unit"), self.heading.first("estimate")
        self.period, self.party = self.heading.first("period"), self.heading.first("party")
        self.version = self.heading.first("version")
        self.values = self.heading.of("value")
        if self.heading.by_indicator:
            self.values = [place for place, column in self.heading.columns.items() if column.cell]
        self.scaling = Scaling(task.form, task.answers, task.reading, task.page_unit)
        self.styles = {place: self._style(place) for place in self.values}
        self.column_units = {place: in_brackets(self.heading.columns[place].text) for place in self.values}
        self.parent = ""
        self.spots: dict[tuple[object, ...], Spot | None] = {}
        self.estimates: dict[object, bool | None] = {}  # words that were read already
        self.coded: dict[tuple[object, ...], Cell | None] = {}
        self.units: dict[tuple[object, object], str] = {}
        odd = task.page.oddities
        self.odd = bool(odd.errors or odd.empty_formulas or task.page.merged_below)

    def _style(self, place: int) -> numbers.Style:
        rows = self.task.page.rows[self.heading.at + 1 :]
        cells = (row[place] for row in rows if place < len(row))
        return numbers.style_of(cell for cell in cells if isinstance(cell, str) and cell)

    def read(self) -> None:
        """All rows."""
        read = self._read_wide if self.heading.by_indicator else self._read_row
        for number in range(self.heading.at + 1, len(self.task.page.rows)):
            read(number, self.task.page.rows[number])

    def _read_wide(self, number: int, row: Row) -> None:
        """A row of a table whose columns are indicators; it is of one period."""
        if not any(is_figure(row[place]) for place in self.values if place < len(row)):
            return
        spot = self._spot(number, row)
        if spot is None:
            return
        for place in self.values:
            column = self.heading.columns[place]
            self._figure(number, place, row[place], cell_of(column.cell), spot, None, in_brackets(column.text))

    def _read_row(self, number: int, row: Row) -> None:
        found = self._cell_of_row(number, row)
        if not isinstance(found, Cell):  # not known, or to be left aside
            return
        if found.code is None:
            self.parent = found.indicator
        if number in self.task.page.oddities.hidden_rows:
            self.reading.wrong(sayings.HIDDEN_ROW, self.task.place(number), level="note")
        estimate = self._estimate(number, row, found)
        unit = self._unit(row)
        for place in self.values:
            column = self.heading.columns[place]
            spot = self._spot(number, row, column.period)
            if spot is not None:
                told = unit or self.column_units[place]
                self._figure(number, place, row[place], found, spot, estimate, told)

    def _unit(self, row: Row) -> str:
        """The unit that a row gives in its own column, or in brackets behind its name."""
        asked = (row[self.unit] if self.unit is not None else "", row[self.name] if self.name is not None else "")
        if asked not in self.units:
            self.units[asked] = text_of(asked[0]) or in_brackets(text_of(asked[1]))
        return self.units[asked]

    def _cell_by_code(self, row: Row) -> Cell | None:
        """What the code of a row, and its first breakdown, name; looked up once for each pair of cells."""
        if self.code is None or not row[self.code]:
            return None
        asked = (row[self.code], *(row[place] for place in self.breakdowns))
        if asked not in self.coded:
            code, *parts = map(text_of, asked)
            self.coded[asked] = self.task.matcher.by_code(code, next(filter(None, parts), "")) if code else None
        return self.coded[asked]

    def _cell_of_row(self, number: int, row: Row) -> Cell | str | None:
        found = self._cell_by_code(row)
        if found is not None:
            return found
        code = text_of(row[self.code]) if self.code is not None else ""
        parts = [text for place in self.breakdowns if (text := text_of(row[place]))]
        name = text_of(row[self.name]) if self.name is not None else ""
        if name:
            cell, guessed = self.task.matcher.by_name(_with_indent(row, self.name), self.parent)
            if isinstance(cell, Cell) and parts and cell.code is None:
                cell = self._part(number, cell, parts)
                if cell is None:
                    return None
            if cell is not None:
                if guessed and isinstance(cell, Cell):
                    self._tell_guess(number, name, cell)
                return cell
        if (code or name) and self._has_figures(number, row):
            self._unknown(number, code, name, parts)
        return None

    def _part(self, number: int, total: Cell, parts: list[str]) -> Cell | None:
        """The value of a breakdown that a row names in its own column."""
        found = next((cell for text in parts if (cell := self.task.matcher.member(total.indicator, text))), None)
        if found is None and key(parts[0]) in ("tong", "tong so", "tong cong", "chung"):
            return total
        if found is None:
            self._unknown_part(number, total.indicator, parts[0])
        return found

    def _unknown(self, number: int, code: str, name: str, parts: list[str]) -> None:
        if self.name is not None and name:
            heard = _with_indent(self.task.page.rows[number], self.name)
            asked = self.task.matcher.context(heard, self.parent)
            self.reading.ask(Question(f"row|{asked}", "row", name, self.task.place(number, self.name)))
            return
        known = self.task.matcher.by_code(code, "")
        if known is not None and parts:
            self._unknown_part(number, known.indicator, parts[0])
        else:
            self.reading.wrong(sayings.UNKNOWN_INDICATOR, self.task.place(number, self.code), found=code)

    def _unknown_part(self, number: int, indicator: str, said: str) -> None:
        column = self.breakdowns[0] if self.breakdowns else None
        label = self.task.form.shape.by_code[indicator].name
        self.reading.wrong(sayings.UNKNOWN_CODE, self.task.place(number, column), indicator=label, found=said)

    def _tell_guess(self, number: int, name: str, cell: Cell) -> None:
        label = self.task.form.shape.labels[cell]
        self.reading.wrong(sayings.GUESSED, self.task.place(number, self.name), level="note", heard=name, label=label)

    def _has_figures(self, number: int, row: Row) -> bool:
        """Notes below a table have words, and perhaps a date; a figure stands alone in a column of figures."""
        odd = self.task.page.oddities
        for place in self.values:
            where = (number, place + self.task.page.first_column)
            if is_figure(row[place]) or where in odd.errors or where in odd.empty_formulas:
                return _numbered(self.values, row) is False
        return False

    def _estimate(self, number: int, row: Row, cell: Cell) -> bool | None:
        if self.estimate is None:
            return None
        raw = row[self.estimate]
        try:
            said = self.estimates[raw] if raw in self.estimates else estimate_of(raw)
        except Unreadable as problem:
            self.reading.add(Wrong(problem.saying, self.task.place(number, self.estimate), problem.values))
            return None
        self.estimates[raw] = said
        if said and not self.task.form.indicator_of[cell].estimate_allowed:
            place = self.task.place(number, self.estimate)
            self.reading.wrong(sayings.NO_ESTIMATE, place, label=self.task.form.shape.labels[cell])
        return said

    def _spot(self, number: int, row: Row, of_column: str = "") -> Spot | None:
        """The period and party that a row, its column, its sheet or the upload name; None where that is wrong."""
        period = row[self.period] if self.period is not None else ""
        party = row[self.party] if self.party is not None and self.task.parties else ""
        version = row[self.version] if self.version is not None else ""
        asked = (of_column or period, party, version)
        if asked not in self.spots:
            self.spots[asked] = self._spot_of(number, *map(text_of, asked))
        return self.spots[asked]

    def _spot_of(self, number: int, words: str, party: str, version: str) -> Spot | None:
        code = self._period(number, words)
        if code is None:
            return None
        known = self.task.parties.get(party.casefold(), "") if party else ""
        if party and not known:
            self.reading.wrong(sayings.UNKNOWN_PARTY, self.task.place(number, self.party), found=party)
            return None
        number_said = int(version) if version.isdecimal() and len(version) < 6 else None
        if number_said is not None and self.task.wanted_period and number_said != self.task.form.version:
            place = self.task.place(number, self.version)
            self.reading.wrong(sayings.OTHER_VERSION, place, found=version, wanted=self.task.form.version)
            return None
        return Spot(code, known, number_said)

    def _period(self, number: int, words: str) -> str | None:
        task = self.task
        example = EXAMPLES[task.form.period_type]
        asked = f"period|{key(task.page.name) or '-'}"
        period = period_said(words) if words else task.page_period
        if words and (period is None or period.type != task.form.period_type):
            self.reading.wrong(sayings.PERIOD_KIND, task.place(number, self.period), found=words, example=example)
            return None
        if period is None and asked in task.answers:
            period = period_said(task.answers[asked])
        if period is None or period.type != task.form.period_type:
            if task.wanted_period:
                return task.wanted_period
            heard = task.page.name or "–"
            self.reading.ask(Question(asked, "period", heard, Place(task.page.name)))
            return None
        if task.wanted_period and period.code != task.wanted_period:
            wanted = period_said(task.wanted_period)
            self.reading.wrong(
                sayings.OTHER_PERIOD, Place(task.page.name), found=period.label,
                wanted=wanted.label if wanted else task.wanted_period,
            )  # fmt: skip
            return None
        return period.code

    def _is_odd(self, number: int, column: int, place: Place) -> bool:
        """Whether a cell cannot be a figure for what the file does to it; then that is told."""
        page, where = self.task.page, (number, column + self.task.page.first_column)
        saying = None
        if where in page.oddities.errors:
            saying = sayings.CELL_ERROR
        elif where in page.oddities.empty_formulas:
            saying = sayings.FORMULA
        elif (number, column) in page.merged_below:
            saying = sayings.MERGED
        if saying is not None:
            self.reading.wrong(saying, place)
        return saying is not None

    def _figure(
        self, number: int, column: int, raw: object, cell: Cell, spot: Spot, estimate: bool | None, unit: str
    ) -> None:
        task, one = self.task, self.task.form.indicator_of[cell]
        place = task.place(number, column)
        if self.odd and self._is_odd(number, column, place):
            return
        if is_nothing(raw):  # type: ignore[arg-type]
            self.reading.blanks += 1
            return
        label = task.form.shape.labels[cell]
        try:
            amount = amount_of(raw, one, self.styles[column], label)  # type: ignore[arg-type]
            times = self.scaling.factor(one, unit, place, raw, amount)
            if times == OPEN:
                return
            value = fitted(amount if times is None else amount * times, one, label)
        except Unreadable as problem:
            self.reading.add(Wrong(problem.saying, place, problem.values))
            return
        before = task.seen.setdefault((spot.party, spot.period, cell), place)
        if before is not place:
            self.reading.wrong(sayings.TWICE, place, label=label, other=before.at or before.line)
            return
        self.reading.figures.append(Figure(cell, value, estimate, place, spot.period, spot.party, spot.version))


def _with_indent(row: Row, place: int | None) -> str:
    """A name with the spaces before it, which some people indent breakdowns by."""
    raw = row[place] if place is not None else ""
    text = raw if isinstance(raw, str) else text_of(raw)
    return f"- {text.strip()}" if text.startswith(("   ", "\t")) and not indent_mark(text) else text


def _numbered(places: list[int], row: Row) -> bool:
    """Whether a row just numbers the columns: A, B, 1, 2, 3."""
    texts = [text_of(cell).strip("()[]") for cell in row if not blank(cell)]
    figures = [text for text in texts if text.isdecimal() and len(text) < 3]
    letters = [text for text in texts if len(text) == 1 and text.isalpha()]
    return len(texts) > 1 and len(figures) + len(letters) == len(texts) and sorted(figures, key=int) == figures
