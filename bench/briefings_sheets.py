"""A workbook of 10,000 rows read and checked against the bare reading of its cells: ten periods of figures with a line
for each, and a form of 10,000 rows with a column for each of two periods."""

from __future__ import annotations

import io
from decimal import Decimal

from bench.table import Row, pairs_of

INDICATORS, PARTS, PERIODS, ROUNDS = 40, 25, 10, 7
ROWS = 10_000
GOAL = 3.0


def run() -> list[Row]:
    """Read a table with a line for each figure, and one with a column for each period."""
    import python_calamine  # noqa: PLC0415

    from phoihop.clauses.briefings.workbooks import Identity, open_book, read_book  # noqa: PLC0415

    rows = []
    small, large = _form(INDICATORS), _form(INDICATORS * PERIODS)
    for what, form, data, figures, goal in (
        ("a line a figure", small, _long(small), ROWS, GOAL),
        ("two columns of figures", large, _across(large), ROWS * 2, None),
    ):

        def ours(data: bytes = data, form: object = form) -> int:
            reading = read_book(open_book(data), form, expected=Identity("B", "1", "", "VNPT"), parties=["VNPT"])
            if reading.errors or reading.questions:
                raise RuntimeError(str(reading.problems[:3]))
            return len(reading.figures)

        def peer(data: bytes = data) -> object:
            return python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()

        read = ours()
        if read != figures:
            raise RuntimeError(f"{read} figures were read")
        took, bare = pairs_of(ours, peer, ROUNDS)
        rows.append(
            Row(
                f"{ROWS:,} rows, {what}: {read:,} figures read and checked",
                f"{took * 1000:.0f} ms ({took / bare:.1f} ×)",
                f"python-calamine alone {bare * 1000:.0f} ms",
                f"≤ {goal:.0f} ×" if goal else "–",
                took / bare <= goal if goal else None,
            )
        )
    return rows


def _form(indicators: int):  # type: ignore[no-untyped-def]
    from phoihop.clauses.briefings.checking import Breakdown, FormShape, IndicatorShape, Member  # noqa: PLC0415
    from phoihop.clauses.briefings.workbooks import SheetForm  # noqa: PLC0415

    by = Breakdown("huyen", "Huyện", tuple(Member(f"h{n}", f"Huyện số {n}") for n in range(PARTS - 1)))
    shapes = tuple(
        IndicatorShape(f"chi_tieu_{n}", f"Chỉ tiêu thứ {n}", "triệu đồng", 2, breakdowns=(by,))
        for n in range(indicators)
    )
    return SheetForm("B", "Biểu đo", 1, "half", FormShape(shapes))


def _periods():  # type: ignore[no-untyped-def]
    from phoihop.clauses.briefings.reporting.periods import Period  # noqa: PLC0415

    return [Period("half", 2020 + number // 2, number % 2 + 1) for number in range(PERIODS)]


def _long(form) -> bytes:  # type: ignore[no-untyped-def]
    from phoihop.clauses.briefings.exchange import Datum, Group, write_table_xlsx  # noqa: PLC0415

    data = tuple(Datum(cell, Decimal(n) + Decimal("0.25")) for n, cell in enumerate(form.shape.cells))
    return write_table_xlsx([Group("B", "VNPT", period, data, 1, "VNPT") for period in _periods()], form)


def _across(form) -> bytes:  # type: ignore[no-untyped-def]
    """Every row of the form, with the figures of two periods side by side."""
    import xlsxwriter  # noqa: PLC0415

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["STT", "Mã", "Chỉ tiêu", "ĐVT", "2025H1", "2025H2"])
    for row, cell in enumerate(form.shape.cells, start=1):
        sheet.write_row(row, 0, [row, str(cell), form.shape.labels[cell], "triệu đồng", row + 0.5, row + 0.25])
    book.close()
    return out.getvalue()
