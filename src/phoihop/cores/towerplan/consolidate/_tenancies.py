"""Who stands on which mast, and what a consolidation comes to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.model import Masts
from phoihop.cores.towerplan.points import FloatArray, IntArray

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Tenancies:
    """Antennas of one operator on one mast; every array has one entry a tenancy."""

    mast: IntArray
    """Position of the mast it stands on."""
    operator: IntArray
    height_m: FloatArray
    load_m2: FloatArray
    """Wind area of the equipment; 0 where it is not counted."""

    def __len__(self) -> int:
        return len(self.mast)


def tenancies_of(masts: Masts, band_m: float) -> Tenancies:
    """One tenancy for each operator on each mast, where heights are not known.

    An assumption: the owner is at the top, the others in their order below it, one band apart.
    """
    bits = int(masts.tenants.max(initial=0)).bit_length()
    operator = np.arange(bits)
    there = (masts.tenants[:, None] >> operator) & 1 == 1
    rank = np.where(operator == masts.owner[:, None], -1, operator)
    order = np.argsort(np.where(there, rank, bits), axis=1, kind="stable")
    count = there.sum(axis=1)
    mast, place = np.nonzero(operator[None, :] < count[:, None])
    height = np.maximum(masts.height_m[mast] - place * band_m, 0.0)
    return Tenancies(mast.astype(np.int64), order[mast, place].astype(np.int64), height, np.zeros(len(mast)))


@dataclass(frozen=True, slots=True, eq=False)
class Consolidation:
    """Which masts stay and where each tenancy goes."""

    keep: Flags
    """Shape (masts,)."""
    target: IntArray
    """Shape (tenancies,): the mast it ends on."""
    moved_m: FloatArray
    """Shape (tenancies,): how far it moves; 0 where it stays."""
    bound: int
    """Proven: nobody can do with fewer masts."""
    components: int
    """Groups of masts that tenancies could move among; the largest has ``largest`` masts."""
    largest: int
    open_components: int
    """Groups without a proof."""
    seconds: float

    @property
    def kept(self) -> int:
        """Masts that stay."""
        return int(self.keep.sum())

    @property
    def moves(self) -> int:
        """Tenancies that move."""
        return int((self.moved_m > 0).sum())

    @property
    def gap(self) -> float:
        """Share of the masts kept that is not proven; 0 is a proof."""
        return (self.kept - self.bound) / max(self.kept, 1)
