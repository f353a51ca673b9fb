"""Figures as a plain table, one a row: what people and other programs open, and what can be sent in again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phoihop.base.sheets import Sheet, csv_bytes, xlsx_bytes
from phoihop.base.sheets.workbook_xml import Value
from phoihop.clauses.briefings.exchange.groups import Group, plain
from phoihop.clauses.briefings.workbooks.forms import SheetForm

HEAD = (
    "Kỳ báo cáo", "Mã đơn vị", "Tên đơn vị", "Phiên bản", "Mã chỉ tiêu", "Mã phân tổ", "Chỉ tiêu", "Đơn vị tính",
    "Giá trị", "Ước hay chính thức",
)  # fmt: skip
WIDTHS = (12, 12, 24, 9, 24, 16, 44, 14, 16, 14)
WORDS = {True: "Ước", False: "Chính thức"}


def table_rows(groups: Iterable[Group], form: SheetForm) -> Iterator[tuple[Value, ...]]:
    """The rows."""
    for group in groups:
        for one in group.data:
            indicator = form.indicator_of[one.cell]
            text = plain(one.value)
            value = float(text) if "." in text else int(text)
            yield (
                group.period.code, group.party, group.party_name, group.version, one.cell.indicator,
                one.cell.code or "", form.shape.labels[one.cell], indicator.unit, value, WORDS[one.estimate],
            )  # fmt: skip


def write_table_csv(groups: Iterable[Group], form: SheetForm) -> bytes:
    """UTF-8 with a byte order mark, points in numbers."""
    return csv_bytes(HEAD, table_rows(groups, form))


def write_table_xlsx(groups: Iterable[Group], form: SheetForm) -> bytes:
    """A workbook of one sheet."""
    return xlsx_bytes([Sheet("Số liệu", HEAD, table_rows(groups, form), WIDTHS)])
