import datetime as dt
import io
import zipfile

import pytest

from phoihop.base.sheets import Limits, SheetRefused, read_table
from phoihop.base.sheets.tests.tables import FIELDS, workbook

HEAD = ("Mã trạm", "Vĩ độ", "Kinh độ", "Chiều cao (m)")
SMALL = Limits(unpacked_mb=1, rows=1000)
MANIFEST = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"></m:manifest>'
ODS_HEAD = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="A">'
)
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def ods(rows: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS_HEAD + rows + ODS_TAIL)
    return out.getvalue()


def cells(*texts: str) -> str:
    return "".join(
        f'<table:table-cell office:value-type="string"><text:p>{t}</text:p></table:table-cell>' for t in texts
    )


def test_numbers_texts_and_formulas_are_values():
    def formula(sheet):
        sheet.write_formula(2, 3, "=40+2", None, 42)

    data = workbook(HEAD, ("A", 20.9, 106.3, "42,5"), ("B", "20,91", "106,31"), strange=formula)

    table = read_table(data, FIELDS)

    assert table.outline.kind == "xlsx"
    assert table.columns["latitude"].tolist() == [20.9, 20.91]
    assert table.columns["height_m"].tolist() == [42.5, 42]


def test_a_value_merged_over_rows_stands_in_each():
    data = workbook(
        ("DANH SÁCH",),
        HEAD,
        ("A", 20.9, 106.3, ""),
        ("B", 20.8, 106.3, ""),
        ("C", 20.7, 106.3, 30),
        merge=[((2, 3, 3, 3), 45)],
    )

    table = read_table(data, FIELDS)

    assert table.columns["height_m"].tolist() == [45, 45, 30]
    assert table.lines.tolist() == [3, 4, 5]


def test_dates_of_cells_and_texts():
    data = workbook(
        (*HEAD, "Ngày kiểm định"),
        ("A", 20.9, 106.3, 30, "8/4/2010"),
        ("B", 20.9, 106.3, 30, 40276),
        ("C", 20.9, 106.3, 30, "2010-04-08 00:00:00"),
        ("D", 20.9, 106.3, 30, "31/2/2010"),
    )

    table = read_table(data, FIELDS)

    assert table.columns["inspected_on"] == [dt.date(2010, 4, 8)] * 3 + [None]
    assert table.problems[0].line == 5


def test_ods_is_read():
    table = read_table(
        ods(f"<table:table-row>{cells(*HEAD)}</table:table-row><table:table-row>{cells('A', '20,9', '106,3', '42')}"
            "</table:table-row>"),
        FIELDS,
    )  # fmt: skip

    assert table.outline.kind == "ods"
    assert table.columns["longitude"].tolist() == [106.3]


def test_a_bomb_is_refused_by_what_it_unpacks_to():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (5 << 20))

    with pytest.raises(SheetRefused, match="over the limit of 1 MB"):
        read_table(out.getvalue(), FIELDS, limits=SMALL)


def test_a_bomb_that_states_a_small_size_is_refused_too():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (5 << 20))
    lie = out.getvalue().replace((5 << 20).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    with pytest.raises(SheetRefused, match="over the limit of 1 MB"):
        read_table(lie, FIELDS, limits=SMALL)


@pytest.mark.parametrize(("row", "column"), [(1_048_575, 0), (0, 16_383)])
def test_a_far_cell_does_not_fill_the_memory(row, column):
    data = workbook(HEAD, ("A", 20.9, 106.3, 30), strange=lambda sheet: sheet.write(row, column, "x"))

    with pytest.raises(SheetRefused, match=r"more (rows|than 200 columns)"):
        read_table(data, FIELDS, limits=SMALL)


def test_cells_repeated_by_a_number_do_not_fill_the_memory():
    row = f'<table:table-row table:number-rows-repeated="1000000">{cells("x")}</table:table-row>'

    with pytest.raises(SheetRefused, match="more rows than"):
        read_table(ods(row), FIELDS, limits=SMALL)


@pytest.mark.parametrize("kept", [50, 1000, -100])
def test_a_workbook_that_ends_in_the_middle_is_refused(kept):
    with pytest.raises(SheetRefused, match="ends in the middle"):
        read_table(workbook(HEAD, ("A", 20.9, 106.3, 30))[:kept], FIELDS)


def test_a_sheet_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(SheetRefused, match="The file has: Cột"):
        read_table(workbook(HEAD), FIELDS, sheet="Trạm")


def test_an_archive_of_something_else_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")

    with pytest.raises(SheetRefused, match="Save it as CSV"):
        read_table(out.getvalue(), FIELDS)
