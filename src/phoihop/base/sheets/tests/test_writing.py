import csv
import datetime as dt
import io

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
