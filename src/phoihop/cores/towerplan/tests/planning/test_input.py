"""Rows that no plan can be made from are refused, with their positions."""

from dataclasses import replace

import numpy as np
import pytest

from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.model import Fixed, MastClass, Points
from phoihop.cores.towerplan.planning import plan


def _changed(array, row, value):
    array = array.copy()
    array[row] = value
    return array


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("radius_m", 0.0, "need.radius.not_positive"),
        ("radius_m", np.nan, "need.radius.not_positive"),
        ("height_m", -1.0, "need.height.not_positive"),
        ("operator", 99, "need.operator.unknown"),
        ("load_m2", -0.1, "need.load.negative"),
    ],
)
def test_a_need_that_means_nothing(small, field, value, problem):
    needs = replace(small.needs, **{field: _changed(getattr(small.needs, field), 7, value)})

    with pytest.raises(BadInput) as refusal:
        plan(small.masts, needs, small.rules, small.costs)

    assert (refusal.value.problem, refusal.value.rows) == (problem, (7,))


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [("owner", 99, "mast.owner.unknown"), ("rent_vnd", -1.0, "mast.rent.negative"), ("free", -1, "mast.free.negative")],
)
def test_a_mast_that_means_nothing(small, field, value, problem):
    masts = replace(small.masts, **{field: _changed(getattr(small.masts, field), 3, value)})

    with pytest.raises(BadInput) as refusal:
        plan(masts, small.needs, small.rules, small.costs)

    assert (refusal.value.problem, refusal.value.rows) == (problem, (3,))


def test_an_id_twice(small):
    needs = replace(small.needs, ids=_changed(small.needs.ids, 8, small.needs.ids[2]))

    with pytest.raises(BadInput, match=r"need\.id\.duplicate") as refusal:
        plan(small.masts, needs, small.rules, small.costs)

    assert refusal.value.rows == (8,)


def test_degrees_and_metres_together(small):
    needs = replace(small.needs, points=Points(small.needs.points.xy / 1e6, geographic=True))

    with pytest.raises(BadInput, match=r"coordinates\.mixed"):
        plan(small.masts, needs, small.rules, small.costs)


def test_a_class_whose_prices_do_not_fit_its_heights(small):
    costs = replace(small.costs, classes=(MastClass("A2b", (18.0, 24.0), (1,)),))

    with pytest.raises(BadInput, match=r"costs\.class\.A2b"):
        plan(small.masts, small.needs, small.rules, costs)


@pytest.mark.parametrize(
    ("fixed", "problem"),
    [
        (Fixed(("nobody",), mast="M001"), "fixed.need.unknown"),
        (Fixed(("N001",), mast="nowhere"), "fixed.mast.unknown"),
        (Fixed(("N001",)), "fixed.place.missing"),
        (Fixed(("N001",), xy=(0.0, 0.0), class_code="Z9"), "fixed.no_class"),
    ],
)
def test_an_agreement_that_cannot_be_kept(small, fixed, problem):
    rules = replace(small.rules, fixed=(fixed,))

    with pytest.raises(BadInput) as refusal:
        plan(small.masts, small.needs, rules, small.costs)

    assert refusal.value.problem == problem


def test_nothing_wanted_costs_nothing(small):
    nothing = {name: getattr(small.needs, name)[:0] for name in small.needs.__dataclass_fields__ if name != "points"}
    needs = replace(small.needs, **nothing, points=Points(np.zeros((0, 2))))

    found = plan(small.masts, needs, small.rules, small.costs)

    assert (found.cost_units, found.bound_units, found.components, len(found.new)) == (0, 0, 0, 0)
