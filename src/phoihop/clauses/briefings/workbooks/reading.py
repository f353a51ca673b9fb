"""Reading a workbook of figures: its sheets one after the other, each with what it says of itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from phoihop.base.sheets import SheetRefused
from phoihop.base.sheets.grid import Row, text_of
from phoihop.base.sheets.headings import key
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.reporting.periods import Period, read_period
from phoihop.clauses.briefings.workbooks import sayings
from phoihop.clauses.briefings.workbooks.encodings import from_tcvn3
from phoihop.clauses.briefings.workbooks.forms import SheetForm
from phoihop.clauses.briefings.workbooks.headings import Heading, Headings
from phoihop.clauses.briefings.workbooks.identity import HIDDEN_SHEET, Identity, identity_in
from phoihop.clauses.briefings.workbooks.matching import Matcher
from phoihop.clauses.briefings.workbooks.opening import Book, Page
from phoihop.clauses.briefings.workbooks.periods import period_said
from phoihop.clauses.briefings.workbooks.results import Place, Question, Reading
from phoihop.clauses.briefings.workbooks.tables import Task, read_page
from phoihop.clauses.briefings.workbooks.units import stated

COLUMN, ROW = "column|", "row|"
EXAMPLES = {"month": "2026-05", "quarter": "2026Q2", "half": "2026H1", "year": "2026"}


def read_book(
    book: Book,
    form: SheetForm,
    *,
    mapping: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    expected: Identity | None = None,
    parties: Collection[str] = (),
) -> Reading:
    """Read every sheet that holds figures of the form.

    :param mapping: what the party's headings and rows mean, by ``column|…`` and ``row|…``, as answered before
    :param answers: answers to questions about this file alone
    :param expected: what a template must say of itself; without a period the file may hold several
    :param parties: codes of parties that the file may name; none where it is of one party
    :raises SheetRefused: no sheet holds a table of figures
    """
    reading = Reading(book.kind)
    answers = answers or {}
    visible = [page for page in book.pages if not page.hidden]
    _look_at_identity(book, form, expected, reading)
    headings, matcher = _knowledge(form, mapping or {})
    found = [(page, headings.find(page.rows)) for page in visible]
    if not any(heading for _page, heading in found):
        found = [(page, headings.find(page.rows)) for page in visible if _converted(page)]
        if not any(heading for _page, heading in found):
            raise SheetRefused(sayings.NO_TABLE)
        reading.wrong(sayings.TCVN3, level="note")
    chosen = _chosen(found, form, expected, reading)
    seen: dict[tuple[str, str, Cell], Place] = {}
    for page, heading in chosen:
        reading.sheets.append(page.name)
        above = page.rows[: heading.at]
        task = Task(
            page, heading, form, matcher, answers, reading, seen, {code.casefold(): code for code in parties},
            wanted_period=expected.period if expected else "", page_period=_period_of(page, above),
            page_unit=next((unit for row in above for cell in row if (unit := stated(text_of(cell)))), ""),
        )  # fmt: skip
        read_page(task)
    if reading.blanks:
        reading.wrong(sayings.BLANKS, level="note", n=reading.blanks)
    if not reading.figures and not reading.errors and not reading.questions:
        reading.wrong(sayings.NOTHING)
    return reading


def _knowledge(form: SheetForm, mapping: Mapping[str, str]) -> tuple[Headings, Matcher]:
    columns = {name.removeprefix(COLUMN): kind for name, kind in mapping.items() if name.startswith(COLUMN)}
    rows = {name.removeprefix(ROW): cell for name, cell in mapping.items() if name.startswith(ROW)}
    matcher = Matcher(form, rows)
    names = {key(one.name): one.total for one in form.shape.indicators}
    dimensions = {(by.name, by.code) for one in form.shape.indicators for by in one.breakdowns}
    breakdowns = {key(text) for names in dimensions for text in names}
    return Headings(columns, names, matcher.codes, breakdowns), matcher


def _look_at_identity(book: Book, form: SheetForm, expected: Identity | None, reading: Reading) -> None:
    """Refuse a template that was made for something else."""
    page = next((page for page in book.pages if page.name == HIDDEN_SHEET), None)
    reading.identity = found = identity_in(page.rows) if page is not None else None
    if found is None:
        return
    if found.form != form.code:
        reading.wrong(sayings.OTHER_FORM, found=found.form, wanted=form.code)
    elif found.version != str(form.version):
        reading.wrong(sayings.OTHER_VERSION, found=found.version, wanted=form.version)
    if expected is not None and expected.party and found.party != expected.party:
        reading.wrong(sayings.OTHER_PARTY)  # whose it is, is nobody's business
    elif expected is not None and expected.period and found.period != expected.period:
        reading.wrong(sayings.OTHER_PERIOD, found=_said(found.period), wanted=_said(expected.period))


def _said(code: str) -> str:
    try:
        return read_period(code).label
    except ValueError:
        return code


def _converted(page: Page) -> bool:
    """Turn the texts of a sheet from TCVN3 into Unicode; whether that can be."""
    rows: list[Row] = []
    for row in page.rows:
        turned = [from_tcvn3(cell) if isinstance(cell, str) else cell for cell in row]
        if any(new is None and old is not None for new, old in zip(turned, row, strict=True)):
            return False
        rows.append(turned)
    page.rows = rows
    return True


def _period_of(page: Page, above: Sequence[Row]) -> Period | None:
    """The period that a sheet's name or the lines above its table speak of."""
    named = period_said(page.name)
    if named is not None:
        return named
    found = {period for row in above for text in dict.fromkeys(map(text_of, row)) if (period := period_said(text))}
    return found.pop() if len(found) == 1 else None


def _chosen(
    found: list[tuple[Page, Heading | None]], form: SheetForm, expected: Identity | None, reading: Reading
) -> list[tuple[Page, Heading]]:
    """The sheets that are read: one for one period, any number where each has a period of its own."""
    tables = [(page, heading) for page, heading in found if heading is not None]
    for page, heading in found:
        if heading is None:
            reading.wrong(sayings.SHEET_LEFT, Place(page.name), level="note")
    if expected is None or not expected.period or len(tables) < 2:
        return tables
    wanted = [
        (page, heading)
        for page, heading in tables
        if (period := _period_of(page, page.rows[: heading.at])) and period.code == expected.period
    ]
    best = max(wanted or tables, key=lambda one: one[1].score)
    if best[1].of("period"):
        return tables
    for page, _heading in tables:
        if page is not best[0]:
            reading.wrong(sayings.SHEET_SECOND, Place(page.name), level="note", other=best[0].name)
    return [best]


__all__ = ["COLUMN", "EXAMPLES", "ROW", "Question", "read_book"]
