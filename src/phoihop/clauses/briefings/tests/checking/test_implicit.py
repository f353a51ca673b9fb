from decimal import Decimal

import pytest

from phoihop.clauses.briefings.checking import Breakdown, Cell, FormShape, IndicatorShape, Member, check, worst
from phoihop.clauses.briefings.tests.checking.shaping import form

TOTAL, FOUR, FIVE = Cell("tram"), Cell("tram", "4g"), Cell("tram", "5g")


def _told(found):
    return [(finding.check, finding.cells) for finding in found]


def _figures(total, four=None, five=None):
    given = {TOTAL: total, FOUR: four, FIVE: five}
    return {cell: None if value is None else Decimal(str(value)) for cell, value in given.items()}


@pytest.mark.parametrize(
    ("figures", "about", "told"),
    [
        (_figures(10, 4, 6), {"required": True}, []),
        (_figures(None), {}, []),
        (_figures(None), {"required": True}, [("required", (TOTAL,)), ("required", (FOUR, FIVE))]),
        (_figures(0), {"required": True}, []),
        (_figures(10, 10), {"required": True}, [("required", (FIVE,))]),
        (_figures(10, 4, 5), {}, [("sum", (TOTAL, FOUR, FIVE))]),
        (_figures(10, 4), {}, []),
        (_figures(10, 11), {}, [("sum", (TOTAL, FOUR, FIVE))]),
        (_figures(-10, 4, -14), {"negative_allowed": True}, []),
        (_figures(-1), {}, [("negative", (TOTAL,))]),
        (_figures("1.5"), {}, [("decimals", (TOTAL,))]),
        (_figures("1.50"), {"decimals": 1}, []),
        (_figures("1.0"), {}, []),
        (_figures("1.25"), {"decimals": 1}, [("decimals", (TOTAL,))]),
        (_figures("10.1", "4.0", "6.0"), {"decimals": 1}, []),
        (_figures("10.3", "4.0", "6.0"), {"decimals": 1}, [("sum", (TOTAL, FOUR, FIVE))]),
        (_figures("NaN"), {}, [("number", (TOTAL,))]),
        (_figures("1e18"), {}, [("number", (TOTAL,))]),
    ],
)
def test_a_form_asks_for_sound_figures(figures, about, told):
    assert _told(check(form(**about), figures)) == told


def test_an_estimate_is_refused_where_only_final_figures_will_do():
    found = check(form(estimate_allowed=False), _figures(1), estimates={TOTAL})

    assert _told(found) == [("estimate", (TOTAL,))]


def test_a_breakdown_that_is_not_complete_need_not_add_up():
    loose = Breakdown("technology", "Công nghệ", (Member("4g", "4G"), Member("5g", "5G")), complete=False)

    assert check(form(breakdowns=(loose,)), _figures(10, 9, 9)) == []


def test_values_below_a_value_add_up_to_it():
    places = Breakdown(
        "place", "Nơi", (Member("hd", "Hải Dương"), Member("q1", "Quận 1", "hd"), Member("cl", "Chí Linh"))
    )
    shape = FormShape((IndicatorShape("tram", "Trạm", required=False, breakdowns=(places,)),))
    figures = {Cell("tram"): 10, Cell("tram", "hd"): 6, Cell("tram", "q1"): 5, Cell("tram", "cl"): 4}

    found = check(shape, {cell: Decimal(value) for cell, value in figures.items()})

    assert _told(found) == [("sum", (Cell("tram", "hd"), Cell("tram", "q1")))]


def test_each_cell_wears_its_worst_mark():
    marks = worst(check(form(required=True), _figures(-1, -1, 0)))

    assert marks == {TOTAL: "error", FOUR: "error"}
