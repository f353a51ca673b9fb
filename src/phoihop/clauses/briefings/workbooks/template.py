"""The template of a report: protected headings, open cells, lists to choose from, the form's rules as formulas."""

from __future__ import annotations

import io
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from phoihop.clauses.briefings.checking import Cell, IndicatorShape
from phoihop.clauses.briefings.reporting.periods import Period
from phoihop.clauses.briefings.workbooks.forms import SheetForm
from phoihop.clauses.briefings.workbooks.formulas import FAILED, GOOD, NotExpressible, formula_of
from phoihop.clauses.briefings.workbooks.identity import HIDDEN_SHEET, Identity
from phoihop.clauses.briefings.workbooks.styles import Styles

SHEET, RULES = "Báo cáo", "Kiểm tra"
HEADS = (
    ("STT", 6), ("Mã", 22), ("Chỉ tiêu", 52), ("Đơn vị tính", 14), ("Kỳ trước", 16), ("Cùng kỳ năm trước", 16),
    ("Kỳ này", 18), ("Ước hay chính thức", 14), ("Ghi chú", 44),
)  # fmt: skip
CODE, NAME, UNIT, PREVIOUS, LAST_YEAR, NOW, ESTIMATE, NOTE = range(1, 9)
TOP = 7  # the row of the headings, from 0
FINAL_WORD, ESTIMATE_WORD = "Chính thức", "Ước"
LARGEST = 999_999_999_999_999
TOTAL_WORD = "Tổng số"


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands in the cells of a template.

    :ivar now: figures that are there already; texts where a file that was sent back held something else
    :ivar remarks: what is wrong with a cell, written into it as a note
    """

    now: Mapping[Cell, Decimal | str] = field(default_factory=dict)
    previous: Mapping[Cell, Decimal] = field(default_factory=dict)
    last_year: Mapping[Cell, Decimal] = field(default_factory=dict)
    estimates: AbstractSet[Cell] = frozenset()
    remarks: Mapping[Cell, str] = field(default_factory=dict)


def write_template(form: SheetForm, identity: Identity, period: Period, party: str, columns: Columns) -> bytes:
    """A workbook to be filled in and sent back.

    :param period, party: as people say them
    """
    import xlsxwriter  # noqa: PLC0415 - only where a template is asked for

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    _Writer(book, form, columns).write(identity, period, party)
    book.close()
    return out.getvalue()


class _Writer:
    """Writes the sheets."""

    def __init__(self, book: Any, form: SheetForm, columns: Columns) -> None:
        self.book, self.form, self.columns = book, form, columns
        self.styles = Styles(book)
        self.sheet = book.add_worksheet(SHEET)
        self.rows: dict[Cell, int] = {}

    def write(self, identity: Identity, period: Period, party: str) -> None:
        self._top(period, party)
        self._body()
        self._finish()
        self._rules()
        self._hidden(identity)

    def _top(self, period: Period, party: str) -> None:
        sheet, plain = self.sheet, self.styles.get("plain")
        sheet.write_string(0, 0, self.form.title, self.styles.get("title"))
        sheet.write_string(1, 0, f"Đơn vị báo cáo: {party}", plain)
        sheet.write_string(2, 0, f"Kỳ báo cáo: {period.label}", plain)
        sheet.write_string(3, 0, f"Biểu {self.form.code}, phiên bản {self.form.version}", plain)
        if self.form.voluntary:
            sheet.write_string(4, 0, "Báo cáo tự nguyện theo biên bản ghi nhớ.", plain)
        sheet.write_string(
            5, 0, "Chỉ điền vào các ô nền vàng nhạt. Không có phát sinh thì ghi 0; chưa có số thì để trống.", plain
        )
        for place, (head, width) in enumerate(HEADS):
            sheet.write_string(TOP, place, head, self.styles.get("head"))
            sheet.set_column(place, place, width)

    def _body(self) -> None:
        row, number = TOP + 1, 0
        listed = {code for section in self.form.sections for code in section.codes}
        rest = tuple(one.code for one in self.form.shape.indicators if one.code not in listed)
        sections = [(one.title, one.codes) for one in self.form.sections]
        for title, codes in [*sections, *([("", rest)] if rest else [])]:
            if title:
                for place in range(len(HEADS)):
                    self.sheet.write_blank(row, place, None, self.styles.get("section"))
                self.sheet.write_string(row, NAME, title, self.styles.get("section"))
                row += 1
            for code in codes:
                one = self.form.shape.by_code.get(code)
                if one is not None:
                    number += 1
                    row = self._indicator(one, row, number)

    def _indicator(self, one: IndicatorShape, row: int, number: int) -> int:
        self.sheet.write_number(row, 0, number, self.styles.get("order"))
        self._line(one, one.total, row, one.name, self.form.notes.get(one.code, ""), whole=True)
        row += 1
        for by in one.breakdowns:
            for member in by.members:
                self._line(one, Cell(one.code, member.code), row, f"   - {member.name}", by.name, whole=False)
                row += 1
        return row

    def _line(self, one: IndicatorShape, cell: Cell, row: int, name: str, note: str, *, whole: bool) -> None:
        sheet, styles = self.sheet, self.styles
        self.rows[cell] = row
        sheet.write_string(row, CODE, str(cell), styles.get("code"))
        sheet.write_string(row, NAME, name, styles.get("name" if whole else "part"))
        sheet.write_string(row, UNIT, one.unit, styles.get("label"))
        figure = styles.figure(one.decimals)
        for place, values in ((PREVIOUS, self.columns.previous), (LAST_YEAR, self.columns.last_year)):
            if values.get(cell) is not None:
                sheet.write_number(row, place, float(values[cell]), figure)
            else:
                sheet.write_blank(row, place, None, figure)
        self._input(one, cell, row)
        sheet.write_string(row, NOTE, note, styles.get("note"))

    def _input(self, one: IndicatorShape, cell: Cell, row: int) -> None:
        there, style = self.columns.now.get(cell), self.styles.figure(one.decimals, to_fill=True)
        if isinstance(there, Decimal):
            self.sheet.write_number(row, NOW, float(there), style)
        elif there:
            self.sheet.write_string(row, NOW, there, style)
        else:
            self.sheet.write_blank(row, NOW, None, style)
        word = ESTIMATE_WORD if cell in self.columns.estimates else FINAL_WORD
        self.sheet.write_string(row, ESTIMATE, word, self.styles.get("choice"))
        words = [FINAL_WORD, ESTIMATE_WORD] if one.estimate_allowed else [FINAL_WORD]
        self.sheet.data_validation(
            row, ESTIMATE, row, ESTIMATE,
            {"validate": "list", "source": words, "error_title": "Ước hay chính thức",
             "error_message": "Hãy chọn trong danh sách: " + ", ".join(words) + "."},
        )  # fmt: skip
        low = -LARGEST if one.negative_allowed else 0
        kind = "whole" if one.decimals == 0 and LARGEST < 2**53 else "decimal"
        limits = "một số" if one.negative_allowed else "một số không âm"
        told = f"Hãy nhập {limits}{', không có phần lẻ' if one.decimals == 0 else ''}, tính bằng {one.unit or '1'}."
        self.sheet.data_validation(
            row, NOW, row, NOW,
            {"validate": kind, "criteria": "between", "minimum": low, "maximum": LARGEST,
             "error_title": "Số chưa đúng", "error_message": told[:255]},
        )  # fmt: skip
        if cell in self.columns.remarks:
            self.sheet.write_comment(row, NOW, self.columns.remarks[cell], {"x_scale": 2.2, "y_scale": 1.4})
            self.sheet.conditional_format(row, NOW, row, NOW, {"type": "no_errors", "format": self.styles.get("wrong")})

    def _finish(self) -> None:
        sheet, last = self.sheet, max([TOP + 1, *self.rows.values()])
        first = f"G{TOP + 2}"
        area = (TOP + 1, NOW, last, NOW)
        sheet.conditional_format(
            *area, {"type": "formula", "criteria": f"=ISTEXT({first})", "format": self.styles.get("wrong")}
        )
        protection = {"format_columns": True, "format_rows": True, "select_locked_cells": True, "autofilter": True}
        sheet.protect("", protection)
        sheet.freeze_panes(TOP + 1, NAME + 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(TOP)
        sheet.print_area(0, 0, last, NOTE)

    def _rules(self) -> None:
        """What the form checks, beside what it comes to; the same checks run when the file is sent back."""
        sheet = self.book.add_worksheet(RULES)
        for place, (head, width) in enumerate((("STT", 6), ("Điều kiểm tra", 80), ("Kết quả", 18))):
            sheet.write_string(0, place, head, self.styles.get("head"))
            sheet.set_column(place, place, width)
        row = 1
        for rule in self.form.shape.single_rules:
            earlier = PREVIOUS if rule.kind == "previous" else LAST_YEAR
            try:
                formula = formula_of(rule, lambda cell: self._at(cell, NOW), lambda cell: self._at(cell, earlier))  # noqa: B023
            except NotExpressible:
                continue
            sheet.write_number(row, 0, row, self.styles.get("order"))
            sheet.write_string(row, 1, rule.message, self.styles.get("note"))
            sheet.write_formula(row, 2, formula, self.styles.get("label"), "")
            row += 1
        for word, style in ((FAILED["error"], "wrong"), (FAILED["warning"], "doubt"), (GOOD, "good")):
            told = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": self.styles.get(style)}
            sheet.conditional_format(1, 2, max(row, 1), 2, told)
        sheet.protect("", {"format_columns": True})
        sheet.freeze_panes(1, 0)

    def _at(self, cell: Cell, column: int) -> str | None:
        row = self.rows.get(cell)
        letter = "ABCDEFGHI"[column]
        return f"'{SHEET}'!${letter}${row + 1}" if row is not None else None

    def _hidden(self, identity: Identity) -> None:
        hidden = self.book.add_worksheet(HIDDEN_SHEET)
        for row, (name, value) in enumerate(identity.rows()):
            hidden.write_string(row, 0, name)
            hidden.write_string(row, 1, value)
        hidden.protect()
        hidden.very_hidden()
        self.sheet.activate()
