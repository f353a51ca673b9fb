import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.base.sheets import Field, read_table
from phoihop.base.sheets.numbers import read_as, style_of, tidy
from phoihop.base.sheets.tests.tables import FIELDS
from phoihop.cores.viet import format_number

COST = (Field("code", ("id",), required=True), Field("cost", ("Giá",), "number", low=0))


def costs(*texts, delimiter="\t"):
    rows = "".join(f"r{number}{delimiter}{text}\n" for number, text in enumerate(texts))
    table = read_table(f"id{delimiter}Giá\n{rows}".encode(), COST)
    return table.columns["cost"].tolist(), [problem.text("en") for problem in table.problems]


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (["1.923,5", "1.923"], [1923.5, 1923]),
        (["1,923.5", "1,923"], [1923.5, 1923]),
        (["92.25", "1.923"], [92.25, 1.923]),
        (["92,25", "1,923"], [92.25, 1.923]),
        (["1.923.500", "500.000"], [1923500, 500000]),
        (["12 m", "12,5 mét"], [12, 12.5]),
        (["1 923,5", "\N{MINUS SIGN}0,5"], [1923.5, math.nan]),
        (["12,5", "12.5"], [12.5, 12.5]),
    ],
)
def test_a_column_shows_how_its_numbers_are_written(texts, values):
    found, _ = costs(*texts)

    assert str(found) == str([float(value) for value in values])


def test_a_number_that_nothing_explains_is_asked_about():
    found, said = costs("1.923")

    assert math.isnan(found[0])
    assert said == ["“1.923” could mean 1923 or 1.923. Write it without separators of thousands."]


def test_the_separator_of_cells_explains_numbers():
    assert costs("1.923", delimiter=";")[0] == [1923]
    assert costs("1.923", delimiter=",")[0] == [1.923]


def test_possible_values_explain_numbers():
    table = read_table("id\tVĩ độ\tKinh độ\nA\t20.945\t106.333\n".encode(), FIELDS)

    assert table.columns["longitude"].tolist() == [106.333]


@pytest.mark.parametrize("text", ["nan", "inf", "abc", "1..2", "1,2,3", "--5", "0x10", "1e999"])
def test_what_is_no_number_is_told(text):
    _, said = costs(f'"{text}"', "12.5", delimiter=",")

    assert len(said) == 1


@given(st.lists(st.decimals(0, 10**9, places=2).map(lambda value: value + 0), min_size=1, max_size=5))
def test_every_number_of_vietnamese_papers_is_read_back(amounts):
    texts = [format_number(amount, 2) for amount in amounts]

    assert style_of(map(tidy, texts)) == "comma"
    assert [read_as(text, "comma") for text in texts] == [float(amount) for amount in amounts]


@pytest.mark.parametrize(
    ("head", "cell", "said"),
    [
        ("Chiều cao", "-5", "-5 is under the least possible 1"),
        ("Chiều cao", "500", "500 is over the most possible 400"),
        ("Số nhà mạng", "2.5", "no whole number"),
        ("Ngày kiểm định", "hôm qua", "is no date"),
        ("Dùng chung", "có lẽ", "neither yes nor no"),
        ("Loại", "Cột gỗ", "not in the list: Cột mặt đất, Trên mái"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(head, cell, said):
    table = read_table(f"id,Vĩ độ,Kinh độ,{head}\nA,20.9,106.3,\nB,20.9,106.3,{cell}\n".encode(), FIELDS)

    assert [problem.line for problem in table.problems] == [3]
    assert said in table.problems[0].text("en")
    assert [line for line, _ in table.records()] == [2]


def test_flags_and_choices_are_values():
    text = "id,Vĩ độ,Kinh độ,Dùng chung,Loại\nA,20.9,106.3,Có,cot mat dat\nB,20.9,106.3,không,TRÊN MÁI\n"

    table = read_table(text.encode(), FIELDS)

    assert table.columns["shared"] == [True, False]
    assert table.columns["kind"] == ["A2b", "A2a"]


def test_faulty_rows_go_back_with_their_sentences():
    table = read_table("id,Vĩ độ,Kinh độ\nA,20.9,106.3\nB,,x\n".encode(), FIELDS, keep_cells=True)

    head, rows = table.faulty("vi")

    assert head == ["id", "Vĩ độ", "Kinh độ", "Lỗi"]
    assert rows[0][:3] == ["B", "", "x"]
    assert "Vĩ độ: Ô bị bỏ trống." in rows[0][3]
    assert "Kinh độ: “x” không phải là số." in rows[0][3]


def test_problems_are_counted_beyond_those_kept():
    table = read_table(("id,Vĩ độ,Kinh độ\n" + "A,x,y\n" * 3000).encode(), FIELDS)

    assert len(table.problems) == 1000
    assert table.problems.errors == 6000
    assert list(table.records()) == []
