from decimal import Decimal

import pytest

from phoihop.clauses.briefings.checking import Cell, check
from phoihop.clauses.briefings.checking.ruling import KINDS, OPERATORS
from phoihop.clauses.briefings.models import Missing, Operator, RuleKind
from phoihop.clauses.briefings.tests.checking.shaping import form, rule


def _figures(**given):
    return {Cell(code): None if value is None else Decimal(value) for code, value in given.items()}


def _holds(shape, figures, **earlier):
    return check(shape, figures, **earlier) == []


@pytest.mark.parametrize(
    ("operator", "holding"),
    [("==", {2}), ("!=", {1, 3}), ("<", {1}), ("<=", {1, 2}), (">", {3}), (">=", {2, 3})],
)
def test_two_sides_are_compared(operator, holding):
    shape = form(rule("compare", "thue_bao", "doanh_thu + 1", operator=operator))

    assert {n for n in (1, 2, 3) if _holds(shape, _figures(thue_bao=n, doanh_thu=1))} == holding


def test_a_rule_that_does_not_hold_tells_its_figures_and_both_sides():
    shape = form(rule("compare", "thue_bao", "2 * doanh_thu", operator="<=", severity="warning"))

    (found,) = check(shape, _figures(thue_bao=1923, doanh_thu=1))

    assert (found.rule_id, found.severity, found.cells) == ("r1", "warning", (Cell("thue_bao"), Cell("doanh_thu")))
    assert (found.message, found.detail) == (
        "Xem lại.", "Điều phải có: vế trái ≤ vế phải. Vế trái: 1.923; vế phải: 2.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("missing", "figures", "holds"),
    [
        ("skip_any", {"thue_bao": 5}, True),
        ("skip_any", {"thue_bao": 5, "doanh_thu": 1}, False),
        ("skip_all", {}, True),
        ("skip_all", {"thue_bao": 5}, False),
        ("never", {"thue_bao": 5}, False),
        ("never", {"doanh_thu": 5}, True),
        ("never", {}, True),
    ],
)
def test_a_blank_counts_as_zero_only_where_the_rule_says_so(missing, figures, holds):
    shape = form(rule("compare", "thue_bao", "doanh_thu", operator="<=", missing=missing))

    assert _holds(shape, _figures(**figures)) is holds


def test_a_constant_demand_never_skipped_holds_of_blanks():
    shape = form(rule("compare", "thue_bao", "1", operator=">=", missing="never"))

    assert not _holds(shape, {})


@pytest.mark.parametrize(
    ("kind", "figures", "holds"),
    [
        ("together", {"thue_bao": 1, "doanh_thu": 2}, True),
        ("together", {"thue_bao": 0}, False),
        ("together", {"doanh_thu": 2}, False),
        ("together", {}, True),
        ("exclusive", {"thue_bao": 1, "doanh_thu": 2}, False),
        ("exclusive", {"thue_bao": 0, "doanh_thu": 0}, False),
        ("exclusive", {"thue_bao": 1}, True),
        ("exclusive", {}, True),
    ],
)
def test_pairs_are_given_together_or_one_alone(kind, figures, holds):
    assert _holds(form(rule(kind, "thue_bao", "doanh_thu")), _figures(**figures)) is holds


@pytest.mark.parametrize(
    ("missing", "figures", "holds"),
    [
        ("never", {"thue_bao": 0, "doanh_thu": 2}, True),
        ("never", {"thue_bao": 1, "doanh_thu": 2}, False),
    ],
)
def test_where_blanks_are_zero_a_pair_is_about_more_than_zero(missing, figures, holds):
    assert _holds(form(rule("exclusive", "thue_bao", "doanh_thu", missing=missing)), _figures(**figures)) is holds


@pytest.mark.parametrize("kind", ["previous", "last_year"])
@pytest.mark.parametrize(
    ("was", "now", "holds"),
    [
        (100, 90, True), (100, 89, False), (100, 120, True), (100, 121, False), (0, 0, True), (0, 1, False),
        (None, 1, True), (100, None, True), (-100, -110, True), (-100, -111, False),
    ],
)  # fmt: skip
def test_a_figure_moves_within_bounds(kind, was, now, holds):
    shape = form(rule(kind, "thue_bao", least_percent=Decimal(10), most_percent=Decimal(20), severity="warning"))
    shape.by_code["tram"]
    figures, earlier = _figures(thue_bao=now), _figures(thue_bao=was)

    found = [one for one in check(shape, figures, **{kind: earlier}) if one.rule_id]

    assert (found == []) is holds


def test_bounds_tell_by_how_much_a_figure_moved():
    shape = form(rule("previous", "thue_bao", least_percent=Decimal(10)))

    (found,) = check(shape, _figures(thue_bao=2000), previous=_figures(thue_bao=3000))

    assert found.detail == "Kỳ này 2.000, kỳ so sánh 3.000: giảm 33,3 %."


def test_without_an_earlier_report_nothing_is_compared():
    shape = form(rule("previous", "thue_bao", most_percent=Decimal(1), missing="never"))

    assert _holds(shape, _figures(thue_bao=5))


def test_a_rule_about_each_value_of_a_breakdown_looks_at_one_after_the_other():
    shape = form(rule("compare", "tram[*]", "3", operator="<="))
    figures = {Cell("tram", "4g"): Decimal(3), Cell("tram", "5g"): Decimal(4)}

    assert [found.cells for found in check(shape, figures)] == [(Cell("tram", "5g"),)]


def test_what_is_no_number_is_not_reckoned_with():
    shape = form(rule("compare", "thue_bao", "1", operator="<="))

    assert [found.check for found in check(shape, {Cell("thue_bao"): Decimal("NaN")})] == ["number"]


def test_every_word_that_a_rule_may_choose_is_understood():
    assert (set(RuleKind.values), set(Operator.values)) == (set(KINDS), set(OPERATORS))
    assert set(Missing.values) == {"skip_any", "skip_all", "never"}
