"""A file with what is wrong written beside it, to be corrected and sent again."""

from __future__ import annotations

import datetime as dt
import io
from collections import defaultdict
from typing import Any

from phoihop.base.sheets.grid import Cell
from phoihop.clauses.briefings.workbooks.identity import HIDDEN_SHEET
from phoihop.clauses.briefings.workbooks.opening import Book, Page
from phoihop.clauses.briefings.workbooks.results import Reading, Wrong
from phoihop.clauses.briefings.workbooks.styles import Styles

LIST = {"vi": "Lỗi cần sửa", "en": "To correct"}
HEADS = {"vi": ("Trang", "Ô", "Điều cần sửa"), "en": ("Sheet", "Cell", "What to correct")}
MOST_ROWS = 60_000
LONGEST = 32_000


def annotated(book: Book, reading: Reading, language: str = "vi") -> bytes:
    """The same sheets, wrong cells marked and explained; a list of all errors comes last.

    Looks of the file are not kept, its words and figures are; a list of errors is no table of figures, so the file
    can be sent back as it is once it is corrected.
    """
    import xlsxwriter  # noqa: PLC0415 - only where a file with errors is asked for

    tongue = "en" if language.lower().startswith("en") else "vi"
    wrong = [one for one in reading.problems if one.level == "error"]
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    made = xlsxwriter.Workbook(out, options)
    styles = Styles(made)
    date = made.add_format({"num_format": "dd/mm/yyyy"})
    for number, page in enumerate(book.pages, start=1):
        name = page.name or f"Trang {number}"
        sheet = made.add_worksheet(name[:31])
        _copy(sheet, page, date)
        _mark(sheet, page, [one for one in wrong if one.place.sheet == page.name], styles, tongue)
        if page.name == HIDDEN_SHEET:
            sheet.very_hidden()
        elif page.hidden:
            sheet.hide()
    _list(made, wrong, styles, tongue)
    made.close()
    return out.getvalue()


def _copy(sheet: Any, page: Page, date: Any) -> None:
    for number, row in enumerate(page.rows[:MOST_ROWS]):
        for place, cell in enumerate(row):
            _write(sheet, number, place + page.first_column, cell, date)
    sheet.set_column(page.first_column, page.first_column + 8, 18)


def _write(sheet: Any, row: int, column: int, cell: Cell, date: Any) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, dt.datetime | dt.date):
        day = cell if isinstance(cell, dt.datetime) else dt.datetime.combine(cell, dt.time())
        sheet.write_datetime(row, column, day.replace(tzinfo=None), date)
    else:
        sheet.write_string(row, column, str(cell)[:LONGEST])


def _mark(sheet: Any, page: Page, wrong: list[Wrong], styles: Styles, language: str) -> None:
    """A note at each wrong cell, and all of them again at the end of the row."""
    said: defaultdict[int, list[str]] = defaultdict(list)
    end = page.first_column + max((len(row) for row in page.rows), default=0) + 1
    for one in wrong:
        if not one.place.line:
            continue
        row = one.place.line - 1
        said[row].append(one.text(language))
        column = one.place.column
        if column is not None:
            sheet.conditional_format(row, column, row, column, {"type": "no_errors", "format": styles.get("wrong")})
    for row, texts in said.items():
        sheet.write_string(row, end, " ".join(texts)[:LONGEST], styles.get("wrong"))
    if said:
        sheet.set_column(end, end, 60)


def _list(made: Any, wrong: list[Wrong], styles: Styles, language: str) -> None:
    sheet = made.add_worksheet(LIST[language])
    for place, (head, width) in enumerate(zip(HEADS[language], (24, 12, 110), strict=True)):
        sheet.write_string(0, place, head, styles.get("head"))
        sheet.set_column(place, place, width)
    for row, one in enumerate(wrong, start=1):
        sheet.write_string(row, 0, one.place.sheet, styles.get("label"))
        sheet.write_string(row, 1, one.place.at or str(one.place.line or ""), styles.get("label"))
        sheet.write_string(row, 2, one.text(language), styles.get("note"))
