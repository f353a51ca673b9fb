"""A plan in the words of rows: which needs stand where, what each pays, what each would pay without the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

import numpy as np
import shapely

from phoihop.cores.towerplan import model
from phoihop.cores.towerplan.model import Choice
from phoihop.cores.towerplan.room import cheapest_height
from phoihop.cores.towerplan.split import Method, mast_game, mast_weights, split_cost


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """One mast of a plan: built by several, built by one, or an existing one on which a need rents.

    :param needs: ids of the needs on it
    :param splits: way to split → need id → what it pays, whole đồng; a rent, discounted, is the same in every way
    :param alone: need id → what it would cost to build for it alone
    :param unstable: the ways to split by which some group of the builders would pay less on its own
    """

    kind: str  # build, alone, rent
    longitude: float
    latitude: float
    height_m: float
    class_code: str
    cost_vnd: int
    needs: tuple[str, ...]
    splits: Mapping[str, Mapping[str, int]]
    alone: Mapping[str, int]
    unstable: tuple[str, ...] = ()
    mast: str = ""

    @classmethod
    def of(cls, saved: Mapping[str, Any]) -> Self:
        """Back from the sealed form."""
        return cls(**(dict(saved) | {"needs": tuple(saved["needs"]), "unstable": tuple(saved["unstable"])}))

    def shares(self, method: str) -> Mapping[str, int]:
        """Need id → what it pays by one way to split.

        Where a member's load is not known, a mast cannot be split by load: it is split equally then.
        """
        return self.splits.get(method) or self.splits["equal"]


@dataclass(frozen=True, slots=True)
class Results:
    """Everything a scenario keeps: its masts, and why some needs are not served (need id → code)."""

    sites: tuple[SiteFacts, ...]
    unserved: Mapping[str, str]

    def as_dict(self) -> dict[str, Any]:
        """For sealing."""
        return {"sites": [asdict(site) for site in self.sites], "unserved": dict(self.unserved)}

    @classmethod
    def of(cls, saved: Mapping[str, Any]) -> Self:
        """Back from the sealed form."""
        return cls(tuple(SiteFacts.of(one) for one in saved["sites"]), saved["unserved"])


@dataclass(frozen=True, slots=True)
class Case:
    """What a plan is made from."""

    masts: model.Masts
    needs: model.Needs
    rules: model.Rules
    costs: model.Costs

    def alone_vnd(self, need: int) -> int:
        """What a need costs where its operator builds the cheapest mast for it alone; 0 where none would do.

        Neither spacing nor what others plan is asked: it is what people would do without a joint plan. Where only
        inconspicuous masts may stand, such a one.
        """
        longitude, latitude = (float(one) for one in self.needs.points.xy[need])
        concealed = self.must_be_concealed(longitude, latitude)
        found = []
        for built in self.costs.classes:
            height = cheapest_height(built, self.needs, [need], self.rules)
            if height is not None and (built.concealed or not concealed):
                found.append(int(built.build_vnd[height]))
        return min(found, default=0)

    def must_be_concealed(self, longitude: float, latitude: float) -> bool:
        """Whether a place lies where only inconspicuous masts may stand."""
        zones = [zone for zone in self.rules.zones if zone.kind == model.ZoneKind.AESTHETIC]
        return any(zone.shape.covers(shapely.Point(longitude, latitude)) for zone in zones)


METHODS = ("equal", "height", "load", "alone", "shapley", "nucleolus")


def results_of(case: Case, plan: model.Plan) -> Results:
    """The masts of a plan with everybody's part, new ones first."""
    alone = [case.alone_vnd(need) for need in range(len(case.needs))]
    ids = [str(one) for one in case.needs.ids]
    sites = [_new_site(case, plan, at, alone, ids) for at in range(len(plan.new))]
    for need in np.flatnonzero(plan.choice == Choice.RENT):
        mast = int(plan.target[need])
        place = case.masts.points.xy[mast]
        rent = int(plan.rent_units[need]) * plan.unit_vnd
        sites.append(
            SiteFacts(
                "rent", float(place[0]), float(place[1]), float(case.masts.height_m[mast]),
                str(case.masts.class_code[mast]), rent, (ids[need],), {key: {ids[need]: rent} for key in METHODS},
                {ids[need]: alone[need]}, mast=str(case.masts.ids[mast]),
            )
        )  # fmt: skip
    unserved = {ids[at]: str(plan.reason[at]) for at in np.flatnonzero(plan.choice == Choice.NONE)}
    return Results(tuple(sites), unserved)


def _new_site(case: Case, plan: model.Plan, at: int, alone: list[int], ids: list[str]) -> SiteFacts:
    members = list(plan.new.members[at])
    longitude, latitude = (float(one) for one in plan.new.points.xy[at])
    cost = int(plan.new.cost_units[at]) * plan.unit_vnd
    splits, unstable = splits_of(case, members, [ids[need] for need in members], cost, str(plan.new.class_code[at]))
    return SiteFacts(
        "build" if len(members) > 1 else "alone", longitude, latitude, float(plan.new.height_m[at]),
        str(plan.new.class_code[at]), cost, tuple(ids[need] for need in members), splits,
        {ids[need]: alone[need] for need in members}, unstable,
    )  # fmt: skip


def splits_of(
    case: Case, members: Sequence[int], names: Sequence[str], cost_vnd: int, class_code: str
) -> tuple[dict[str, dict[str, int]], tuple[str, ...]]:
    """Each member's part of a new mast by every way to split, and the ways that leave a group better off on its own."""
    if len(members) == 1:
        return {method: {names[0]: cost_vnd} for method in METHODS}, ()
    game = mast_game(case.needs, case.rules, case.costs, members, class_code)
    weights = mast_weights(case.needs, members)
    loads_known = bool((case.needs.load_m2[list(members)] > 0).all())
    found = {
        method: split_cost(game, Method(method), weights=weights.get(Method(method)))
        for method in METHODS
        if method != Method.LOAD or loads_known
    }
    shares = {method: dict(zip(names, split.shares_vnd, strict=True)) for method, split in found.items()}
    return shares, tuple(method for method, split in found.items() if not split.stable)


@dataclass(frozen=True, slots=True)
class PartySum:
    """What one operator's needs come to, whole đồng."""

    needs: int = 0
    served: int = 0
    shared: int = 0
    pays_vnd: int = 0
    alone_vnd: int = 0

    @property
    def saves_vnd(self) -> int:
        """Against building alone."""
        return self.alone_vnd - self.pays_vnd


def sums_by_party(results: Results, party_of: Mapping[str, str], method: str) -> dict[str, PartySum]:
    """Party id → its sums.

    :param party_of: need id → party id, of every need of the case
    """
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for party in party_of.values():
        counts[party]["needs"] += 1
    for site in results.sites:
        for need in site.needs:
            mine = counts[party_of[need]]
            mine["served"] += 1
            mine["shared"] += site.kind != "alone"
            mine["pays_vnd"] += site.shares(method)[need]
            mine["alone_vnd"] += site.alone[need]
    return {party: PartySum(**found) for party, found in counts.items()}
