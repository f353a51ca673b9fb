"""Workbooks and forms made for the tests of this area; no rows."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import xlsxwriter

from phoihop.clauses.briefings.checking import Breakdown, FormShape, IndicatorShape, Member, RuleShape, parse
from phoihop.clauses.briefings.workbooks import Identity, Reading, Section, SheetForm, open_book, read_book

TECHNOLOGIES = Breakdown("cong_nghe", "Công nghệ", (Member("4g", "4G"), Member("5g", "5G")), complete=False)
DISTRICTS = Breakdown("huyen", "Huyện", (Member("ns", "Huyện Nam Sách"), Member("th", "Huyện Thanh Hà")))
SUBSCRIBERS = IndicatorShape("thue_bao", "Thuê bao di động", "thuê bao", 0, breakdowns=(DISTRICTS,))
REVENUE = IndicatorShape("doanh_thu", "Doanh thu viễn thông", "triệu đồng", 1)
SHARE = IndicatorShape("ty_le", "Tỷ lệ phủ sóng 4G", "%", 1, required=False)
STATIONS = IndicatorShape("tram", "Trạm BTS", "trạm", 0, estimate_allowed=False, breakdowns=(TECHNOLOGIES,))
RULE = RuleShape("1", "compare", parse("tram[4g]"), "<=", parse("tram"), message="Trạm 4G không nhiều hơn số trạm.")
GROWTH = RuleShape(
    "2", "previous", parse("doanh_thu"), least_percent=Decimal(30), most_percent=Decimal(50), severity="warning",
    message="Doanh thu đổi nhiều.",
)  # fmt: skip
FORM = SheetForm(
    "VT-01", "Báo cáo viễn thông", 2, "half",
    FormShape((SUBSCRIBERS, REVENUE, SHARE, STATIONS), (RULE, GROWTH)),
    (Section("I. Kinh doanh", ("thue_bao", "doanh_thu", "ty_le")), Section("II. Hạ tầng", ("tram",))),
)  # fmt: skip
WANTED = Identity("VT-01", "2", "2026H1", "VNPT")
ANY_PERIOD = Identity("VT-01", "2", "", "VNPT")


def workbook(
    *rows: list[Any], name: str = "Bao cao", more: dict[str, list[list[Any]]] | None = None, then=None
) -> bytes:
    """A workbook of one sheet, and more where they are given; ``then(book, sheet)`` does the rest."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    for title, lines in {name: list(rows), **(more or {})}.items():
        sheet = book.add_worksheet(title)
        for number, row in enumerate(lines):
            sheet.write_row(number, 0, row)
        if then is not None and title == name:
            then(book, sheet)
    book.close()
    return out.getvalue()


def read(data: bytes, expected: Identity | None = WANTED, form: SheetForm = FORM, **more: Any) -> Reading:
    """Open and read."""
    return read_book(open_book(data), form, expected=expected, **more)


def figures(reading: Reading) -> dict[str, float]:
    """``{"thue_bao": 12.0}``; with the period before it where the file names one that was not asked for."""
    return {str(one.cell): float(one.value) for one in reading.figures}


def errors(reading: Reading, language: str = "vi") -> list[str]:
    """The sentences of all errors."""
    return [one.sentence(language) for one in reading.problems if one.level == "error"]


def notes(reading: Reading) -> list[str]:
    """The sentences of all notes."""
    return [one.sentence("vi") for one in reading.problems if one.level == "note"]
