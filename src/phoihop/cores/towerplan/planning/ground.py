"""The input made ready: checked, sorted by id, measured in units, bands and metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.model import Costs, Masts, Needs, Rules
from phoihop.cores.towerplan.planning.frame import Frame, Spots
from phoihop.cores.towerplan.planning.prices import THOUSANDTHS, UNLIMITED, Prices, weaker
from phoihop.cores.towerplan.planning.zones import Zones
from phoihop.cores.towerplan.points import IntArray, Points


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """One problem. Needs and masts are sorted by id, so that the order of the input changes nothing."""

    needs: Needs
    masts: Masts
    rules: Rules
    costs: Costs
    need_order: IntArray
    """For each sorted need its position in the input."""
    mast_order: IntArray
    frame: Frame
    rings: Spots
    standing: Spots
    """Existing masts."""
    obstacles: Spots
    """What new masts keep their spacing from: existing masts and agreed new ones."""
    zones: Zones
    prices: Prices
    weaker: IntArray
    band: IntArray
    load: IntArray
    """Thousandths of a square metre."""
    mast_wind: IntArray
    mast_rent: IntArray
    """Units for all years."""
    mast_free: IntArray
    """Shape (masts, bands): slots free in this band or above."""
    fixed_mast: IntArray
    """The mast a need is fixed on; -1 where none."""
    fixed_new: tuple[tuple[tuple[int, ...], tuple[float, float], str], ...]
    """Members, place and class of agreed new masts."""
    open: npt.NDArray[np.bool_]
    """Needs that nothing fixes."""


def _sorted(ids: npt.NDArray[np.str_], what: str) -> IntArray:
    if len(ids) > 1 and bool((ids[:-1] < ids[1:]).all()):
        return np.arange(len(ids))
    order = np.argsort(ids, kind="stable")
    same = np.flatnonzero(ids[order][:-1] == ids[order][1:]) if len(ids) > 1 else np.zeros(0, dtype=np.int64)
    if len(same):
        raise BadInput(f"{what}.id.duplicate", sorted(int(order[row + 1]) for row in same))
    return order


def _refuse(what: str, wrong: Any) -> None:
    if wrong.any():
        raise BadInput(what, np.flatnonzero(wrong).tolist())


def check_input(masts: Masts, needs: Needs, rules: Rules, costs: Costs) -> None:
    """Refuse numbers that mean nothing.

    :raises BadInput: with the positions of the first kind of wrong rows
    """
    operators = len(rules.operators)
    _refuse("need.operator.unknown", (needs.operator < 0) | (needs.operator >= operators))
    _refuse("mast.owner.unknown", (masts.owner < -1) | (masts.owner >= operators))
    _refuse("need.radius.not_positive", ~(needs.radius_m > 0) | ~np.isfinite(needs.radius_m))
    _refuse("need.height.not_positive", ~(needs.height_m > 0) | ~np.isfinite(needs.height_m))
    _refuse("need.load.negative", ~(needs.load_m2 >= 0))
    _refuse("need.position.missing", ~np.isfinite(needs.points.xy).all(axis=1))
    _refuse("mast.position.missing", ~np.isfinite(masts.points.xy).all(axis=1))
    _refuse("mast.free.negative", (masts.free < 0).any(axis=1))
    _refuse("mast.rent.negative", masts.rent_vnd < 0)
    if operators > 60 or rules.band_m <= 0 or rules.max_operators < 1 or rules.years < 0 or rules.discount <= -1:
        raise BadInput("rules.number")
    if len(needs) and len(masts) and needs.points.geographic != masts.points.geographic:
        raise BadInput("coordinates.mixed")
    for entry in costs.classes:
        rising = all(a < b for a, b in zip(entry.heights_m, entry.heights_m[1:], strict=False))
        if len(entry.heights_m) != len(entry.build_vnd) or not rising or min(entry.build_vnd, default=0) < 0:
            raise BadInput(f"costs.class.{entry.code}")


def _fixed(
    rules: Rules, needs: Needs, masts: Masts
) -> tuple[IntArray, list[tuple[tuple[int, ...], tuple[float, float], str]]]:
    mast = np.full(len(needs), -1, dtype=np.int64)
    new: list[tuple[tuple[int, ...], tuple[float, float], str]] = []
    if not rules.fixed:
        return mast, new
    need_row = {str(name): row for row, name in enumerate(needs.ids)}
    mast_row = {str(name): row for row, name in enumerate(masts.ids)} if any(f.mast for f in rules.fixed) else {}
    for agreed in rules.fixed:
        if any(name not in need_row for name in agreed.needs) or not agreed.needs:
            raise BadInput("fixed.need.unknown")
        rows = sorted(need_row[name] for name in agreed.needs)
        if agreed.mast is not None:
            if agreed.mast not in mast_row:
                raise BadInput("fixed.mast.unknown")
            mast[rows] = mast_row[agreed.mast]
        elif agreed.xy is None:
            raise BadInput("fixed.place.missing")
        else:
            new.append((tuple(rows), agreed.xy, agreed.class_code))
    return mast, new


def prepare(masts: Masts, needs: Needs, rules: Rules, costs: Costs) -> Ground:
    """Check and sort the input.

    :raises BadInput: rows that no plan can be made from
    """
    check_input(masts, needs, rules, costs)
    need_order, mast_order = _sorted(needs.ids, "need"), _sorted(masts.ids, "mast")
    needs, masts = _picked_needs(needs, need_order), _picked_masts(masts, mast_order)
    frame = Frame.of(needs.points, masts.points) if len(needs) else Frame.of(masts.points)
    fixed_mast, fixed_new = _fixed(rules, needs, masts)
    standing = frame.spots(masts.points)
    agreed = np.array([place for _, place, _ in fixed_new], dtype=np.float64).reshape(-1, 2)
    both = Points(np.concatenate([masts.points.xy, agreed]), frame.geographic)
    free = np.fliplr(np.cumsum(np.fliplr(masts.free.astype(np.int64)), axis=1))
    opened = fixed_mast < 0
    for rows, _, _ in fixed_new:
        opened[list(rows)] = False
    rent = np.where(np.isnan(masts.rent_vnd), costs.rent_vnd, masts.rent_vnd)
    limited = np.isfinite(masts.wind_left_m2)
    wind = np.where(limited, np.floor(np.where(limited, masts.wind_left_m2, 0) * THOUSANDTHS + 1e-6), UNLIMITED)
    zones = Zones.of(rules.zones)
    return Ground(
        needs=needs, masts=masts, rules=rules, costs=costs, need_order=need_order, mast_order=mast_order, frame=frame,
        rings=frame.spots(needs.points), standing=standing,
        obstacles=frame.spots(both) if len(agreed) else standing,
        zones=zones, prices=Prices.of(rules, costs), weaker=weaker(rules, costs, zones.codes),
        band=np.floor(needs.height_m / rules.band_m + 1e-9).astype(np.int64),
        load=np.rint(needs.load_m2 * THOUSANDTHS).astype(np.int64),
        mast_wind=wind.astype(np.int64), mast_rent=np.rint(rent * rules.annuity / costs.unit_vnd).astype(np.int64),
        mast_free=free, fixed_mast=fixed_mast, fixed_new=tuple(fixed_new), open=opened,
    )  # fmt: skip


def _picked_needs(needs: Needs, order: IntArray) -> Needs:
    if bool((order == np.arange(len(order))).all()):
        return needs
    return Needs(
        needs.ids[order], needs.operator[order], needs.points[order], needs.radius_m[order], needs.height_m[order],
        needs.technology[order], needs.year[order], needs.load_m2[order],
    )  # fmt: skip


def _picked_masts(masts: Masts, order: IntArray) -> Masts:
    if bool((order == np.arange(len(order))).all()):
        return masts
    return Masts(
        masts.ids[order], masts.points[order], masts.owner[order], masts.tenants[order], masts.height_m[order],
        masts.class_code[order], masts.free[order], masts.rent_vnd[order], masts.wind_left_m2[order],
    )  # fmt: skip
