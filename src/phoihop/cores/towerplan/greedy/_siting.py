"""Where an operator that finds no mast puts one of its own: at the centre of its ring, else as near as rules allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from phoihop.cores.towerplan.explain import Plane
from phoihop.cores.towerplan.greedy._apart import moved, nearest_apart, offsets
from phoihop.cores.towerplan.greedy._ledger import Built, Ledger
from phoihop.cores.towerplan.ground import METRES_A_DEGREE, spacing_at, zones_at, zones_meeting
from phoihop.cores.towerplan.model import ELSEWHERE, MastClass, Reason, Zone, ZoneKind
from phoihop.cores.towerplan.points import FloatArray, Points


@dataclass(slots=True)
class Ring:
    """The ring of a need, and every mast that stands or is being built near it.

    :param least_m: what each of those keeps on its own account
    """

    ledger: Ledger
    need: int
    around: Points
    least_m: FloatArray
    zones: list[Zone]
    plane: Plane | None = None

    @classmethod
    def of(cls, ledger: Ledger, need: int, around: Points, least_m: FloatArray) -> Ring:
        """The ring with the zones that could matter to it."""
        zones = zones_meeting(ledger.rules, _window(ledger, need)) if ledger.rules.zones else []
        return cls(ledger, need, around, least_m, zones)

    @property
    def centre(self) -> Points:
        return self.ledger.needs.points[[self.need]]

    @property
    def radius_m(self) -> float:
        return float(self.ledger.needs.radius_m[self.need])

    def own_mast(self) -> Built | None:
        """The cheapest mast that the need can have for itself; none where no class may stand in its ring."""
        for built in self.ledger.offers(self.need):
            if xy := self.place(built):
                return Built(xy, built.code, [self.need], spacing_at(self.ledger.rules, built.code, *xy))
        return None

    def place(self, built: MastClass) -> tuple[float, float] | None:
        """The place nearest to the centre where a class may stand."""
        zone = self._even(built)
        if zone is None:
            return self._uneven(built)
        keep = np.maximum(self.least_m, self.ledger.rules.spacing(built.code, zone))
        apart = nearest_apart(offsets(self.centre, self.around), keep, self.radius_m)
        return None if apart is None else moved(self.centre, *apart)

    def reason(self) -> Reason:
        """Why no new mast serves the need, had it nobody beside it but what stands."""
        placed = [built for built in self.ledger.costs.classes if self.place(built) is not None]
        if not placed:
            barred = [zone for zone in self.zones if zone.kind is not ZoneKind.SPACING]
            return Reason.ZONE if barred and self._barred() else Reason.SPACING
        fitting = {built.code for built in self.ledger.offers(self.need)}
        return Reason.CROWDED if fitting & {built.code for built in placed} else Reason.HEIGHT

    def _even(self, built: MastClass) -> str | None:
        """The zone whose spacing holds in all of the ring, where nothing is barred to the class; else none."""
        barring = [ZoneKind.FORBIDDEN] if built.concealed else [ZoneKind.FORBIDDEN, ZoneKind.AESTHETIC]
        if any(zone.kind in barring for zone in self.zones):
            return None
        spacing = [zone for zone in self.zones if zone.kind is ZoneKind.SPACING]
        if not spacing:
            return ELSEWHERE
        whole = spacing[0].shape.covers(_window(self.ledger, self.need))
        return spacing[0].code if whole else None

    def _uneven(self, built: MastClass) -> tuple[float, float] | None:
        x, y = (float(value) for value in self.centre.xy[0])
        kinds = {zone.kind for zone in zones_at(self.ledger.rules, x, y)}
        barred = ZoneKind.FORBIDDEN in kinds or (ZoneKind.AESTHETIC in kinds and not built.concealed)
        keep = np.maximum(self.least_m, spacing_at(self.ledger.rules, built.code, x, y))
        apart = offsets(self.centre, self.around)
        if not barred and (np.hypot(apart[:, 0], apart[:, 1]) >= keep).all():
            return x, y
        return self._drawn().nearest_place(built, self.ledger.rules)

    def _drawn(self) -> Plane:
        if self.plane is None:
            self.plane = Plane.around(self.centre, self.radius_m, self.ledger.rules, self.around, self.least_m)
        return self.plane

    def _barred(self) -> bool:
        rules = self.ledger.rules
        return all(not self._drawn().left_for(it, rules).allowed for it in self.ledger.costs.classes)


def _window(ledger: Ledger, need: int) -> Any:
    """A rectangle that holds the ring."""
    x, y = ledger.needs.points.xy[need].tolist()
    north = east = float(ledger.needs.radius_m[need]) + 1.0
    if ledger.needs.points.geographic:
        north = north / METRES_A_DEGREE
        east = north / max(float(np.cos(np.radians(abs(y) + 1.0))), 0.01)
    return shapely.box(x - east, y - north, x + east, y + north)
