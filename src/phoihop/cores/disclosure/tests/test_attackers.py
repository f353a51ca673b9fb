"""Attackers that were planted, and must fail."""

import numpy as np
import pytest

from phoihop.cores.disclosure import (
    Contribution,
    Earlier,
    Reason,
    Rules,
    Variable,
    audit,
    build,
    derive,
    protect,
    reasons,
    suppressed,
)
from phoihop.cores.disclosure.tests.tables import PLACE, by_place, cell_of, hiding, table


def hidden_in(problem, kept):
    return {keys[0][0] for keys, away in zip(problem.keys, kept.hidden, strict=True) if away}


def learnt(problem, publication, rules, attackers, contributor, cell):
    return next(
        (it.low, it.high)
        for it in derive(problem, publication, rules, attackers)
        if it.contributor == contributor and it.cell == cell
    )


def test_a_rival_subtracts_its_own_figure():
    problem = table(x={"A": 60, "B": 40})
    publication = suppressed(problem, np.zeros(len(problem), bool))

    assert learnt(problem, publication, Rules(), ["B"], "A", ("x",)) == (60, 60)
    assert not audit(problem, publication, Rules(minimum=1)).passed


def test_an_outsider_knows_less_than_a_rival():
    problem = table(x={"A": 60, "B": 40})
    publication = suppressed(problem, np.zeros(len(problem), bool))

    assert learnt(problem, publication, Rules(), [], "A", ("x",)) == (20, 100)


def test_whoever_is_alone_in_a_hidden_cell_sees_through_it():
    problem = table(x={"A": 50}, y={"B": 40}, z={"A": 30, "B": 30, "C": 30, "D": 30}, u={"C": 20, "B": 25, "D": 22})
    publication = suppressed(problem, hiding(problem, ("x",), ("y",)))

    assert learnt(problem, publication, Rules(), ["A"], "B", ("y",)) == (40, 40)
    assert len(hidden_in(problem, protect(problem, Rules()))) > 2


def test_two_cells_of_one_contributor_do_not_hide_each_other():
    """Both hidden, their sum is what the total leaves: all of it A's."""
    problem = table(x={"A": 50}, y={"A": 40}, z={"B": 30, "C": 30, "D": 30}, u={"B": 20, "C": 20, "D": 20})
    both = suppressed(problem, hiding(problem, ("x",), ("y",)))

    report = audit(problem, both, Rules(minimum=1))

    assert any(it.interval.contributor == "A" and it.interval.cell == ("*",) for it in report.findings)
    assert len(hidden_in(problem, protect(problem, Rules()))) > 2


def test_colluders_need_more_to_be_hidden():
    problem = table(x={"A": 40, "B": 30, "C": 20, "D": 2}, y={"A": 40, "B": 40, "C": 40, "D": 40, "E": 40})
    pairs = Rules(colluding=2)

    kept = protect(problem, pairs)

    assert reasons(problem, Rules())[0] is None
    assert reasons(problem, pairs)[0] is Reason.RIVAL
    assert audit(problem, kept.publication, pairs).passed


def test_one_contributor_everywhere_hides_everything():
    problem = table(x={"A": 5}, y={"A": 7})

    kept = protect(problem, Rules())

    assert kept.hidden.all()
    assert audit(problem, kept.publication, Rules()).passed


def test_a_dominant_contributor_is_hidden_from_everybody():
    problem = table(x={"A": 900, "B": 5, "C": 5, "D": 5}, y={"A": 1, "B": 300, "C": 300, "D": 300})
    rules = Rules(dominance=((1, 75.0),))

    kept = protect(problem, rules)

    assert kept.why[cell_of(problem, "x")] is Reason.DOMINATED
    assert audit(problem, kept.publication, rules).passed


def test_zeros_protect_nothing():
    problem = table(x={"A": 50}, y={"A": 0, "B": 0, "C": 0}, z={"A": 40, "B": 40, "C": 40})

    assert audit(problem, suppressed(problem, hiding(problem, ("x",), ("z",))), Rules()).passed
    assert not audit(problem, suppressed(problem, hiding(problem, ("x",), ("y",))), Rules()).passed
    assert hidden_in(problem, protect(problem, Rules())) == {"x", "z"}


def test_a_table_of_zeros_is_shown():
    problem = table(x={"A": 0}, y={"B": 0})

    assert not protect(problem, Rules()).hidden.any()


def test_a_table_of_nothing_is_protected():
    problem = build([], [PLACE], [["place"]])

    assert protect(problem, Rules()).lost == 0
    assert audit(problem, protect(problem, Rules()).publication, Rules()).passed


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e12])
def test_the_unit_of_the_figures_does_not_matter(scale):
    sizes = {"x": {"A": 50.0}, "y": {"A": 9, "B": 8, "C": 8}, "z": {"A": 4e6, "B": 4e6, "C": 4e6}}
    rows = [Contribution(it.contributor, it.codes, it.value * scale) for it in by_place(**sizes)]
    problem = build(rows, [PLACE], [["place"]])

    kept = protect(problem, Rules())

    assert hidden_in(problem, kept) == {"x", "y"}
    assert audit(problem, kept.publication, Rules()).passed


def test_tables_that_overlap_are_not_subtracted():
    """All districts in one table, those of the plain in another: what is in the hills alone is their difference."""
    sizes = {"hill": {"A": 50}, "p1": {"A": 40, "B": 40, "C": 40}, "p2": {"A": 60, "B": 50, "C": 55}}
    rows = [
        Contribution(it.contributor, {**it.codes, "plain": "no" if it.codes["place"] == "hill" else "yes"}, it.value)
        for it in by_place(**sizes)
    ]
    problem = build(rows, [Variable("place"), Variable("plain", total=None)], [["plain"], []])

    report = audit(problem, protect(problem, Rules()).publication, Rules())

    assert report.passed
    assert not audit(problem, suppressed(problem, np.zeros(len(problem), bool)), Rules()).passed


def test_the_half_year_is_not_the_year_less_the_other_half():
    period = Variable("period", {"h1": "year", "h2": "year"}, None)
    rows = [
        Contribution(name, {"period": half}, value)
        for half, own in (("h1", {"A": 50, "B": 50, "C": 50}), ("h2", {"A": 60, "B": 55}))
        for name, value in own.items()
    ]
    problem = build(rows, [period], [["period"]], [Earlier({"period": "h1"}, 150.0)])

    kept = protect(problem, Rules())

    assert kept.hidden[cell_of(problem, "h2")]
    assert kept.hidden[cell_of(problem, "year")]
    assert audit(problem, kept.publication, Rules()).passed


def test_a_late_report_is_not_the_new_total_less_the_old():
    """The total went out before D reported: where figures came later, the edition is a variable."""
    own = {"A": (50, "first"), "B": (45, "first"), "C": (40, "first"), "D": (42, "second")}
    rows = [Contribution(name, {"place": "x", "edition": edition}, value) for name, (value, edition) in own.items()]
    problem = build(
        rows, [PLACE, Variable("edition")], [["place"]], [Earlier({"place": "x", "edition": "first"}, 135.0)]
    )  # fmt: skip

    assert protect(problem, Rules()).hidden.any()


def test_what_is_out_already_is_told_and_the_rest_protected():
    problem = build(
        by_place(x={"A": 50}, y={"A": 40, "B": 40, "C": 40}, z={"B": 9}), [PLACE], [["place"]],
        [Earlier({"place": "x"}, 50.0)],
    )  # fmt: skip

    kept = protect(problem, Rules())
    report = audit(problem, kept.publication, Rules())

    assert kept.given_away > 0
    assert not report.passed
    assert report.nothing_new


def test_a_known_interval_narrows_what_remains_possible():
    rows = by_place(x={"A": 50}, y={"B": 60, "C": 60, "D": 60})
    wide = build(rows, [PLACE], [["place"]], [Earlier({"place": "x"}, 0.0, 90.0)])
    narrow = build(rows, [PLACE], [["place"]], [Earlier({"place": "x"}, 49.0, 90.0)])

    assert audit(wide, protect(wide, Rules()).publication, Rules()).passed
    assert not audit(narrow, protect(narrow, Rules()).publication, Rules()).passed


def test_negative_figures_are_protected_by_their_size():
    problem = table(x={"A": -50}, y={"A": 40, "B": -45, "C": 44}, z={"A": 90, "B": 80, "C": -85})
    rules = Rules(signed=True)

    kept = protect(problem, rules)

    assert kept.hidden[cell_of(problem, "x")]
    assert audit(problem, kept.publication, rules).passed


def test_whoever_knows_less_beforehand_is_kept_from_no_more():
    """A wide prior leaves more room above, but nobody's figure falls below nothing."""
    problem = table(x={"A": 100, "B": 30, "C": 8}, y={"A": 50, "B": 40, "C": 60})
    vague = Rules(prior_percent=300.0)

    kept = protect(problem, vague)

    assert reasons(problem, vague)[0] is Reason.RIVAL
    assert audit(problem, kept.publication, vague).passed
