"""The fewest (or cheapest) points that serve every cell some point reaches: set covering, exactly."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.coverage._cover import Cover
from phoihop.cores.towerplan.coverage._most import checked
from phoihop.cores.towerplan.coverage._problem import Flags, merged
from phoihop.cores.towerplan.coverage._reduce import Core, reduced
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.mip import INTEGRAL, Found, Limits, Model, ModelBuilder, solve_strictly
from phoihop.cores.towerplan.planning.near import Lists
from phoihop.cores.towerplan.points import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Columns for one component, as positions in its core, their cost and what no choice can undercut."""

    chosen: IntArray
    cost: float
    bound: float


def cover_all(
    reach: Lists,
    cells: int,
    *,
    people: npt.ArrayLike | None = None,
    cost: npt.ArrayLike | None = None,
    covered: Flags | None = None,
    limits: Limits | None = None,
    on_progress: Callable[[Found], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Cover:
    """The points of least cost that serve every cell; cells that no point reaches are listed as ``hopeless``.

    :param cells: how many cells there are
    :param people: shape (cells,), whole people, to count who is served; one a cell where not given. Cells without
        people are to be served too: leave them out by ``covered``
    :param cost: shape (points,), above zero; 1 each where not given
    :param covered: shape (cells,), cells that need nobody
    :raises BadInput: a cost is not above zero, people are negative or no whole numbers

    >>> reach = Lists.of_pairs(np.array([0, 0, 1, 1, 2, 2]), np.array([0, 1, 1, 2, 2, 3]), 3)
    >>> cover = cover_all(reach, 5)
    >>> cover.chosen.tolist(), cover.hopeless.tolist(), cover.proven
    ([0, 2], [4], True)
    """
    began = time.perf_counter()
    limits = limits or Limits()
    weight = checked(np.ones(cells) if people is None else people, reach)
    prices = np.ones(len(reach)) if cost is None else np.asarray(cost, float)
    if (prices <= 0).any():
        raise BadInput("cost.not_positive", np.flatnonzero(prices <= 0).tolist())
    open_ = np.ones(cells, dtype=bool) if covered is None else ~covered
    whole = merged(open_.astype(float), reach)
    core = reduced(prices, whole.reach, len(whole.weight))
    parts = _solved(core, bool((prices == np.floor(prices)).all()), limits, began, on_progress, stop)
    chosen = np.sort(np.concatenate([core.taken, *(core.columns[part.chosen] for part in parts)]))
    reached = np.zeros(cells, dtype=bool)
    reached[np.concatenate([reach[point] for point in chosen] or [np.zeros(0, dtype=np.int64)])] = True
    fixed = float(prices[core.taken].sum())
    return Cover(
        chosen=chosen,
        served=int(weight[reached & open_].sum()),
        goal=float(prices[chosen].sum()),
        bound=fixed + sum(part.bound for part in parts),
        missed=np.flatnonzero(open_ & ~reached),
        hopeless=np.flatnonzero(open_ & ~reached),
        seconds=time.perf_counter() - began,
    )


def _solved(
    core: Core,
    whole_costs: bool,
    limits: Limits,
    began: float,
    on_progress: Callable[[Found], None] | None,
    stop: Callable[[], bool] | None,
) -> list[_Part]:
    """Each component by itself, the small ones first; what time is left goes to the large ones."""
    parts: list[_Part] = []
    components = sorted(_components(core), key=lambda found: (len(found[0]), int(found[0][0])))
    for number, (columns, rows) in enumerate(components):
        small = _cut(core, columns, rows)
        left = max(0.0, limits.seconds - (time.perf_counter() - began))
        share = replace(limits, seconds=left / min(2, len(components) - number) if np.isfinite(left) else left)
        share = replace(share, absolute_gap=max(share.absolute_gap, INTEGRAL) if whole_costs else share.absolute_gap)
        part = _component(small, whole_costs, share, stop)
        parts.append(_Part(columns[part.chosen], part.cost, part.bound))
        if on_progress is not None:
            cost, bound = (sum(getattr(part, name) for part in parts) for name in ("cost", "bound"))
            on_progress(Found(time.perf_counter() - began, cost, bound))
    return parts


def _components(core: Core) -> list[tuple[IntArray, IntArray]]:
    """Columns and rows of each connected part. Labels spread along rows and columns until they stand still."""
    if not core.rows:
        return []
    label = np.arange(core.rows, dtype=np.int64)
    column, row = core.covers.rows, core.covers.items.astype(np.int64)
    while True:
        of_column = np.full(len(core.columns), core.rows, dtype=np.int64)
        np.minimum.at(of_column, column, label[row])
        spread = label.copy()
        np.minimum.at(spread, row, of_column[column])
        spread = spread[spread]
        if (spread == label).all():
            break
        label = spread
    return [(np.flatnonzero(of_column == root), np.flatnonzero(label == root)) for root in np.unique(label)]


def _cut(core: Core, columns: IntArray, rows: IntArray) -> Core:
    column, row = np.full(len(core.columns), -1), np.full(core.rows, -1)
    column[columns], row[rows] = np.arange(len(columns)), np.arange(len(rows))
    entries = column[core.covers.rows] >= 0
    covers = Lists.of_pairs(column[core.covers.rows[entries]], row[core.covers.items[entries]], len(columns))
    return Core(core.taken[:0], np.arange(len(columns), dtype=np.int64), core.cost[columns], covers, len(rows))


def _component(core: Core, whole_costs: bool, limits: Limits, stop: Callable[[], bool] | None) -> _Part:
    chosen, bound = _greedy(core), _apart(core)
    cost = float(core.cost[chosen].sum())
    if cost - bound < (1 - 1e-6 if whole_costs else 1e-9):
        return _Part(chosen, cost, cost)
    start = np.zeros(len(core.columns))
    start[chosen] = 1.0
    answer = solve_strictly(_model(core), limits, start=start, stop=stop)
    if answer.found and answer.objective < cost - 1e-9:
        chosen = np.flatnonzero(answer.x > 0.5)
        cost = float(core.cost[chosen].sum())
    bound = max(bound, answer.bound)
    if whole_costs:
        bound = float(np.ceil(bound - 1e-6))
    return _Part(chosen, cost, min(bound, cost))


def _model(core: Core) -> Model:
    builder = ModelBuilder()
    built = builder.columns(core.cost)
    builder.rows(core.rows, core.covers.items.astype(np.int64), built[core.covers.rows], 1.0, lower=1.0)
    return builder.build()


def _greedy(core: Core) -> IntArray:
    """The column that covers most for its cost, until all is covered; then those that are not needed go."""
    open_ = np.ones(core.rows)
    owner, items = core.covers.rows, core.covers.items
    chosen: list[int] = []
    while open_.any():
        gain = np.bincount(owner, weights=open_[items], minlength=len(core.columns)) / core.cost
        best = int(gain.argmax())
        chosen.append(best)
        open_[core.covers[best]] = 0.0
    times = np.bincount(np.concatenate([core.covers[column] for column in chosen]), minlength=core.rows)
    for column in sorted(chosen, key=lambda column: -core.cost[column]):
        if (times[core.covers[column]] > 1).all():
            times[core.covers[column]] -= 1
            chosen.remove(column)
    return np.sort(np.array(chosen, dtype=np.int64))


def _apart(core: Core) -> float:
    """Rows that no two of share a column need a column each: what their cheapest ones cost is a bound."""
    by_row = core.covers.turned(core.rows)
    cheapest: FloatArray = np.minimum.reduceat(core.cost[by_row.items], by_row.starts[:-1])
    used = np.zeros(len(core.columns), dtype=bool)
    total = 0.0
    for row in np.argsort(by_row.counts - cheapest / cheapest.max(), kind="stable"):
        if not used[by_row[row]].any():
            used[by_row[row]] = True
            total += float(cheapest[row])
    return total
