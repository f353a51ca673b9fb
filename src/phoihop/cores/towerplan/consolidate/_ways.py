"""Where each tenancy could go, and what each mast can take."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.consolidate._tenancies import Flags, Tenancies
from phoihop.cores.towerplan.errors import BadInput
from phoihop.cores.towerplan.model import Masts, Rules
from phoihop.cores.towerplan.planning.frame import Frame
from phoihop.cores.towerplan.planning.near import Lists, near
from phoihop.cores.towerplan.points import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Every (tenancy, mast) that may be, staying included."""

    tenancy: IntArray
    mast: IntArray
    band: IntArray
    """Lowest band it fits in there; its own where it stays."""
    metres: FloatArray
    """0 where it stays."""
    operator: IntArray
    """Shape (tenancies,)."""
    home: IntArray
    """Shape (tenancies,)."""
    load: FloatArray
    """Shape (tenancies,)."""
    above: IntArray
    """Shape (masts, bands): slots from each band up, with nobody on the mast."""
    most: IntArray
    """Shape (masts,): operators it may carry."""
    carries: FloatArray
    """Shape (masts,): wind area of tenants it can bear; infinite where nothing limits it."""
    must: Flags
    """Shape (masts,): those that stay whatever else is done."""

    @property
    def masts(self) -> int:
        """How many masts there are."""
        return len(self.must)

    @property
    def stays(self) -> Flags:
        """Which ways are to stay."""
        stays: Flags = self.mast == self.home[self.tenancy]
        return stays


def checked(masts: Masts, tenancies: Tenancies) -> None:
    """Refuse what cannot be.

    :raises BadInput: a tenancy stands on no mast, or an operator twice on one
    """
    wrong = (tenancies.mast < 0) | (tenancies.mast >= len(masts))
    if wrong.any():
        raise BadInput("tenancy.no_such_mast", np.flatnonzero(wrong).tolist())
    wrong = (tenancies.operator < 0) | (tenancies.operator > 62) | ~(tenancies.height_m >= 0)
    if wrong.any():
        raise BadInput("tenancy.out_of_range", np.flatnonzero(wrong).tolist())
    keys = tenancies.mast * 64 + tenancies.operator
    order = np.argsort(keys, kind="stable")
    twice = order[1:][keys[order][1:] == keys[order][:-1]]
    if len(twice):
        raise BadInput("tenancy.twice", np.sort(twice).tolist())


def ways_of(
    masts: Masts, tenancies: Tenancies, rules: Rules, move_m: float, lower_m: float, removable: Flags | None
) -> Ways:
    """All ways within ``move_m``, on antennas at most ``lower_m`` lower than now."""
    checked(masts, tenancies)
    band, need = bands_of(tenancies, rules, lower_m)
    slots = _slots(masts, tenancies.mast, band)
    above = slots[:, ::-1].cumsum(axis=1)[:, ::-1]
    spots = Frame.of(masts.points).spots(masts.points)
    around = near(spots, np.full(len(masts), float(move_m)), spots)
    tenancy, mast = _spread(tenancies.mast, around)
    stays = mast == tenancies.mast[tenancy]
    allowed = stays | ((above[mast, need[tenancy]] > 0) & ~_vetoed(masts, tenancies, rules, tenancy, mast))
    present = np.bincount(tenancies.mast, minlength=len(masts))
    load = np.bincount(tenancies.mast, weights=tenancies.load_m2, minlength=len(masts))
    carries = np.where(np.isnan(masts.wind_left_m2), np.inf, load + np.nan_to_num(masts.wind_left_m2))
    allowed &= stays | (tenancies.load_m2[tenancy] <= carries[mast])
    tenancy, mast, stays = tenancy[allowed], mast[allowed], stays[allowed]
    apart = spots.at[tenancies.mast[tenancy]] - spots.at[mast]
    stuck = np.bincount(tenancy, minlength=len(tenancies)) == 1
    must = np.zeros(len(masts), dtype=bool) if removable is None else ~removable
    must[tenancies.mast[stuck]] = True
    return Ways(
        tenancy=tenancy,
        mast=mast,
        band=np.where(stays, band[tenancy], need[tenancy]),
        metres=np.where(stays, 0.0, np.linalg.norm(apart, axis=1)),
        operator=tenancies.operator,
        home=tenancies.mast,
        load=tenancies.load_m2,
        above=above,
        most=np.maximum(present, rules.max_operators),
        carries=carries,
        must=must,
    )


def bands_of(tenancies: Tenancies, rules: Rules, lower_m: float) -> tuple[IntArray, IntArray]:
    """The band each tenancy is in, and the lowest it could be in elsewhere."""
    band = np.floor(tenancies.height_m / rules.band_m + 1e-9).astype(np.int64)
    need = np.floor(np.maximum(tenancies.height_m - lower_m, 0.0) / rules.band_m + 1e-9).astype(np.int64)
    return band, need


def _slots(masts: Masts, home: IntArray, band: IntArray) -> IntArray:
    """Shape (masts, bands): free slots and those that tenants have now."""
    bands = max(masts.free.shape[1], int(band.max(initial=0)) + 1)
    slots = np.zeros((len(masts), bands), dtype=np.int64)
    slots[:, : masts.free.shape[1]] = masts.free
    np.add.at(slots, (home, band), 1)
    return slots


def _spread(home: IntArray, around: Lists) -> tuple[IntArray, IntArray]:
    """For each tenancy the masts around its own, its own included."""
    counts = around.counts[home]
    first = np.repeat(around.starts[home] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
    return np.repeat(np.arange(len(home)), counts), around.items[first + np.arange(counts.sum())].astype(np.int64)


def _vetoed(masts: Masts, tenancies: Tenancies, rules: Rules, tenancy: IntArray, mast: IntArray) -> Flags:
    """Masts that their owner lets to some operators only."""
    vetoed = np.zeros(len(tenancy), dtype=bool)
    for owner, operator in sorted(rules.vetoes.owner_tenant):
        vetoed |= (masts.owner[mast] == owner) & (tenancies.operator[tenancy] == operator)
    return vetoed
