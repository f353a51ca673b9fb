"""Whatever some needs could build together anywhere on the ground, they can build at a candidate point.

The ground is cut along every ring, every circle of spacing and every boundary of a zone; within one piece the rules say
the same everywhere, so that a point of each piece stands for all of it.
"""

from itertools import combinations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.towerplan.planning.sites import candidates
from phoihop.cores.towerplan.tests.drawing import CRAMPED, worlds
from phoihop.cores.towerplan.tests.examples import drawn
from phoihop.cores.towerplan.tests.oracle import Oracle

SEGMENTS = 96
HAIR_M = 0.2
"""Pieces thinner than twice this are left out: circles are drawn with corners, and candidates keep 1 cm."""


def pieces(world):
    """A point of each piece of the ground."""
    circles = [(xy, radius) for xy, radius in zip(world.needs.points.xy, world.needs.radius_m, strict=True)]
    standing = [*world.masts.points.xy, *(fixed.xy for fixed in world.rules.fixed if fixed.xy)]
    circles += [(xy, keep) for xy in standing for keep in {*world.rules.spacing_m.values()} if keep > 0]
    lines = [shapely.Point(xy).buffer(radius, quad_segs=SEGMENTS).exterior for xy, radius in circles]
    lines += [zone.shape.exterior for zone in world.rules.zones]
    cells = shapely.get_parts(shapely.polygonize([shapely.union_all(lines)]))
    inner = [cell.buffer(-HAIR_M) for cell in cells]
    return [(point.x, point.y) for point in (it.representative_point() for it in inner if not it.is_empty)]


def classes(oracle, group):
    """The classes of mast that a group finds a point for."""
    needs = oracle.needs
    return {
        code
        for point, allowed in zip(oracle.points, oracle.sites, strict=True)
        if all(np.hypot(*(needs.points.xy[it] - point)) <= needs.radius_m[it] for it in group)
        for code in allowed
    }


@drawn(12)
@given(st.data())
@pytest.mark.parametrize(
    "rules",
    [("zones",), ("spacing", "zones", "fixed"), ("spacing", CRAMPED), ("spacing", "zones", CRAMPED)],
    ids="-".join,
)
def test_every_group_finds_a_point_if_there_is_one(rules, data):
    world = data.draw(worlds(rules))
    agreed = {need for fixed in world.rules.fixed for need in fixed.needs}
    rows = [at for at, name in enumerate(world.needs.ids) if str(name) not in agreed]
    anywhere = Oracle(world, pieces(world))
    ours = Oracle(world, candidates(*world.all).points.xy)

    for size in range(1, len(rows) + 1):
        for group in combinations(rows, size):
            assert classes(anywhere, group) <= classes(ours, group)
