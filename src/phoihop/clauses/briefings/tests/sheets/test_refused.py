"""Files that are refused in words."""

import io
import random
import zipfile
from dataclasses import replace

import pytest

from phoihop.base.sheets import SheetRefused
from phoihop.clauses.briefings.tests.sheets.made import WANTED, errors, figures, notes, read, workbook
from phoihop.clauses.briefings.workbooks import Identity, open_book
from phoihop.clauses.briefings.workbooks.opening import LIMITS

HEAD = ["STT", "Chỉ tiêu", "ĐVT", "Kỳ này"]
GOOD = workbook(HEAD, [1, "Trạm BTS", "trạm", 300])
LINES = "STT;Chỉ tiêu;ĐVT;Kỳ này\n1;Trạm BTS;trạm;300\n2;Thuê bao di động;thuê bao;1.923\n"
TCVN3 = "STT;ChØ tiªu;§VT;Kú nµy\n1;Tr¹m BTS;tr¹m;300\n2;Thuª bao di ®éng;thuª bao;1.923\n"
VNI = "STT;Chæ tieâu;ÑVT;Kyø naøy\n1;Traïm BTS;traïm;300\n2;Thueâ bao di ñoäng;thueâ bao;1923\n"


def repacked(data: bytes, **changed: bytes | None) -> bytes:
    """The same archive with other parts; ``None`` takes one away. Slashes are written as two underscores."""
    out = io.BytesIO()
    parts = {name.replace("__", "/").replace("_dot_", "."): part for name, part in changed.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            part = parts[name] if name in parts else old.read(name)
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def sheet(rows: str) -> bytes:
    """A sheet of plain XML."""
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
REFUSED = {
    "macros": (repacked(GOOD, xl__vbaProject_dot_bin=b"x"), "macro"),
    "macros of old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "_VBA_PROJECT".encode("utf-16-le"), "macro"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "malformed": (GOOD[: len(GOOD) // 2], "hỏng"),
    "malformed sheet": (repacked(GOOD, xl__worksheets__sheet1_dot_xml=b"<worksheet><oops"), ""),
    "huge sheet": (repacked(GOOD, xl__worksheets__sheet1_dot_xml=sheet(FAR)), "cột"),
    "not a workbook": (repacked(GOOD, xl__workbook_dot_xml=None), "Không đọc được loại tệp"),
    "binary workbook": (repacked(GOOD, xl__workbook_dot_bin=b"x"), ".xlsb"),
    "PDF": (b"%PDF-1.7 ...", "Không đọc được loại tệp"),
    "XML": (b"<adx/>", "Không đọc được loại tệp"),
    "empty": (b"  ", "không có dữ liệu"),
    "VNI": (VNI.encode("cp1252"), "VNI"),
    "not text": (bytes(range(128, 256)) * 3, ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_opened_says_why(name):
    data, says = REFUSED[name]

    with pytest.raises(SheetRefused) as refusal:
        read(data)

    assert says in refusal.value.text("vi")
    assert refusal.value.text("en") != refusal.value.text("vi")


def test_a_damaged_workbook_is_refused_or_read_and_never_breaks():
    luck, outcomes = random.Random(15), {"read": 0, "refused": 0}
    for _ in range(120):
        damaged = bytearray(GOOD)
        for _ in range(luck.randint(1, 6)):
            damaged[luck.randrange(len(damaged))] = luck.randrange(256)
        try:
            read(bytes(damaged))
        except SheetRefused:
            outcomes["refused"] += 1
        else:
            outcomes["read"] += 1

    assert min(outcomes.values()) > 5


def test_a_bomb_is_not_unpacked():
    bomb = repacked(GOOD, xl__media__x_dot_bin=bytes(2 << 20))

    with pytest.raises(SheetRefused) as refusal:
        open_book(bomb, replace(LIMITS, unpacked_mb=1))

    assert "giải nén" in refusal.value.text("vi")
    assert open_book(bomb).pages


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_csv_is_read(encoding):
    assert figures(read(LINES.encode(encoding))) == {"tram": 300, "thue_bao": 1923}


def test_tcvn3_is_converted_and_said():
    reading = read(TCVN3.encode("cp1252"))

    assert figures(reading) == {"tram": 300, "thue_bao": 1923}
    assert any("TCVN3" in note for note in notes(reading))


def test_a_formula_without_a_value_and_a_cell_in_error_are_told_with_their_places():
    def formulas(book, page):
        page.write_formula("D2", "=1+1", None, "")
        page.write_formula("D3", "=1/0", None, "#DIV/0!")
        page.write_formula("D4", "=100+200", None, 300)

    data = workbook(
        HEAD, [1, "Thuê bao di động"], [2, "Doanh thu viễn thông"], [3, "Trạm BTS"], then=formulas
    )  # fmt: skip

    reading = read(data)

    assert figures(reading) == {"tram": 300}
    assert [("D2" in one, "công thức" in one) for one in errors(reading)] == [(True, True), (False, True)]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (Identity("VT-01", "1", "2026H1", "VNPT"), "phiên bản 1"), (Identity("BC-09", "2", "2026H1", "VNPT"), "BC-09"),
        (Identity("VT-01", "2", "2025H2", "VNPT"), "6 tháng cuối năm 2025"),
        (Identity("VT-01", "2", "2026H1", "VIETTEL"), "đơn vị khác"),
    ],
)  # fmt: skip
def test_a_template_for_something_else_is_refused(said, says):
    data = workbook(HEAD, [1, "Trạm BTS", "trạm", 300], more={"_phoihop": [list(row) for row in said.rows()]})

    told = errors(read(data, WANTED))

    assert says in " ".join(told)
    assert "VIETTEL" not in " ".join(told)


def test_a_sheet_of_another_period_is_refused():
    data = workbook(["Kỳ báo cáo: 6 tháng cuối năm 2025"], HEAD, [1, "Trạm BTS", "trạm", 300])

    assert "6 tháng cuối năm 2025" in errors(read(data))[0]
