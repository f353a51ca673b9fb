from decimal import Decimal

import pytest

from phoihop.clauses.briefings.checking import Cell, ExpressionError, cell_of, parse

KNOWN = {"tra_truoc": (), "tra_sau": (), "tram": ("4g", "5g", "Chí Linh")}


def _terms(text):
    return {str(term.cell): term.factor for term in parse(text, KNOWN).terms}


@pytest.mark.parametrize(
    ("text", "terms", "constant"),
    [
        ("tra_truoc + tra_sau", {"tra_truoc": 1, "tra_sau": 1}, 0),
        ("  tra_truoc − tra_sau – 3", {"tra_truoc": 1, "tra_sau": -1}, -3),
        ("2 × tram[4g] - 0,5*(tra_sau - 4)", {"tram[4g]": 2, "tra_sau": Decimal("-0.5")}, 2),
        ("tram[ 4g ]/4 + tram[4g]", {"tram[4g]": Decimal("1.25")}, 0),
        ("-tram[Chí Linh] + +1", {"tram[Chí Linh]": -1}, 1),
        ("tram[*]", {"tram[*]": 1}, 0),
        ("7", {}, 7),
    ],
)
def test_a_sum_of_figures_is_read(text, terms, constant):
    assert (_terms(text), parse(text, KNOWN).constant) == (terms, constant)


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("", 0, "Hãy nhập"),
        ("tra_truoc + tra_xau", 12, "không có chỉ tiêu “tra_xau”"),
        ("  tra_xau", 2, "Vị trí 3"),
        ("tram[3g]", 0, "giá trị phân tổ “3g”"),
        ("tra_sau[*]", 0, "không có phân tổ"),
        ("tram[]", 0, "ngoặc vuông"),
        ("tra_sau + đông", 10, "“đ”"),
        ("tra_sau +", 8, "viết chưa đúng"),
        ("(tra_sau", 0, "viết chưa đúng"),
        ("tra_sau * tra_truoc", 10, "Chỉ nhân"),
        ("tra_sau / 0", 10, "Chỉ chia"),
        ("2 / tra_sau", 4, "Chỉ chia"),
        ("tra_sau ** 2", 0, "Chỉ dùng được"),
        ("0xff + 1", 0, "không phải là một số"),
        ("1e9", 0, "không phải là một số"),
        ("'a'", 0, "không phải là một số"),
        ("tra_sau\n+ 1", 7, "Ký tự"),
        ("tra_sau.tra_sau", 0, "Chỉ dùng được"),
        ("__import__('os')", 0, "Chỉ dùng được"),
        ("1 +" * 120, 300, "dài quá"),
    ],
)
def test_what_is_no_sum_is_told_with_its_place(text, position, words):
    with pytest.raises(ExpressionError) as told:
        parse(text, KNOWN)

    assert (told.value.position, words in str(told.value)) == (position, True)


def test_any_name_will_do_where_no_form_is_known():
    assert parse("doanh_thu[abc]").cells == (Cell("doanh_thu", "abc"),)


def test_a_cell_is_read_as_it_is_written():
    assert [cell_of(text) for text in ("tram", "tram[ 4g ]", str(Cell("tram", "4g")))] == [
        Cell("tram"), Cell("tram", "4g"), Cell("tram", "4g"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "tram[", "tram[]", "2g", "tram + 1"])
def test_what_names_no_cell_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        cell_of(text)
