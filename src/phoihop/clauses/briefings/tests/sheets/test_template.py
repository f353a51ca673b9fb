"""Templates: made, filled in, read again."""

import io
import re
import zipfile
from decimal import Decimal

from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.clauses.briefings.tests.sheets.made import FORM, WANTED, errors, figures, read, workbook
from phoihop.clauses.briefings.workbooks import annotated, open_book, read_book, write_template
from phoihop.clauses.briefings.workbooks.template import Columns

NOW = {Cell("tram"): Decimal(300), Cell("tram", "4g"): Decimal(280), Cell("doanh_thu"): Decimal("1923.5")}


def made(**columns):
    """A template of the form."""
    return write_template(FORM, WANTED, read_period("2026H1"), "VNPT Hải Dương", Columns(**columns))


def part(data, name):
    """One part of a workbook as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_what_is_filled_in_comes_back_as_it_was():
    reading = read(made(now=NOW, estimates={Cell("doanh_thu")}, previous={Cell("tram"): Decimal(1)}))

    assert (errors(reading), reading.questions, reading.identity) == ([], {}, WANTED)
    assert figures(reading) == {"tram": 300, "tram[4g]": 280, "doanh_thu": 1923.5}
    assert [one.cell.indicator for one in reading.figures if one.estimate] == ["doanh_thu"]


def test_only_cells_to_be_filled_in_are_open():
    data = made()
    sheet = part(data, "xl/worksheets/sheet1.xml")

    assert "<sheetProtection" in sheet
    assert 'protection locked="0"' in part(data, "xl/styles.xml")
    assert 'state="veryHidden"' in part(data, "xl/workbook.xml")


def test_each_cell_says_what_it_takes():
    sheet = part(made(), "xl/worksheets/sheet1.xml")

    assert sheet.count('type="list"') == len(FORM.shape.cells)
    assert '"Chính thức,Ước"' in sheet
    assert 'type="whole"' in sheet
    assert 'type="decimal"' in sheet


def test_rules_stand_in_the_workbook_as_formulas():
    rules = part(made(), "xl/worksheets/sheet2.xml")
    formulas = re.findall(r"<f>(.*?)</f>", rules)

    assert len(formulas) == 2
    assert "Báo cáo'!$G$" in formulas[0]
    assert "Lỗi" in formulas[0]
    assert "$E$" in formulas[1]
    assert "Cần giải trình" in formulas[1]


def test_a_file_with_errors_comes_back_with_them_and_can_be_sent_again():
    data = workbook(["STT", "Chỉ tiêu", "Kỳ này"], [1, "Trạm BTS", "ba"], [2, "Doanh thu viễn thông", 1.5])
    reading = read(data)

    again = annotated(open_book(data), reading)

    assert errors(read(again)) == errors(reading)
    last = open_book(again).pages[-1]
    assert list(last.rows[1])[:2] == ["Bao cao", "C2"]
    corrected = open_book(again)
    corrected.pages[0].rows[1][2] = 3
    assert figures(read_book(corrected, FORM, expected=WANTED)) == {"tram": 3, "doanh_thu": 1.5}
