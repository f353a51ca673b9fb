import numpy as np
import pytest
import shapely

from phoihop.cores.towerplan.invented import Town, invent

AREA = shapely.Polygon([(106.0, 20.7), (106.6, 20.7), (106.6, 21.2), (106.3, 21.0), (106.0, 21.2)])


@pytest.fixture(scope="module")
def network():
    return invent(20_000, 5_000, seed=3)


def share_with_another_operator_within(masts, metres):
    spots = shapely.points(masts.points.xy)
    here, there = shapely.STRtree(spots).query(spots, predicate="dwithin", distance=metres)
    near = np.zeros(len(masts), dtype=np.int64)
    np.bitwise_or.at(near, here, masts.tenants[there])
    stations = served = 0
    for operator in range(5):
        has = (masts.tenants >> operator) & 1 == 1
        stations += has.sum()
        served += (has & (near & ~(1 << operator) != 0)).sum()
    return served / stations


def test_heights_are_those_of_a_real_network(network):
    assert np.quantile(network.masts.height_m, [0.25, 0.5, 0.75]) == pytest.approx([32, 40, 52], abs=1)


def test_stations_crowd_like_those_of_a_real_network(network):
    assert share_with_another_operator_within(network.masts, 30) == pytest.approx(0.38, abs=0.02)
    assert share_with_another_operator_within(network.masts, 400) == pytest.approx(0.79, abs=0.03)


def test_a_mast_carries_1_26_operators(network):
    tenants = np.bitwise_count(network.masts.tenants.astype(np.uint64))

    assert tenants.mean() == pytest.approx(1.26, abs=0.02)
    assert ((network.masts.tenants >> network.masts.owner) & 1).all()


def test_free_places_lie_under_the_tenants(network):
    masts = network.masts
    top = np.floor(masts.height_m / 3).astype(int)
    tenants = np.bitwise_count(masts.tenants.astype(np.uint64)).astype(int)
    highest_free = np.where(masts.free.any(axis=1), masts.free.shape[1] - 1 - masts.free[:, ::-1].argmax(axis=1), -1)

    assert (highest_free <= top - tenants).all()
    assert 0.25 < (masts.free.sum(axis=1) == 0).mean() < 0.5


def test_the_seed_decides(network):
    again, other = invent(20_000, 5_000, seed=3), invent(20_000, 5_000, seed=4)

    assert np.array_equal(again.masts.points.xy, network.masts.points.xy)
    assert np.array_equal(again.needs.height_m, network.needs.height_m)
    assert not np.array_equal(other.masts.points.xy, network.masts.points.xy)


def test_all_of_it_lies_in_the_area_that_was_given():
    network = invent(2_000, 500, seed=1, area=AREA, operators=("A", "B"), year=2026)

    for points in (network.masts.points, network.needs.points):
        assert points.geographic
        assert shapely.contains_xy(AREA, points.xy[:, 0], points.xy[:, 1]).mean() > 0.999
    assert set(network.needs.operator) == {0, 1}
    assert set(network.needs.year) == {2026}


def test_towns_that_were_given_draw_the_masts():
    town = Town(106.3, 20.9, 500_000)

    network = invent(2_000, 0, seed=1, area=AREA, towns=[town, Town(106.1, 20.75, 1)])

    near = np.linalg.norm(network.masts.points.xy - (106.3, 20.9), axis=1) < 0.05
    assert near.mean() > 0.5


@pytest.mark.parametrize(("masts", "needs"), [(1, 0), (1, 1), (3, 2)])
def test_the_smallest_networks(masts, needs):
    network = invent(masts, needs, seed=1)

    assert len(network.masts) == masts
    assert len(network.needs) == needs


def test_one_operator_alone_shares_with_nobody():
    with pytest.raises(ValueError, match="two to 60"):
        invent(10, 10, operators=("A",))
