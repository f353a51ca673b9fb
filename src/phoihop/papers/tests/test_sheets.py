"""Tables to take away never become formulas."""

import csv
import io
import zipfile

import pytest

from phoihop.papers.sheets import as_csv, as_xlsx

EVIL = ["=1+1", "+1", "-2", "@SUM(A1)", "\tx", '=HYPERLINK("http://x.example")']


@pytest.mark.parametrize("text", EVIL)
def test_csv_puts_an_apostrophe_before_a_formula(text):
    lines = list(csv.reader(io.StringIO(as_csv(["Trích yếu"], [[text]]).decode("utf-8-sig"))))

    assert lines == [["Trích yếu"], [f"'{text}"]]


def test_csv_begins_with_a_byte_order_mark_and_keeps_diacritics():
    data = as_csv(["Tên"], [["Bưu điện tỉnh Hải Dương"]])

    assert data.startswith(b"\xef\xbb\xbf")
    assert "Bưu điện tỉnh Hải Dương" in data.decode("utf-8-sig")


@pytest.mark.parametrize("text", [*EVIL, "https://example.vn", "0123"])
def test_xlsx_keeps_every_cell_a_text(text):
    with zipfile.ZipFile(io.BytesIO(as_xlsx("Sổ văn bản", ["Trích yếu"], [[text]]))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert 't="s"' in sheet.split('r="A2"')[1].split(">")[0]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
