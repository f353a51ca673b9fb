"""Small areas, and everything about a consolidation worked out the long way."""

from __future__ import annotations

import itertools

import numpy as np

from phoihop.cores.towerplan.consolidate import Tenancies
from phoihop.cores.towerplan.model import Rules, Vetoes
from phoihop.cores.towerplan.tests.worlds import M, masts

BAND = 3.0


def tenancies(*rows):
    """Tenancies from (mast, operator, height) or (mast, operator, height, load)."""
    mast, operator, height, load = zip(*((*row, 0.0)[:4] for row in rows), strict=True)
    return Tenancies(np.array(mast), np.array(operator), np.array(height, float), np.array(load, float))


def area(seed, count, operators=3, side=400.0, vetoes=False):
    """An area at random: masts with up to three tenants each and some free slots."""
    rng = np.random.default_rng(seed)
    rows, tenants = [], []
    for number in range(count):
        there = rng.permutation(operators)[: rng.integers(0, min(3, operators) + 1)]
        bands = rng.integers(0, 8, len(there))
        free = tuple(int(x) for x in rng.random(8) < 0.25)
        wind = float(rng.integers(0, 3)) if rng.random() < 0.3 else float("nan")
        x, y = rng.uniform(0, side, 2)
        rows.append(M(f"m{number}", x, y, owner=int(rng.integers(0, operators)), free=free, wind=wind))
        tenants += [
            (number, int(o), float(b) * BAND + 1, float(rng.integers(0, 2))) for o, b in zip(there, bands, strict=True)
        ]
    if not tenants:
        tenants = [(0, 0, 10.0)]
    pairs = frozenset({(0, 1)}) if vetoes else frozenset()
    rules = Rules(
        operators=tuple("abcde"[:operators]), max_operators=int(rng.integers(2, 4)), vetoes=Vetoes(owner_tenant=pairs)
    )
    return masts(*rows), tenancies(*tenants), rules


def faults(world, target, move_m, lower_m=0.0):
    """What is wrong with a final state, worked out slot by slot."""
    area_masts, people, rules = world
    found = []
    for mast in range(len(area_masts)):
        there = np.flatnonzero(target == mast)
        come = there[people.mast[there] != mast]
        found += without_slot(area_masts, people, mast, there, lower_m)
        if len(set(people.operator[there])) < len(there):
            found.append(("operator twice", mast))
        found += overloaded(world, mast, there) if len(come) else []
        for t in come:
            if np.hypot(*(area_masts.points.xy[mast] - area_masts.points.xy[people.mast[t]])) > move_m + 1e-9:
                found.append(("far", t))
            if (area_masts.owner[mast], people.operator[t]) in rules.vetoes.owner_tenant:
                found.append(("veto", t))
    return found


def without_slot(area_masts, people, mast, there, lower_m):
    """Tenancies that come to a mast and find no slot there."""
    found = []
    slots = dict(enumerate(area_masts.free[mast].tolist()))
    for t in np.flatnonzero(people.mast == mast):
        band = int(people.height_m[t] // BAND)
        slots[band] = slots.get(band, 0) + (0 if t in there else 1)
    come = there[people.mast[there] != mast]
    for t in sorted(come, key=lambda t: -people.height_m[t]):
        need = int(max(people.height_m[t] - lower_m, 0) // BAND)
        able = [band for band in sorted(slots) if band >= need and slots[band] > 0]
        if able:
            slots[able[-1]] -= 1
        else:
            found.append(("slot", t))
    return found


def overloaded(world, mast, there):
    """Whether a mast that somebody came to carries more than it may."""
    area_masts, people, rules = world
    present = np.flatnonzero(people.mast == mast)
    found = [("too many", mast)] if len(there) > max(rules.max_operators, len(present)) else []
    wind = area_masts.wind_left_m2[mast]
    if not np.isnan(wind) and people.load_m2[there].sum() > wind + people.load_m2[present].sum() + 1e-9:
        found.append(("wind", mast))
    return found


def fewest(world, move_m, lower_m=0.0, removable=None):
    """The fewest masts that can stay, by trying which go and where everybody goes."""
    area_masts, people, _ = world
    count = len(area_masts)
    may = range(count) if removable is None else np.flatnonzero(removable).tolist()
    apart = np.linalg.norm(area_masts.points.xy[:, None] - area_masts.points.xy[None], axis=2)
    for gone in sorted(
        itertools.chain.from_iterable(itertools.combinations(may, k) for k in range(count + 1)), key=len
    )[::-1]:
        options = [
            [m for m in range(count) if m not in gone and (apart[m, home] <= move_m or m == home)]
            for home in people.mast
        ]
        if any(not faults(world, np.array(target), move_m, lower_m) for target in itertools.product(*options)):
            return count - len(gone)
    raise AssertionError("what stands today is always possible")
