"""Small worlds for tests: a few masts and needs by name, the rest by default."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from phoihop.cores.towerplan.model import Costs, MastClass, Masts, Needs, Rules
from phoihop.cores.towerplan.points import Points

BANDS = 8
A2B = MastClass("A2b", (12.0, 18.0, 24.0), (500, 600, 720), extra_tenant_vnd=20)
A1B = MastClass("A1b", (12.0, 18.0), (800, 900), concealed=True, extra_tenant_vnd=30)


@dataclass(frozen=True)
class M:
    """A mast that stands."""

    id: str = "m"
    x: float = 0
    y: float = 0
    owner: int = 0
    tenants: int = 0
    height: float = 24.0
    class_code: str = "A2b"
    free: tuple[int, ...] = (1,) * BANDS
    rent: float = float("nan")
    wind: float = float("nan")


@dataclass(frozen=True)
class N:
    """A need."""

    id: str = "n"
    operator: int = 0
    x: float = 0
    y: float = 0
    radius: float = 300.0
    height: float = 9.0
    load: float = 0.0


@dataclass(frozen=True)
class World:
    """What a plan is made of."""

    masts: Masts
    needs: Needs
    rules: Rules
    costs: Costs

    def ruled(self, **changes):
        """The same world under other rules."""
        return replace(self, rules=replace(self.rules, **changes))

    @property
    def all(self):
        return self.masts, self.needs, self.rules, self.costs


def masts(*rows):
    return Masts(
        ids=np.array([it.id for it in rows], dtype=np.str_),
        points=Points(np.array([(it.x, it.y) for it in rows], dtype=float).reshape(-1, 2)),
        owner=np.array([it.owner for it in rows], dtype=np.int64),
        tenants=np.array([it.tenants for it in rows], dtype=np.int64),
        height_m=np.array([it.height for it in rows], dtype=float),
        class_code=np.array([it.class_code for it in rows], dtype=np.str_),
        free=np.array([it.free for it in rows], dtype=np.int64).reshape(len(rows), -1 if rows else BANDS),
        rent_vnd=np.array([it.rent for it in rows], dtype=float),
        wind_left_m2=np.array([it.wind for it in rows], dtype=float),
    )


def needs(*rows):
    return Needs(
        ids=np.array([it.id for it in rows], dtype=np.str_),
        operator=np.array([it.operator for it in rows], dtype=np.int64),
        points=Points(np.array([(it.x, it.y) for it in rows], dtype=float).reshape(-1, 2)),
        radius_m=np.array([it.radius for it in rows], dtype=float),
        height_m=np.array([it.height for it in rows], dtype=float),
        technology=np.array(["5G"] * len(rows), dtype=np.str_),
        year=np.array([2026] * len(rows), dtype=np.int64),
        load_m2=np.array([it.load for it in rows], dtype=float),
    )


def world(masts_=(), needs_=(), *, costs=None, **rules):
    """A world of given rows; three operators, rules off that are not given."""
    given = {"operators": ("red", "green", "blue"), "spacing_m": {}, "years": 1, "discount": 0.0, **rules}
    return World(
        masts(*masts_),
        needs(*needs_),
        Rules(**given),
        costs or Costs(classes=(A2B, A1B), rent_vnd=100, unit_vnd=1),
    )
