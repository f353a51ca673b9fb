from phoihop.cores.towerplan.consolidate import tenancies_of
from phoihop.cores.towerplan.tests.worlds import M, masts


def test_the_owner_is_on_top_and_the_others_below_in_order():
    given_masts = masts(
        M("m0", owner=2, tenants=0b111, height=30.0), M("m1", owner=-1, tenants=0b10, height=12.0), M("m2")
    )

    found = tenancies_of(given_masts, 3.0)

    assert found.mast.tolist() == [0, 0, 0, 1]
    assert found.operator.tolist() == [2, 0, 1, 1]
    assert found.height_m.tolist() == [30.0, 27.0, 24.0, 12.0]


def test_nobody_stands_below_the_ground():
    found = tenancies_of(masts(M("m0", owner=0, tenants=0b11, height=2.0)), 3.0)

    assert found.height_m.tolist() == [2.0, 0.0]
