import pytest

from phoihop.clauses.briefings.checking import RuleShape
from phoihop.clauses.briefings.pooling.figures import Pool, Told
from phoihop.clauses.briefings.pooling.making import make_pool
from phoihop.clauses.briefings.tests.pooled.shapes import ADDITIVE, SUM, form, one_of, row, total_of
from phoihop.cores.disclosure import Rules

RULES = Rules(minimum=3, p_percent=10.0)
EVEN = {
    "A": row(900, cg=300, tm=300, nh=300),
    "B": row(800, cg=300, tm=250, nh=250),
    "C": row(700, cg=200, tm=250, nh=250),
    "D": row(600, cg=200, tm=200, nh=200),
}
TOTAL = ("subscribers", None)


def made(sheet, *told, rules=RULES, shape=None) -> Pool:
    return make_pool(shape or form(), ADDITIVE, sheet, told, rules)


def shown(pool: Pool) -> dict:
    return {one.place: one.value for one in pool.figures if one.value is not None}


def why(pool: Pool) -> dict:
    return {one.place: one.why for one in pool.figures if one.value is None}


def test_figures_of_four_alike_are_all_shown_with_ones_own_share():
    pool = made(EVEN)

    assert shown(pool)[TOTAL] == pytest.approx(3000)
    assert shown(pool)["subscribers", "cg"] == pytest.approx(1000)
    assert pool.shares["A", TOTAL] == pytest.approx(0.3)
    assert pool.passed


def test_a_figure_of_two_is_hidden_and_another_around_it():
    sheet = {**EVEN, "C": row(500, tm=250, nh=250), "D": row(400, tm=200, nh=200)}

    pool = made(sheet)

    assert why(pool)["subscribers", "cg"] == "few"
    assert list(why(pool).values()).count("around") >= 1
    assert TOTAL in shown(pool)
    assert not {place for _, place in pool.shares} & set(why(pool))


def test_a_total_and_a_part_do_not_tell_of_the_other_part():
    sheet = {
        party: figures | {("prepaid", None): figures[TOTAL] - 10, ("postpaid", None): 10.0}
        for party, figures in EVEN.items()
    }
    sheet["A"] |= {("prepaid", None): 300.0, ("postpaid", None): 600.0}  # A alone is nearly all of it

    pool = made(sheet, shape=form(SUM))

    assert ("postpaid", None) in why(pool)
    assert not {("prepaid", None), TOTAL} <= set(shown(pool))


def test_what_a_breakdown_leaves_unnamed_stands_in_no_row():
    sheet = {party: {**figures, ("subscribers", "nh"): 100.0} for party, figures in EVEN.items()}

    pool = made(sheet)

    assert {place for place in (*shown(pool), *why(pool)) if place[0] == "subscribers"} == {
        TOTAL, ("subscribers", "cg"), ("subscribers", "tm"), ("subscribers", "nh"),
    }  # fmt: skip


def test_a_breakdown_that_says_more_than_its_total_is_not_shown():
    sheet = {**EVEN, "A": row(100, cg=300, tm=300, nh=300)}

    pool = made(sheet)

    assert why(pool)["subscribers", "cg"] == "uneven"
    assert TOTAL in shown(pool)


def test_a_blank_total_is_what_the_breakdown_adds_up_to():
    pool = made({**EVEN, "A": row(None, cg=300, tm=300, nh=300)})

    assert shown(pool)[TOTAL] == pytest.approx(3000)


def test_values_that_overlap_are_totals_of_their_own():
    sheet = {party: {("masts", None): 10.0, ("masts", "4g"): 9.0, ("masts", "5g"): 4.0} for party in "ABCD"}

    pool = made(sheet)

    assert shown(pool) == {("masts", None): 40, ("masts", "4g"): 36, ("masts", "5g"): 16}


def test_an_average_has_no_total():
    pool = made({party: {("radius", None): 2.0} for party in "ABCD"})

    assert pool.figures == []


def test_one_who_comes_late_is_not_told_by_subtracting():
    early = {party: EVEN[party] for party in "ABC"}
    first = made(early)

    second = made(EVEN, Told(early, shown(first)))

    assert TOTAL in shown(first)
    assert TOTAL in why(second)


def test_a_correction_is_not_told_by_subtracting():
    first = made(EVEN)
    corrected = {**EVEN, "B": row(850, cg=320, tm=265, nh=265)}

    second = made(corrected, Told(EVEN, shown(first)))

    assert set(shown(second)) == set()


def test_the_same_figures_are_told_again():
    first = made(EVEN)

    assert shown(made(EVEN, Told(EVEN, shown(first)))) == pytest.approx(shown(first))


def test_a_year_does_not_tell_of_a_half_in_which_one_stood_alone():
    half = {party: {TOTAL: 100.0} for party in "ABCD"}
    year = {party: {TOTAL: 100.0} for party in "BCD"} | {"A": {TOTAL: 500.0}}  # only A sold in the second half
    first = made(half)

    assert TOTAL in shown(first)
    assert TOTAL in why(made(year, Told(half, shown(first), "within")))


def test_a_year_of_four_alike_is_told_after_its_half():
    half = {party: {TOTAL: 100.0} for party in "ABCD"}
    year = {party: {TOTAL: 220.0} for party in "ABCD"}
    first = made(half)

    assert shown(made(year, Told(half, shown(first), "within")))[TOTAL] == pytest.approx(880)


def test_a_half_does_not_tell_of_the_rest_of_a_year():
    year = {party: {TOTAL: 100.0} for party in "BCD"} | {"A": {TOTAL: 500.0}}
    half = {party: {TOTAL: 100.0} for party in "ABCD"}
    first = made(year, rules=Rules(minimum=2, p_percent=5.0, prior_percent=100.0))

    assert TOTAL in why(made(half, Told(year, shown(first) | {TOTAL: 800.0}, "around")))


def test_two_who_put_their_figures_together_learn_no_third():
    three = {party: EVEN[party] for party in "ABC"}

    pool = made(three, rules=Rules(minimum=3, p_percent=10.0, colluding=2))

    assert shown(pool) == {}


def test_a_half_beside_its_year_and_the_other_half_is_silent():
    half = {party: {TOTAL: 100.0} for party in "ABCD"}
    year = {party: {TOTAL: 220.0} for party in "ABCD"}
    first, whole = Told(half, {TOTAL: 400.0}, "aside"), Told(year, {TOTAL: 880.0}, "around")

    assert why(made({party: {TOTAL: 120.0} for party in "ABCD"}, first, whole)) == dict.fromkeys(
        (TOTAL, *(("subscribers", code) for code in ("cg", "tm", "nh"))), "before"
    )


def test_what_was_told_of_a_breakdown_that_is_asked_no_more_keeps_the_rest_silent():
    told = Told(EVEN, {TOTAL: 3000.0, ("subscribers", "gone"): 70.0})

    assert why(made(EVEN, told))[TOTAL] == "before"


def test_values_that_a_rule_adds_up_are_not_shown():
    rule = RuleShape("r", "compare", one_of("masts", "4g", "5g"), "==", total_of("masts"))
    sheet = {party: {("masts", None): 10.0, ("masts", "4g"): 6.0, ("masts", "5g"): 4.0} for party in "ABCD"}

    assert set(shown(made(sheet, shape=form(rule)))) == {("masts", None)}
