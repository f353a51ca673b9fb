"""Plans written by hand."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.model import Choice, NewMasts, Plan, Reason
from phoihop.cores.towerplan.points import Points


def plan_by_hand(world, *, rents=None, built=(), **changes):
    """A plan and its costs, whether it keeps the rules or not.

    :param rents: position of a need → position of the mast it rents
    :param built: (x, y, class, height, members) a new mast
    """
    size = len(world.needs)
    choice, target = np.full(size, Choice.NONE, dtype=np.int64), np.full(size, -1, dtype=np.int64)
    rent_units = np.zeros(size, dtype=np.int64)
    for need, mast in (rents or {}).items():
        choice[need], target[need] = Choice.RENT, mast
        rent_units[need] = _rent(world, need, mast)
    for at, (_, _, _, _, members) in enumerate(built):
        for need in members:
            choice[need], target[need] = (Choice.JOIN if len(members) > 1 else Choice.ALONE), at
    new = NewMasts(
        points=Points(np.array([it[:2] for it in built], dtype=float).reshape(-1, 2), world.needs.points.geographic),
        class_code=np.array([it[2] for it in built], dtype=np.str_),
        height_m=np.array([it[3] for it in built], dtype=float),
        members=tuple(tuple(it[4]) for it in built),
        cost_units=np.array([_build(world, it) for it in built], dtype=np.int64),
    )
    cost = int(rent_units.sum() + new.cost_units.sum())
    facts = {
        "choice": choice,
        "target": target,
        "rent_units": rent_units,
        "reason": tuple(Reason.CROWDED if it == Choice.NONE else Reason.SERVED for it in choice),
        "new": new,
        "cost_units": cost,
        "bound_units": cost,
        "unserved_bound": 0,
        "unit_vnd": world.costs.unit_vnd,
        "components": 1,
        "largest": size,
        "open_components": 0,
        "seconds": {"total": 0.0},
        "peak_bytes": 0,
        "seed": 0,
    }
    return Plan(**{**facts, **changes})


def _rent(world, need, mast):
    own = world.masts.owner[mast] == world.needs.operator[need]
    rent = world.masts.rent_vnd[mast]
    yearly = world.costs.rent_vnd if np.isnan(rent) else rent
    return 0 if own else round(yearly * world.rules.annuity / world.costs.unit_vnd)


def _build(world, row):
    _, _, code, height, members = row
    entry = next((it for it in world.costs.classes if it.code == code), None)
    if entry is None or height not in entry.heights_m:
        return 0
    cost = entry.build_vnd[entry.heights_m.index(height)] + entry.extra_tenant_vnd * (len(members) - 1)
    return round(cost / world.costs.unit_vnd)
