"""Components that the compiled search gives up."""

import math
from unittest.mock import patch

import numpy as np
import pytest

from phoihop.cores.towerplan.errors import Cancelled
from phoihop.cores.towerplan.mip import ModelBuilder, solve
from phoihop.cores.towerplan.planning import kernel, large
from phoihop.cores.towerplan.planning.duals import Duals
from phoihop.cores.towerplan.planning.heavy import Table
from phoihop.cores.towerplan.planning.programme import Part, solve_by_highs

pytestmark = pytest.mark.skipif(not kernel.ready(), reason="without compiled loops HiGHS has all of it")


def part_of(needs, seed, limited=True):
    """Needs on a ring that share with their neighbours, three at most, at random prices."""
    rng = np.random.default_rng(seed)
    groups = [tuple(sorted({(at + step) % needs for step in range(size)})) for at in range(needs) for size in (1, 2, 3)]
    starts = np.concatenate([[0], np.cumsum([len(group) for group in groups])])
    cost = np.array([800 + 150 * len(group) for group in groups]) + rng.integers(0, 300, len(groups))
    tenancies = np.arange(0, len(groups), 6)
    row_items = tenancies if limited else tenancies[:0]
    return Part(
        needs, starts, np.concatenate(groups), cost, rng.integers(0, 2**20, len(groups)),
        np.array([0, len(row_items)]) if limited else np.array([0]), row_items, np.ones(len(row_items), dtype=np.int64),
        np.array([needs // 12]) if limited else np.zeros(0, dtype=np.int64),
    )  # fmt: skip


@pytest.fixture
def no_part_is_small():
    with patch.object(large, "FEW_COLUMNS", 0):
        yield


@pytest.mark.parametrize("seed", range(3))
def test_the_optimum_is_found_and_proven(no_part_is_small, seed):
    part = part_of(60, seed)
    wanted = solve_by_highs(part)

    found = large.solve_hard(part, 20.0)

    assert (found.cost, found.bound, found.unserved) == (wanted.cost, wanted.cost, 0)
    assert found.chosen.tolist() == wanted.chosen.tolist()


def test_the_gap_falls_and_the_bound_holds(no_part_is_small):
    part, heard = part_of(400, 7), []
    wanted = solve_by_highs(part)

    with patch.object(large, "LAST_COLUMNS", 0), patch.object(large, "MORE", 0):
        found = large.solve_hard(part, 20.0, lambda cost, bound: heard.append((cost, bound)))

    costs, bounds = zip(*heard, strict=True)
    assert list(costs) == sorted(costs, reverse=True)
    assert list(bounds) == sorted(bounds)
    assert found.bound <= wanted.cost <= found.cost
    assert found.cost - found.bound < 0.01 * found.cost


def test_each_need_is_held_once_and_no_limit_is_broken(no_part_is_small):
    part = part_of(300, 2)

    with patch.object(large, "LAST_COLUMNS", 0), patch.object(large, "MORE", 0):
        found = large.solve_hard(part, 20.0)

    held = np.concatenate([part.items[part.starts[c] : part.starts[c + 1]] for c in found.chosen])
    assert sorted(held.tolist()) == list(range(300))
    assert len(set(found.chosen) & set(part.row_items)) <= part.capacity[0]


def test_an_hour_is_not_taken_where_a_moment_is_given(no_part_is_small):
    found = large.solve_hard(part_of(400, 1), 0.05)

    assert found.unserved == 0
    assert found.bound <= found.cost


def test_what_cannot_be_served_is_left_and_the_rest_is_served(no_part_is_small):
    part = without_a_way(part_of(60, 4), need=7)

    found = large.solve_hard(part, 20.0)

    held = np.concatenate([part.items[part.starts[c] : part.starts[c + 1]] for c in found.chosen])
    assert sorted(held.tolist()) == [need for need in range(60) if need != 7]
    assert found.unserved == 1


def test_the_same_part_gives_the_same_choice(no_part_is_small):
    with patch.object(large, "LAST_COLUMNS", 0), patch.object(large, "MORE", 0):
        first, second = (large.solve_hard(part_of(200, 3), 20.0) for _ in range(2))

    assert first.chosen.tolist() == second.chosen.tolist()
    assert first.bound == second.bound


def test_whoever_listens_may_stop_it(no_part_is_small):
    def stop(cost, bound):
        raise Cancelled("large")

    with pytest.raises(Cancelled):
        large.solve_hard(part_of(300, 1), 20.0, stop)


@pytest.mark.parametrize("seed", range(4))
def test_duals_prove_the_linear_programme(seed):
    part = part_of(80, seed)
    duals = Duals(Table.of(part))

    duals.rise(math.inf)

    highest = relaxed(part)
    assert (1 - 1e-4) * highest <= duals.proven <= math.ceil(highest - 1e-6)


def relaxed(part):
    """The value of the linear programme, by HiGHS."""
    builder = ModelBuilder()
    builder.columns(part.cost, integer=False)
    column = np.repeat(np.arange(len(part.cost)), np.diff(part.starts))
    builder.rows(part.needs, part.items, column, 1.0, lower=1.0, upper=1.0)
    limit = np.repeat(np.arange(len(part.capacity)), np.diff(part.row_starts))
    if len(part.capacity):
        builder.rows(len(part.capacity), limit, part.row_items, part.row_weights, upper=part.capacity)
    return solve(builder.build(), relax=True).objective


def without_a_way(part, need):
    """The same part, where no column holds one of the needs."""
    hit = np.zeros(len(part.cost), dtype=bool)
    hit[np.repeat(np.arange(len(part.cost)), np.diff(part.starts))[part.items == need]] = True
    return large.reduced(part, np.flatnonzero(~hit))
