import builtins
import math

import numpy as np
import pytest

from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.points import Points
from phoihop.cores.towerplan.propagation import Air, Heights, NoTerrainModel, longley_rice, profile

# From Crystal Palace to Mursley: the profile that the authors of the model published with it.
MURSLEY = """
    96 84 65 46 46 46 61 41 33 27 23 19 15 15 15 15 15 15 15 15 15 15 15 15 17 19 21 23 25 27 29 35 46 41 35 30 33 35 37
    40 35 30 51 62 76 46 46 46 46 46 46 50 56 67 106 83 95 112 137 137 76 103 122 122 83 71 61 64 67 71 74 77 79 86 91
    83 76 68 63 76 107 107 107 119 127 133 135 137 142 148 152 152 107 137 104 91 99 120 152 152 137 168 168 122 137 137
    170 183 183 187 194 201 192 152 152 166 177 198 156 127 116 107 104 101 98 95 103 91 97 102 107 107 107 103 98 94 91
    105 122 122 122 122 122 137 137 137 137 137 137 137 137 140 144 147 150 152 159
"""
PUBLISHED = [(0.01, 0.5, 128.6), (0.01, 0.9, 137.6), (0.99, 0.5, 139.7), (0.99, 0.1, 131.0)]
TEMPERATE = Air(refractivity=314.0, climate=5, vertical=False)


@pytest.mark.parametrize(("reliability", "confidence", "expected"), PUBLISHED)
def test_the_published_path_is_met(reliability, confidence, expected):
    pytest.importorskip("itmlogic", reason="the extra terrain is not installed")
    heights = np.array(MURSLEY.split(), float)

    loss = longley_rice(
        heights, 77_800.0, 41.5, 143.9, 8.5, air=TEMPERATE, reliability=reliability, confidence=confidence
    )

    assert loss.loss_db == pytest.approx(expected, abs=0.1)
    assert not loss.sight


def test_a_hill_in_the_way_costs_decibels():
    pytest.importorskip("itmlogic", reason="the extra terrain is not installed")
    flat = np.full(101, 10.0)
    hill = flat + 80.0 * np.exp(-(((np.arange(101) - 50) / 8.0) ** 2))

    over_flat, over_hill = (longley_rice(ground, 9000.0, 900.0, 40.0) for ground in (flat, hill))

    assert over_flat.sight
    assert not over_hill.sight
    assert over_hill.loss_db > over_flat.loss_db + 10
    assert over_flat.loss_db > over_flat.free_space_db - 3


def test_a_profile_is_read_from_a_grid_of_degrees():
    values = np.add.outer(np.arange(11.0) * 10, np.arange(11.0))
    grid = Heights(values, (106.0, 0.001, 0.0, 21.01, 0.0, -0.001))
    start, end = (Points(np.array([xy]), geographic=True) for xy in ((106.0, 21.01), (106.01, 21.0)))

    heights, metres = profile(grid, start, end)

    assert metres == pytest.approx(1519, abs=2)
    assert heights[0] == pytest.approx(0)
    assert heights[-1] == pytest.approx(110)
    assert (np.diff(heights) > 0).all()


def test_a_way_that_leaves_the_grid_is_refused():
    grid = Heights(np.zeros((3, 3)), (0.0, 10.0, 0.0, 0.0, 0.0, 10.0))

    with pytest.raises(BadInput, match="no_height"):
        profile(grid, Points(np.array([[0.0, 0.0]])), Points(np.array([[500.0, 0.0]])))


def test_where_the_library_is_missing_the_error_says_how_to_install_it(monkeypatch):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name.startswith("itmlogic"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(NoTerrainModel, match=r"phoihop\[terrain\]"):
        longley_rice(np.zeros(10), 1000.0, 900.0, 30.0)


def test_a_profile_of_two_points_is_refused():
    pytest.importorskip("itmlogic", reason="the extra terrain is not installed")

    with pytest.raises(BadInput):
        longley_rice(np.zeros(2), 1000.0, 900.0, 30.0)


def test_heights_outside_the_grid_are_unknown():
    grid = Heights(np.zeros((2, 2)), (0.0, 1.0, 0.0, 0.0, 0.0, 1.0))

    assert math.isnan(grid.at(Points(np.array([[5.0, 5.0]])))[0])
