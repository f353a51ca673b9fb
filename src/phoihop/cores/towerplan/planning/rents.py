"""Which existing masts each need could rent, and what limits the renting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.planning.ground import Ground
from phoihop.cores.towerplan.planning.near import Lists, near
from phoihop.cores.towerplan.planning.prices import UNLIMITED
from phoihop.cores.towerplan.points import IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Rents:
    """One entry a possible tenancy, sorted by need, then by mast."""

    need: IntArray
    mast: IntArray
    cost: IntArray

    def __len__(self) -> int:
        return len(self.need)

    def only(self, keep: npt.NDArray[np.bool_]) -> Rents:
        """Those tenancies alone."""
        return Rents(self.need[keep], self.mast[keep], self.cost[keep])


@dataclass(frozen=True, slots=True, eq=False)
class Limits:
    """Rows: the weights of the chosen items of a row sum to at most its capacity."""

    lists: Lists
    """Items of each row."""
    weights: IntArray
    """One for each item of ``lists``."""
    capacity: IntArray

    def __len__(self) -> int:
        return len(self.capacity)


def possible_rents(ground: Ground) -> Rents:
    """Every tenancy that the rules allow when nobody else moves; fixed ones whatever the rules say."""
    rows = np.flatnonzero(ground.open)
    found = near(ground.rings[rows], ground.needs.radius_m[rows], ground.standing)
    need, mast = rows[found.rows], found.items.astype(np.int64)
    fixed = np.flatnonzero(ground.fixed_mast >= 0)
    keep = _allowed(ground, need, mast)
    need, mast = np.concatenate([need[keep], fixed]), np.concatenate([mast[keep], ground.fixed_mast[fixed]])
    order = np.lexsort([mast, need])
    need, mast = need[order], mast[order]
    own = ground.masts.owner[mast] == ground.needs.operator[need]
    return Rents(need, mast, np.where(own, 0, ground.mast_rent[mast]))


def _allowed(ground: Ground, need: IntArray, mast: IntArray) -> npt.NDArray[np.bool_]:
    needs, masts, rules = ground.needs, ground.masts, ground.rules
    operator = needs.operator[need]
    band = ground.band[need]
    top = ground.mast_free.shape[1]
    slots = np.zeros(len(need), dtype=np.int64)
    inside = band < top
    slots[inside] = ground.mast_free[mast[inside], band[inside]]
    keep = (slots > 0) & (masts.height_m[mast] >= needs.height_m[need] - 1e-9)
    keep &= (masts.tenants[mast] >> operator) & 1 == 0
    keep &= _bits(masts.tenants[mast]) < rules.max_operators
    keep &= ground.load[need] <= ground.mast_wind[mast]
    for owner, tenant in rules.vetoes.owner_tenant:
        keep &= (masts.owner[mast] != owner) | (operator != tenant)
    if rules.vetoes.need_mast:
        pairs = np.array(sorted(rules.vetoes.need_mast))
        refused = _pair_keys(needs.ids, masts.ids, pairs)
        keep &= ~np.isin(need * len(masts) + mast, refused)
    return keep


def _pair_keys(first: npt.NDArray[np.str_], second: npt.NDArray[np.str_], pairs: npt.NDArray[np.str_]) -> IntArray:
    """Both ids as positions in sorted lists, in one number; pairs of unknown ids are left out."""
    a = np.minimum(np.searchsorted(first, pairs[:, 0]), max(len(first) - 1, 0))
    b = np.minimum(np.searchsorted(second, pairs[:, 1]), max(len(second) - 1, 0))
    if not len(first) or not len(second):
        return np.zeros(0, dtype=np.int64)
    known = (first[a] == pairs[:, 0]) & (second[b] == pairs[:, 1])
    keys: IntArray = (a * len(second) + b)[known]
    return keys


def _bits(masks: IntArray) -> IntArray:
    counts: IntArray = np.bitwise_count(masks).astype(np.int64)
    return counts


def limits_of(ground: Ground, rents: Rents) -> Limits:
    """The rows that could bind: bands from the top down, operators, their number, and wind."""
    order = np.lexsort([rents.need, -ground.band[rents.need], rents.mast])
    mast, need = rents.mast[order], rents.need[order]
    cuts = np.flatnonzero(np.diff(mast, prepend=-1))
    size = np.diff(np.append(cuts, len(mast)))
    several = (size > 1) & _could_bind(ground, mast, need, cuts, size)
    rows: list[tuple[npt.NDArray[np.int64], IntArray, int]] = []
    for start, count in zip(cuts[several].tolist(), size[several].tolist(), strict=True):
        rows += _rows_of_mast(ground, int(mast[start]), need[start : start + count], order[start : start + count])
    return limits_from(rows)


def _could_bind(
    ground: Ground, mast: IntArray, need: IntArray, cuts: IntArray, size: IntArray
) -> npt.NDArray[np.bool_]:  # fmt: skip
    """Masts where some row of ``_rows_of_mast`` may be needed; tenancies come by mast, tallest first."""
    if not len(mast):
        return np.zeros(0, dtype=bool)
    group = np.repeat(np.arange(len(cuts)), size)
    band, top = ground.band[need], ground.mast_free.shape[1]
    free = np.where(band < top, ground.mast_free[mast, np.minimum(band, top - 1)], 0)
    bound = np.arange(len(mast)) - cuts[group] + 1 > free
    operator = ground.needs.operator[need]
    order = np.lexsort([operator, group])
    twice = (np.diff(operator[order], prepend=-1) == 0) & (np.diff(group[order], prepend=-1) == 0)
    bound[order] |= twice
    heads = mast[cuts]
    many = size > ground.rules.max_operators - _bits(ground.masts.tenants[heads])
    heavy = np.add.reduceat(ground.load[need], cuts) > ground.mast_wind[heads]
    return np.logical_or.reduceat(bound, cuts) | many | heavy


def limits_from(rows: list[tuple[IntArray, IntArray, int]]) -> Limits:
    """Rows end to end, from (items, weights, capacity)."""
    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(items) for items, _, _ in rows], out=starts[1:])
    nothing = np.zeros(0, dtype=np.int64)
    items = np.concatenate([nothing, *(items for items, _, _ in rows)]).astype(np.int32)
    weights = np.concatenate([nothing, *(weights for _, weights, _ in rows)])
    return Limits(Lists(starts, items), weights, np.array([cap for _, _, cap in rows], dtype=np.int64))


def _rows_of_mast(ground: Ground, mast: int, needs: IntArray, items: IntArray) -> list[tuple[IntArray, IntArray, int]]:
    """``needs`` come tallest first; ``items`` are their tenancies."""
    ones = np.ones(len(items), dtype=np.int64)
    bands = ground.band[needs]
    rows = []
    lasts = np.flatnonzero(np.diff(bands, append=-1))
    for last in lasts.tolist():
        free = int(ground.mast_free[mast, bands[last]]) if bands[last] < ground.mast_free.shape[1] else 0
        if last + 1 > free:
            rows.append((items[: last + 1], ones[: last + 1], free))
    operators = ground.needs.operator[needs]
    for operator in np.unique(operators).tolist():
        same = items[operators == operator]
        if len(same) > 1:
            rows.append((same, ones[: len(same)], 1))
    left = ground.rules.max_operators - int(ground.masts.tenants[mast]).bit_count()
    if len(set(operators.tolist())) > left:
        rows.append((items, ones, max(left, 0)))
    loads, wind = ground.load[needs], int(ground.mast_wind[mast])
    if wind < UNLIMITED and loads.sum() > wind:
        rows.append((items, loads, wind))
    held = items[ground.fixed_mast[needs] == mast]
    return [_after_agreed(row, held) for row in rows] if len(held) else rows


def _after_agreed(row: tuple[IntArray, IntArray, int], held: IntArray) -> tuple[IntArray, IntArray, int]:
    """What a row leaves to others once agreed tenancies have theirs; as it is where it cannot hold even those."""
    items, weights, capacity = row
    agreed = np.isin(items, held)
    left = capacity - int(weights[agreed].sum())
    return (items[~agreed], weights[~agreed], left) if left >= 0 and not agreed.all() else row
