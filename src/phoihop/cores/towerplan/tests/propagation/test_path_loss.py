"""Values that others published for the formulas of TR 38.901."""

import numpy as np
import pytest

from phoihop.cores.towerplan.propagation import Scene, path_loss, sight_chance

# (scene, base m, line of sight, metres along the ground, dB at 5 GHz), as ns-3 checks itself by.
NS3 = [
    (Scene.RMA, 35, True, 10, 77.3784),
    (Scene.RMA, 35, True, 100, 87.2965),
    (Scene.RMA, 35, True, 1000, 108.5577),
    (Scene.RMA, 35, True, 10000, 140.3896),
    (Scene.RMA, 35, False, 100, 95.7718),
    (Scene.RMA, 35, False, 1000, 133.5223),
    (Scene.RMA, 35, False, 5000, 160.5169),
    (Scene.UMA, 25, True, 10, 72.9380),
    (Scene.UMA, 25, True, 100, 86.2362),
    (Scene.UMA, 25, True, 1000, 109.7252),
    (Scene.UMA, 25, True, 5000, 137.6794),
    (Scene.UMA, 25, False, 10, 82.5131),
    (Scene.UMA, 25, False, 100, 106.1356),
    (Scene.UMA, 25, False, 1000, 144.7641),
    (Scene.UMA, 25, False, 5000, 172.0753),
    (Scene.UMI, 10, True, 10, 69.8591),
    (Scene.UMI, 10, True, 100, 88.4122),
    (Scene.UMI, 10, True, 1000, 119.3114),
    (Scene.UMI, 10, True, 5000, 147.2696),
    (Scene.UMI, 10, False, 10, 76.7563),
    (Scene.UMI, 10, False, 100, 107.9432),
    (Scene.UMI, 10, False, 1000, 143.1886),
    (Scene.UMI, 10, False, 5000, 167.8617),
]


@pytest.mark.parametrize(("scene", "base", "sight", "metres", "expected"), NS3)
def test_published_values_are_met(scene, base, sight, metres, expected):
    loss = path_loss(scene, metres, 5.0, base, 1.5, sight=sight)

    assert float(loss) == pytest.approx(expected, abs=0.05)


@pytest.mark.parametrize("scene", list(Scene))
@pytest.mark.parametrize("sight", [True, False, None])
def test_loss_grows_with_distance_and_frequency(scene, sight):
    metres = np.geomspace(10, 5000, 200)
    loss = path_loss(scene, metres[:, None], np.array([0.7, 1.8, 3.5]), 25.0, sight=sight)

    assert loss.shape == (200, 3)
    assert (np.diff(loss, axis=0) > -1e-9).all()
    assert (np.diff(loss, axis=1) > 0).all()


@pytest.mark.parametrize("scene", list(Scene))
def test_the_mean_lies_between_sight_and_none(scene):
    metres = np.array([30.0, 300.0, 3000.0])
    seen, hidden, mean = (path_loss(scene, metres, 2.1, 25.0, sight=sight) for sight in (True, False, None))

    assert (seen <= mean).all()
    assert (mean <= hidden).all()


def test_who_lives_high_in_town_sees_the_mast_more_often():
    low, high = (sight_chance(Scene.UMA, 200.0, mobile) for mobile in (1.5, 22.0))

    assert low < high <= 1.0
