import csv
import datetime as dt
import io

import pytest
import python_calamine

from phoihop.base.sheets import Field, Sheet, csv_bytes, read_table, xlsx_bytes

ATTACKS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]
HEAD = ("id", "Ghi chú", "Số")


def test_csv_starts_no_formula():
    rows = list(csv.reader(io.StringIO(csv_bytes(HEAD, [(text, text, -5) for text in ATTACKS]).decode("utf-8-sig"))))

    assert all(cell.startswith("'") for row in rows[1:] for cell in row[:2])
    assert {row[2] for row in rows[1:]} == {"-5"}


def test_a_workbook_holds_texts_numbers_and_days():
    data = xlsx_bytes([Sheet("Cột", HEAD, [("=1+1", "http://a.vn", 1.5), ("B", dt.date(2026, 4, 8), None)])])

    rows = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()

    assert rows[1] == ["=1+1", "http://a.vn", 1.5]
    assert rows[2] == ["B", dt.date(2026, 4, 8), ""]
    assert b"<f>" not in data


def test_what_was_written_is_read_back():
    fields = (Field("code", ("id",), required=True), Field("note", ("Ghi chú",)), Field("count", ("Số",), "number"))
    rows = [("A", text, number / 4) for number, text in enumerate(ATTACKS[:4])]

    for data in (csv_bytes(HEAD, rows), xlsx_bytes([Sheet("Cột", HEAD, rows)])):
        table = read_table(data, fields)

        assert table.columns["note"] == ATTACKS[:4]
        assert table.columns["count"].tolist() == [0, 0.25, 0.5, 0.75]


def test_equal_tables_give_equal_bytes():
    sheets = [Sheet("Cột", HEAD, [("A", "B", 1)], widths=(10, 20, 8))]

    assert xlsx_bytes(sheets) == xlsx_bytes(sheets)


def test_every_character_survives_or_is_left_out():
    text = "a & b < c > \"d\" 'e'\n\x00\x0b🗼 Nguyễn"

    data = xlsx_bytes([Sheet("A/B:[C]" * 8, HEAD, [(text, True, float("nan"))])])

    book = python_calamine.load_workbook(io.BytesIO(data))
    assert book.get_sheet_by_index(0).to_python()[1] == ["a & b < c > \"d\" 'e'\n🗼 Nguyễn", True, ""]


def test_a_sheet_that_is_too_long_is_refused():
    with pytest.raises(ValueError, match="write CSV instead"):
        xlsx_bytes([Sheet("A", HEAD, ((1,) for _ in range(1_048_576)))])
