"""The best plan of a tiny world, found by trying everything; it shares no code with the planner or the checker."""

from __future__ import annotations

import math
from fractions import Fraction

import shapely


class Oracle:
    """Tries every way to serve the needs from given points.

    :param world: a projected world
    :param points: (x, y) where a new mast may be tried
    """

    def __init__(self, world, points):
        self.masts, self.needs, self.rules, self.costs = world.all
        self.points = [tuple(map(float, point)) for point in points]
        self.ids = [str(it) for it in self.needs.ids]
        self.mast_ids = [str(it) for it in self.masts.ids]
        self.agreed_at = [fixed.xy for fixed in self.rules.fixed if fixed.mast is None]
        self.worth = sum(1 / (1 + self.rules.discount) ** year for year in range(1, self.rules.years + 1))
        self.groups = {}
        self.best = (len(self.ids) + 1, math.inf)
        self.sites = [self._site(point) for point in self.points]

    def optimum(self):
        """(fewest needs unserved, least cost in units); the needs of an agreement count as served."""
        self.on_mast, self.joint, built = {}, [], 0
        fixed = {}
        for agreement in self.rules.fixed:
            rows = sorted(self.ids.index(it) for it in agreement.needs)
            if agreement.mast is None:
                built += self._price(rows, [agreement.class_code])[0][1]
                fixed.update(dict.fromkeys(rows))
            else:
                fixed.update(dict.fromkeys(rows, self.mast_ids.index(agreement.mast)))
        for need, mast in fixed.items():
            if mast is not None:
                self.on_mast.setdefault(mast, []).append(need)
        self._assign([need for need in range(len(self.ids)) if need not in fixed], 0, built)
        return self.best

    # One need after the other: unserved, on a mast that stands, on one being built, on one of its own.

    def _assign(self, left, unserved, built):
        rents = sum(self._rent(need, mast) for mast, needs in self.on_mast.items() for need in needs)
        options = [self._options(tuple(sorted(group))) for group in self.joint]
        # Nothing gets cheaper or easier by one need more: what is beaten already is beaten for good.
        if not all(options) or (unserved, built + rents + sum(it[0][0] for it in options)) >= self.best:
            return
        if not left:
            self._place(sorted(options, key=len), [], unserved, built + rents)
            return
        need, rest = left[0], left[1:]
        for mast in range(len(self.mast_ids)):
            if self._may_rent(need, mast):
                self.on_mast.setdefault(mast, []).append(need)
                if self._has_room(mast):
                    self._assign(rest, unserved, built)
                self.on_mast[mast].pop()
        for group in self.joint:
            if all(self._may_join(need, other) for other in group) and len(group) < self.rules.max_operators:
                group.append(need)
                self._assign(rest, unserved, built)
                group.pop()
        self.joint.append([need])
        self._assign(rest, unserved, built)
        self.joint.pop()
        self._assign(rest, unserved + 1, built)

    def _place(self, options, standing, unserved, cost):
        if (unserved, cost) >= self.best:
            return
        if not options:
            self.best = (unserved, cost)
            return
        for price, point, spacing in options[0]:
            if (unserved, cost + price) >= self.best:
                return
            if all(math.dist(point, other) >= max(spacing, own) for other, own in standing):
                self._place(options[1:], [*standing, (point, spacing)], unserved, cost + price)

    # Existing masts.

    def _may_rent(self, need, mast):
        away = math.dist(self.needs.points.xy[need], self.masts.points.xy[mast])
        owner, operator = int(self.masts.owner[mast]), int(self.needs.operator[need])
        vetoes = self.rules.vetoes
        return (
            away <= self.needs.radius_m[need]
            and self.masts.height_m[mast] >= self.needs.height_m[need]
            and (owner, operator) not in vetoes.owner_tenant
            and (self.ids[need], self.mast_ids[mast]) not in vetoes.need_mast
        )

    def _has_room(self, mast):
        needs = self.on_mast[mast]
        there = [at for at in range(len(self.rules.operators)) if self.masts.tenants[mast] >> at & 1]
        standing = there + [int(self.needs.operator[need]) for need in needs]
        load = sum(Fraction(str(self.needs.load_m2[need])) for need in needs)
        wind = float(self.masts.wind_left_m2[mast])
        return (
            len(set(standing)) == len(standing) <= self.rules.max_operators
            and (math.isnan(wind) or load <= Fraction(str(wind)))
            and self._seated([self._band(need) for need in needs], [int(free) for free in self.masts.free[mast]])
        )

    def _seated(self, wanted, free):
        """Whether each tenant finds a slot: the pickiest takes the highest that is free."""
        free = list(free)
        for band in sorted(wanted, reverse=True):
            at = max((it for it, slots in enumerate(free) if slots), default=-1)
            if at < band:
                return False
            free[at] -= 1
        return True

    def _rent(self, need, mast):
        if self.masts.owner[mast] == self.needs.operator[need]:
            return 0
        rent = float(self.masts.rent_vnd[mast])
        yearly = self.costs.rent_vnd if math.isnan(rent) else rent
        return round(yearly * self.worth / self.costs.unit_vnd)

    # New masts.

    def _may_join(self, need, other):
        operators = sorted((int(self.needs.operator[need]), int(self.needs.operator[other])))
        pair = tuple(sorted((self.ids[need], self.ids[other])))
        vetoes = self.rules.vetoes
        return (
            operators[0] != operators[1] and tuple(operators) not in vetoes.operators and pair not in vetoes.need_need
        )

    def _site(self, point):
        """Classes that may stand at a point, with the spacing that each keeps."""
        place, taken = shapely.Point(point), [*map(tuple, self.masts.points.xy.tolist()), *self.agreed_at]
        inside = [zone for zone in self.rules.zones if place.intersects(zone.shape)]
        if any(zone.kind == "forbidden" for zone in inside):
            return {}
        named = next((zone.code for zone in inside if zone.kind == "spacing"), "elsewhere")
        found = {}
        for entry in self.costs.classes:
            keys = [(entry.code, named), (entry.code, "*"), ("*", named), ("*", "*")]
            spacing = next((self.rules.spacing_m[key] for key in keys if key in self.rules.spacing_m), 0.0)
            aesthetic = any(zone.kind == "aesthetic" for zone in inside)
            if all(math.dist(point, other) >= spacing for other in taken) and (entry.concealed or not aesthetic):
                found[entry.code] = spacing
        return found

    def _options(self, group):
        """(cost, point, spacing) of each way to build for a group, cheapest first."""
        if group not in self.groups:
            prices = dict(self._price(group, [entry.code for entry in self.costs.classes]))
            found = set()
            for point, classes in zip(self.points, self.sites, strict=True):
                if all(math.dist(self.needs.points.xy[it], point) <= self.needs.radius_m[it] for it in group):
                    found |= {(prices[code], point, spacing) for code, spacing in classes.items() if code in prices}
            self.groups[group] = sorted(found)
        return self.groups[group]

    def _price(self, group, codes):
        """The cheapest height of each class that holds a group; classes that hold it nowhere are left out."""
        found = []
        wanted = [self._band(need) for need in group]
        load = sum(Fraction(str(self.needs.load_m2[need])) for need in group)
        for entry in self.costs.classes:
            prices = []
            for at, height in enumerate(entry.heights_m):
                bands = math.floor(height / self.rules.band_m + 1e-9) + 1
                tall = all(height >= self.needs.height_m[need] for need in group) and self._seated(wanted, [1] * bands)
                if tall and (not entry.wind_m2 or load <= Fraction(str(entry.wind_m2[at]))):
                    prices.append(round(entry.build_vnd[at] / self.costs.unit_vnd))
            if prices and entry.code in codes:
                more = round(entry.extra_tenant_vnd / self.costs.unit_vnd) * (len(group) - 1)
                found.append((entry.code, min(prices) + more))
        return found

    def _band(self, need):
        return math.floor(self.needs.height_m[need] / self.rules.band_m + 1e-9)
