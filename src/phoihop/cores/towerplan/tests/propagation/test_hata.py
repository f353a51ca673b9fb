import numpy as np
import pytest

from phoihop.cores.towerplan.propagation import Area, cost231_hata, free_space_db, okumura_hata, range_m

# dB at 869 MHz, 2 km, base 30 m, mobile 1 m, as ns-3 checks itself by (to 0.1 dB).
NS3 = {Area.LARGE_CITY: 137.93, Area.SMALL_CITY: 137.88, Area.SUBURB: 128.03, Area.OPEN: 109.66}


@pytest.mark.parametrize(("area", "expected"), NS3.items())
def test_published_values_are_met(area, expected):
    assert float(okumura_hata(2.0, 869.0, 30.0, 1.0, area)) == pytest.approx(expected, abs=0.15)


def test_cost231_meets_the_published_value_and_adds_three_decibels_in_a_metropolis():
    town = cost231_hata(2.0, 2114.0, 30.0, 1.0)

    assert float(town) == pytest.approx(150.64, abs=0.1)
    assert float(cost231_hata(2.0, 2114.0, 30.0, 1.0, metropolitan=True) - town) == pytest.approx(3.0)


def test_both_models_agree_where_they_meet():
    kilometres = np.array([1.0, 5.0, 20.0])

    assert cost231_hata(kilometres, 1500.0, 30.0) == pytest.approx(okumura_hata(kilometres, 1500.0, 30.0), abs=1.5)


def test_towns_lose_more_than_suburbs_and_these_more_than_the_open_and_all_more_than_empty_space():
    town, suburb, open_ = (
        okumura_hata(3.0, 900.0, 40.0, 1.5, area) for area in (Area.LARGE_CITY, Area.SUBURB, Area.OPEN)
    )

    assert town > suburb > open_ > free_space_db(3000.0, 900.0)


def test_the_range_is_where_the_loss_meets_the_limit():
    def loss(metres):
        return okumura_hata(metres / 1000, 800.0, 45.0)

    limits = np.array([40.0, 120.0, 140.0, 400.0])

    reach = range_m(loss, limits)

    assert reach[0] == 0
    assert loss(reach[1:3]) == pytest.approx(limits[1:3], abs=1e-6)
    assert reach[3] == 30_000
