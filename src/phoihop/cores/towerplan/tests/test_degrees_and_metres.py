"""The same world in metres and in degrees has the same best plan; both pass the checker."""

from dataclasses import replace

import numpy as np
import shapely
from hypothesis import given
from pyproj import Transformer

from phoihop.cores.towerplan.checker import check
from phoihop.cores.towerplan.greedy import greedy
from phoihop.cores.towerplan.planning.planner import plan
from phoihop.cores.towerplan.points import Points
from phoihop.cores.towerplan.tests.drawing import worlds
from phoihop.cores.towerplan.tests.examples import drawn

HERE = Transformer.from_crs("+proj=aeqd +lat_0=20.94 +lon_0=106.33 +ellps=WGS84", "EPSG:4326", always_xy=True)
HAIR_M = 0.5


def degrees(xy):
    return np.column_stack(HERE.transform(xy[:, 0], xy[:, 1]))


def off_the_limits(world):
    """Rings a little larger and spacings a little smaller, so that no place lies on a limit by chance."""
    spacing = {key: max(keep - HAIR_M, 0.0) for key, keep in world.rules.spacing_m.items()}
    larger = replace(world.needs, radius_m=world.needs.radius_m + HAIR_M)
    return replace(world, needs=larger).ruled(spacing_m=spacing)


def in_degrees(world):
    """The same ground around Hải Dương."""
    masts = replace(world.masts, points=Points(degrees(world.masts.points.xy), geographic=True))
    needs = replace(world.needs, points=Points(degrees(world.needs.points.xy), geographic=True))
    zones = tuple(replace(zone, shape=shapely.transform(zone.shape, degrees)) for zone in world.rules.zones)
    agreed = tuple(
        replace(fixed, xy=fixed.xy and tuple(degrees(np.array([fixed.xy]))[0].tolist())) for fixed in world.rules.fixed
    )
    return replace(world, masts=masts, needs=needs).ruled(zones=zones, fixed=agreed)


@drawn(20)
@given(worlds(("bands", "spacing", "zones", "fixed", "tenants", "most")))
def test_both_have_the_same_best_plan(drawn_world):
    flat = off_the_limits(drawn_world)
    round_ = in_degrees(flat)

    first, second = plan(*flat.all), plan(*round_.all)

    assert (first.unserved, first.cost_units) == (second.unserved, second.cost_units)
    assert check(*flat.all, first) == ()
    assert check(*round_.all, second) == ()
    assert check(*round_.all, greedy(*round_.all)) == ()
