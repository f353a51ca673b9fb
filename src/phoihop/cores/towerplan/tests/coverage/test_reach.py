import numpy as np

from phoihop.cores.towerplan.coverage import covered_by, reach_by_loss, reach_within
from phoihop.cores.towerplan.points import Points


def test_cells_within_each_radius_are_found():
    rng = np.random.default_rng(1)
    points, cells = rng.uniform(0, 5000, (40, 2)), rng.uniform(0, 5000, (900, 2))
    radius = rng.uniform(100, 900, 40)

    reach = reach_within(Points(points), Points(cells), radius)

    expected = ((points[:, None] - cells[None]) ** 2).sum(axis=2) <= radius[:, None] ** 2
    assert [reach[i].tolist() for i in range(40)] == [np.flatnonzero(row).tolist() for row in expected]


def test_degrees_are_measured_in_metres():
    points = Points(np.array([[106.3, 20.9]]), geographic=True)
    cells = Points(np.array([[106.3, 20.91], [106.3, 20.92]]), geographic=True)

    assert reach_within(points, cells, 1108.0)[0].tolist() == [0]
    assert reach_within(points, cells, 1107.0)[0].tolist() == []


def test_a_signal_reaches_as_far_as_its_loss_allows():
    points = Points(np.array([[0.0, 0.0], [0.0, 0.0]]))
    cells = Points(np.array([[100.0, 0.0], [200.0, 0.0], [400.0, 0.0]]))
    limit = np.array([50.0, 60.0])

    reach = reach_by_loss(points, cells, lambda metres, _: 10 + 20 * np.log10(metres), limit, 1000.0)

    assert reach[0].tolist() == [0]
    assert reach[1].tolist() == [0, 1]
    assert covered_by(reach, 3).tolist() == [True, True, False]
