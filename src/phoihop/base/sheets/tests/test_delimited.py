import unicodedata

import pytest

from phoihop.base.sheets import COMMAND_LINE, Limits, SheetRefused, read_table
from phoihop.base.sheets.tests.tables import FIELDS, HEAD

TONES = "\u0300\u0301\u0303\u0309\u0323"
SEMICOLONS = "Mã trạm;Vĩ độ;Kinh độ;Chiều cao (m)\nHD-01;20,9401;106,333;42,5\nHD-02;20,9;106,4;36\n"


def as_windows_keeps_it(letter: str) -> str:
    """The letter with its hat, and the tone behind it as a sign of its own."""
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(sign for sign in parts if sign in TONES)
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in TONES)) + tones


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_decimal_commas_in_every_encoding(encoding, delimiter):
    table = read_table(SEMICOLONS.replace(";", delimiter).encode(encoding), FIELDS)

    assert table.columns["code"] == ["HD-01", "HD-02"]
    assert table.columns["latitude"].tolist() == [20.9401, 20.9]
    assert table.columns["longitude"].tolist() == [106.333, 106.4]
    assert table.columns["height_m"].tolist() == [42.5, 36]
    assert table.lines.tolist() == [2, 3]
    assert list(table.problems) == []


def test_windows_1258_is_read_as_composed_letters():
    text = "".join(map(as_windows_keeps_it, "Mã trạm;Vĩ độ;Kinh độ\nTrạm Ngã Tư Đồng;20,94;106,33\n"))

    table = read_table(text.encode("cp1258"), FIELDS)

    assert table.outline.encoding == "cp1258"
    assert table.columns["code"] == ["Trạm Ngã Tư Đồng"]


def test_a_title_above_the_heading_and_blank_lines_are_passed_over():
    text = "DANH SÁCH CỘT ĂNG TEN\n\n" + HEAD + "A,20.9,106.3,42\n,,,\n\nB,20.8,106.2,30\nTổng cộng\n"

    table = read_table(text.encode(), FIELDS)

    assert table.columns["code"] == ["A", "B", "Tổng cộng"]
    assert table.lines.tolist() == [4, 7, 8]
    assert [problem.line for problem in table.problems] == [8, 8, 8]


def test_a_cell_over_two_lines_keeps_the_count_of_lines():
    table = read_table((HEAD + '"A\nB",20.9,106.3,42\nC,x,106.3,42\n').encode(), FIELDS)

    assert table.lines.tolist() == [2, 4]
    assert table.problems[0].sentence("en").startswith("Line 4, “Vĩ độ”: “x” is no number")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (HEAD + "A,20.9,106.3,42\nB,20.9,10", 3, "ends in the middle"),
        (HEAD + "A,20.9,106.3,42,9\n", 2, "5 cells, more than the 4 columns"),
        (HEAD + "A,20.9\n", 2, "2 cells but the heading has 4"),
        (HEAD + "A,20.9,106.3,42", 2, "no line end"),
    ],
)
def test_a_ragged_line_is_told(text, line, said):
    table = read_table(text.encode(), FIELDS)

    assert table.problems[0].line == line
    assert said in table.problems[0].text("en")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "holds no data"),
        (b"\n\n", "holds no data"),
        (HEAD.encode(), "holds no data"),
        (b"a,b\n1,2\n", "No heading was found"),
        ((HEAD + 'A,20.9,"106.3,42\nB,1,2,3\n').encode(), "Line 2: The file ends in the middle"),
        ((HEAD + "A,20.9,106.3,42\nĐ").encode()[:-1], "ends in the middle"),
        (b"%PDF-1.7", "cannot be read"),
        (HEAD.encode() + b"a" * 200_000, "Line 2: The cell has over 131072 characters"),
        (b"\x00\x01\x02\x03" * 50, "cannot be read"),
    ],
)
def test_what_is_no_whole_table_is_refused(data, said):
    with pytest.raises(SheetRefused, match=said):
        read_table(data, FIELDS)


def test_ten_million_rows_are_refused_before_they_are_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.write(HEAD.encode())
        for _ in range(100):
            stream.write(b"A,1,2,3\n" * 100_000)

    with pytest.raises(SheetRefused, match="more rows than the limit of 2000000"):
        read_table(path, FIELDS, limits=COMMAND_LINE)


def test_a_large_file_is_refused_by_its_size():
    with pytest.raises(SheetRefused, match="over the limit of 1 MB"):
        read_table(HEAD.encode() + b"A,1,2,3\n" * 200_000, FIELDS, limits=Limits(file_mb=1))


def test_pieces_of_a_long_file_are_joined():
    rows = "".join(f"M{number},20.{number % 7},106.3,{number % 90 + 1}\n" for number in range(60_000))

    table = read_table((HEAD + rows).encode(), FIELDS)

    assert len(table) == 60_000
    assert table.columns["code"][-1] == "M59999"
    assert table.lines[-1] == 60_001
    assert table.columns["height_m"][55_000] == 55_000 % 90 + 1
