import json
import math

import numpy as np
import pytest

from phoihop.cores.disclosure import (
    BadInput,
    Contribution,
    Earlier,
    Rules,
    Variable,
    Weighing,
    audit,
    build,
    crossed,
    derive,
    own_shares,
    protect,
    suppressed,
    weights_of,
)
from phoihop.cores.disclosure.tests.tables import PLACE, by_place, cell_of, hiding, table

ROWS = by_place(x={"A": 50}, y={"A": 40, "B": 40, "C": 40})


@pytest.mark.parametrize(
    ("rows", "variables", "tables", "earlier", "problem"),
    [
        (ROWS, [PLACE], [["kind"]], [], "variable.unknown"),
        (ROWS, [PLACE], [], [], "tables.none"),
        (ROWS, [PLACE, Variable("kind")], [["kind"]], [], "contribution.no_code"),
        ([Contribution("A", {"place": "x"}, math.nan)], [PLACE], [["place"]], [], "value.no_number"),
        (ROWS, [Variable("place", {"x": "u", "u": "x"})], [["place"]], [], "variable.circle"),
        (ROWS, [PLACE], [["place"]], [Earlier({"place": "q"}, 1.0)], "earlier.nothing"),
        (ROWS, [PLACE], [["place"]], [Earlier({"place": "x"}, 51.0)], "earlier.differs"),
    ],
)
def test_what_means_nothing_is_refused(rows, variables, tables, earlier, problem):
    with pytest.raises(BadInput) as refusal:
        build(rows, variables, tables, earlier)

    assert refusal.value.problem == problem


def test_negative_figures_need_to_be_announced():
    with pytest.raises(BadInput, match=r"value\.negative"):
        protect(table(x={"A": -1}), Rules())


@pytest.mark.parametrize(
    "wrong",
    [
        {"p_percent": 0},
        {"p_percent": 120},
        {"p_percent": 120, "prior_percent": 200},
        {"minimum": 0},
        {"colluding": 3},
        {"dominance": ((0, 50.0),)},
    ],
)
def test_rules_out_of_range_are_refused(wrong):
    with pytest.raises(BadInput):
        Rules(**wrong)


def test_cells_of_the_same_sum_are_one():
    problem = build(by_place(x={"A": 5}), [Variable("place", {"x": "up"})], [["place"]])

    assert problem.keys == ((("x",), ("up",), ("*",)),)


def test_the_cheapest_by_count_is_not_the_cheapest_by_value():
    problem = table(x={"A": 50}, y={"A": 9, "B": 9, "C": 9}, z={"A": 4, "B": 4, "C": 4})

    assert weights_of(problem, Weighing.COUNT).tolist() == [250.0] * 4
    assert weights_of(problem)[cell_of(problem, "x")] > weights_of(problem)[cell_of(problem, "z")]


def test_shares_are_told_of_shown_figures_alone():
    problem = build(ROWS, [PLACE], [["place"]])
    shares = own_shares(problem, suppressed(problem, hiding(problem, ("x",), ("*",))))

    assert np.isnan(shares[cell_of(problem, "x")]).all()
    assert np.isnan(shares[cell_of(problem, "*")]).all()
    assert shares[cell_of(problem, "y")] == pytest.approx([1 / 3] * 3)


def test_breakdowns_side_by_side_are_crossed_and_protected():
    places = by_place(x={"A": 6, "B": 3, "C": 5}, y={"A": 2, "B": 3, "C": 4})
    kinds = [Contribution(name, {"kind": "u"}, value) for name, value in (("A", 8.0), ("B", 6.0), ("C", 9.0))]
    problem = build(crossed([places, kinds]), [PLACE, Variable("kind")], [["place"], ["kind"]])

    kept = protect(problem, Rules())

    assert problem.values[cell_of(problem, "x", "*")] == 14
    assert audit(problem, kept.publication, Rules()).passed


def test_breakdowns_that_differ_are_refused():
    with pytest.raises(BadInput, match=r"crossed\.sums_differ"):
        crossed([by_place(x={"A": 6}), [Contribution("A", {"kind": "u"}, 7.0)]])


def test_an_attacker_must_have_contributed():
    problem = build(ROWS, [PLACE], [["place"]])

    with pytest.raises(BadInput, match=r"attacker\.unknown"):
        derive(problem, suppressed(problem, hiding(problem)), Rules(), ["Z"])


def test_a_kept_audit_is_plain_json_tied_to_what_was_audited():
    problem = build(ROWS, [PLACE], [["place"]])
    shown, hidden = suppressed(problem, hiding(problem)), suppressed(problem, hiding(problem, ("x",), ("y",)))

    first, second = audit(problem, shown, Rules()), audit(problem, hidden, Rules())

    kept = json.loads(json.dumps(first.as_dict(), allow_nan=False))
    assert kept["findings"][0]["interval"]["contributor"] == "A"
    assert kept["passed"] is False
    assert kept["fingerprint"] != second.fingerprint
    assert audit(problem, shown, Rules()).fingerprint == kept["fingerprint"]
    assert [it.cell for it in second.hidden] == [("x",), ("y",)]


def test_the_same_table_is_protected_in_the_same_way():
    rows = by_place(x={"A": 50}, y={"A": 40, "B": 40, "C": 40}, z={"A": 40, "B": 40, "C": 40})

    first, second = (protect(build(rows, [PLACE], [["place"]]), Rules()) for _ in range(2))

    assert first.hidden.tolist() == second.hidden.tolist()


def test_without_time_the_result_is_protected_with_its_gap_told():
    spots = [(at, who) for at in range(8) for who in range(at // 2 + 1)]
    rows = [Contribution(f"E{who}", {"place": f"p{at}"}, 10.0 + 7 * ((who * at) % 5)) for at, who in spots]
    problem = build(rows, [PLACE], [["place"]])

    kept = protect(problem, Rules(), seconds=0.0)

    assert audit(problem, kept.publication, Rules()).passed
    assert kept.bound <= kept.lost + 1e-9
    assert protect(problem, Rules()).lost <= kept.lost + 1e-9
