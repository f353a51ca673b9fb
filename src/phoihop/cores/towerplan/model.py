"""What goes into a joint plan of masts and what comes out: the contract of this core.

Rows are kept as one array a column. Money is whole đồng; a solver counts in units of ``Costs.unit_vnd``. Operators are
positions in ``Rules.operators``; a set of operators is a bit mask.

**Heights.** Band ``b`` holds antennas from ``b · band_m`` up to ``(b + 1) · band_m``. A need that wants height ``h``
fits band ``b`` where ``floor(h / band_m) ≤ b``, on a mast of at least ``h``. On an existing mast each tenant takes one
slot that is free; on a new mast of height ``H`` each band up to ``floor(H / band_m)`` has one slot.

**Money.** A new mast costs what the table says for its class and height and ``extra_tenant_vnd`` for each member after
the first; its height is the cheapest that holds its members. A rent is paid each year and discounted
(``Rules.annuity``); on one's own mast it is nothing.

**Distance.** See ``Points``. A new mast serves a need within ``radius_m`` of its centre. From every existing mast, and
from every other new one, it stands at least the spacing of its own class in its own zone.

**What is best.** First as few needs unserved as the rules allow, then the least cost. A plan is optimal over the
candidate points that ``candidates`` gives (a need's ring counts 1 cm smaller there).
"""

from __future__ import annotations

import enum
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.errors import NoSuchClass
from phoihop.cores.towerplan.points import FloatArray, IntArray, Points

TextArray = npt.NDArray[np.str_]
ANY = "*"
ELSEWHERE = "elsewhere"
TOWN = "town"


@dataclass(frozen=True, slots=True, eq=False)
class Masts:
    """Existing masts; every array has one entry a mast."""

    ids: TextArray
    points: Points
    owner: IntArray
    """Operator that owns it; -1 where its owner is none of the operators."""
    tenants: IntArray
    """Bit mask of the operators whose antennas stand on it; its owner is only there if the bit is set."""
    height_m: FloatArray
    class_code: TextArray
    free: IntArray
    """Shape (masts, bands): slots free in each height band."""
    rent_vnd: FloatArray
    """A year; nan where unknown (``Costs.rent_vnd`` holds then)."""
    wind_left_m2: FloatArray
    """Equipment it may still carry; nan where nothing limits it."""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, eq=False)
class Needs:
    """Places where operators need a station; every array has one entry a need."""

    ids: TextArray
    operator: IntArray
    points: Points
    radius_m: FloatArray
    height_m: FloatArray
    """Lowest height of the antennas."""
    technology: TextArray
    year: IntArray
    load_m2: FloatArray
    """Wind area of the equipment; 0 where it is not counted."""

    def __len__(self) -> int:
        return len(self.ids)


class ZoneKind(enum.StrEnum):
    """What a zone does: names the spacing that holds in it, keeps masts out, or lets in concealed ones alone."""

    SPACING = "spacing"
    FORBIDDEN = "forbidden"
    AESTHETIC = "aesthetic"


@dataclass(frozen=True, slots=True, eq=False)
class Zone:
    """An area with a rule, in the coordinates of the points. Its boundary belongs to it."""

    code: str
    kind: ZoneKind
    shape: Any
    """A shapely Polygon or MultiPolygon."""


@dataclass(frozen=True, slots=True)
class Vetoes:
    """Who may not share with whom; ids are those of the rows, numbers are operators."""

    owner_tenant: frozenset[tuple[int, int]] = frozenset()
    """(owner, operator): the owner lets none of its existing masts to the operator."""
    operators: frozenset[tuple[int, int]] = frozenset()
    """(lower, higher): these two build no mast together."""
    need_mast: frozenset[tuple[str, str]] = frozenset()
    """(need, mast): this need does not go on this mast; also what has been declined."""
    need_need: frozenset[tuple[str, str]] = frozenset()
    """(lower, higher id): these two needs share no new mast; also what has been declined."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """An agreement that stays: needs on one existing mast, or on one new mast that takes nobody else."""

    needs: tuple[str, ...]
    mast: str | None = None
    xy: tuple[float, float] | None = None
    class_code: str = ""


def default_spacing() -> dict[tuple[str, str], float]:
    """Metres by class and zone: Hải Dương decision 26/2018."""
    return {(ANY, TOWN): 100.0, (ANY, ELSEWHERE): 400.0}


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The rules of one plan."""

    operators: tuple[str, ...]
    band_m: float = 3.0
    zones: tuple[Zone, ...] = ()
    """The first zone of kind SPACING that holds a point names its spacing; ELSEWHERE where none does."""
    spacing_m: Mapping[tuple[str, str], float] = field(default_factory=default_spacing)
    """(class or ANY, zone or ANY) → metres; the most special entry holds, class before zone; 0 where none does."""
    max_operators: int = 4
    """Operators on one mast, those already there included."""
    vetoes: Vetoes = Vetoes()
    fixed: tuple[Fixed, ...] = ()
    years: int = 10
    discount: float = 0.08

    @property
    def annuity(self) -> float:
        """What one đồng a year is worth today: (1 - (1 + d)^-n) / d.

        >>> round(Rules(operators=("a",)).annuity, 4)
        6.7101
        """
        if self.discount == 0:
            return float(self.years)
        return float((1 - (1 + self.discount) ** -self.years) / self.discount)

    def spacing(self, class_code: str, zone_code: str) -> float:
        """Metres that a new mast of a class keeps in a zone from every other mast."""
        for key in ((class_code, zone_code), (class_code, ANY), (ANY, zone_code), (ANY, ANY)):
            if key in self.spacing_m:
                return float(self.spacing_m[key])
        return 0.0

    def band(self, height_m: float) -> int:
        """The band of a height; a hair under a boundary counts as on it."""
        return math.floor(height_m / self.band_m + 1e-9)


@dataclass(frozen=True, slots=True)
class MastClass:
    """What a class of new mast costs at the heights it is built in, lowest first."""

    code: str
    heights_m: tuple[float, ...]
    build_vnd: tuple[int, ...]
    concealed: bool = False
    """Whether an aesthetic zone lets it in (A1)."""
    wind_m2: tuple[float, ...] = ()
    """Equipment each height carries; empty where nothing limits it."""
    extra_tenant_vnd: int = 0


@dataclass(frozen=True, slots=True)
class Costs:
    """What masts and rents cost."""

    classes: tuple[MastClass, ...]
    rent_vnd: int
    """A year, where a mast's own rent is not known."""
    unit_vnd: int = 100_000
    """Each cost is rounded to whole units, which the solver counts in."""

    def units(self, vnd: float) -> int:
        """Whole units of an amount in đồng; halves to even."""
        return round(vnd / self.unit_vnd)

    def mast_class(self, code: str) -> MastClass:
        """The class of a code.

        :raises NoSuchClass: the table has none
        """
        for entry in self.classes:
            if entry.code == code:
                return entry
        raise NoSuchClass(code)


class Choice(enum.IntEnum):
    """What a plan does with a need."""

    RENT = 0
    JOIN = 1
    ALONE = 2
    NONE = 3


class Reason(enum.StrEnum):
    """Why a need is not served. The first that holds of this order."""

    SERVED = ""
    ZONE = "zone"
    """Every point of its ring lies where no mast may be built, and no mast in it can be rented."""
    SPACING = "spacing"
    """Every point of its ring that zones leave is too near an existing mast that cannot be rented."""
    HEIGHT = "height"
    """No class that may be built there is tall or strong enough."""
    CROWDED = "crowded"
    """It could be served, but not together with the others."""


@dataclass(frozen=True, slots=True, eq=False)
class NewMasts:
    """Masts to build; every array has one entry a mast. Sorted by the first of their members."""

    points: Points
    class_code: TextArray
    height_m: FloatArray
    members: tuple[tuple[int, ...], ...]
    """Positions of the needs on it, ascending."""
    cost_units: IntArray

    def __len__(self) -> int:
        return len(self.members)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What is built and rented, and how near it is to the best there is. Arrays have one entry a need."""

    choice: IntArray
    """A ``Choice``."""
    target: IntArray
    """RENT: position of the mast; JOIN, ALONE: position in ``new``; NONE: -1."""
    rent_units: IntArray
    """RENT: the discounted rent; 0 otherwise."""
    reason: tuple[Reason, ...]
    new: NewMasts
    cost_units: int
    bound_units: int
    """Nobody can do it for less with as many needs served, proven; -1 where ``unserved_bound`` is not reached."""
    unserved_bound: int
    """No plan leaves fewer needs unserved, proven."""
    unit_vnd: int
    components: int
    largest: int
    """Needs of the largest component."""
    open_components: int
    """Components without a proof."""
    seconds: Mapping[str, float]
    """By phase, and ``total``."""
    peak_bytes: int
    seed: int

    @property
    def cost_vnd(self) -> int:
        """Building and discounted rents."""
        return self.cost_units * self.unit_vnd

    @property
    def bound_vnd(self) -> int:
        """The proven lower bound in đồng."""
        return self.bound_units * self.unit_vnd

    @property
    def unserved(self) -> int:
        """Needs that nothing serves."""
        return int(np.count_nonzero(self.choice == Choice.NONE))

    @property
    def gap(self) -> float:
        """Share of the cost that is not proven; 0 is a proof of the optimum."""
        if self.unserved > self.unserved_bound:
            return 1.0
        return (self.cost_units - self.bound_units) / max(self.cost_units, 1)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands, for a bar and a falling gap."""

    phase: str
    """``candidates``, ``components``, ``spacing`` or ``large``."""
    done: float
    """Share of the phase, 0 to 1."""
    cost_units: int | None = None
    bound_units: int | None = None
