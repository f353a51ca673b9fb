"""A plan as tables: one row a need, one row a mast to build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from phoihop.cores.towerplan.model import Choice, Masts, Needs, Plan, Rules
from phoihop.cores.towerplan.points import FloatArray, Points, distances

CHOICES = {Choice.RENT: "rent", Choice.JOIN: "join", Choice.ALONE: "alone", Choice.NONE: "none"}
PLAN_HEAD = ("need", "operator", "longitude", "latitude", "choice", "mast", "mast_longitude", "mast_latitude", "class",
             "mast_height_m", "distance_m", "rent_units", "rent_vnd", "reason")  # fmt: skip
NEW_HEAD = ("mast", "longitude", "latitude", "class", "height_m", "operators", "needs", "cost_units", "cost_vnd")
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Counts:
    """How many needs go which way, and how many masts are built."""

    rent: int
    join: int
    alone: int
    none: int
    new_masts: int
    built_together: int


class PlanRows:
    """The rows of a plan."""

    def __init__(self, masts: Masts, needs: Needs, rules: Rules, plan: Plan) -> None:
        self.masts, self.needs, self.rules, self.plan = masts, needs, rules, plan

    @cached_property
    def counts(self) -> Counts:
        """The plan in numbers."""
        choice = self.plan.choice
        together = sum(len(members) > 1 for members in self.plan.new.members)
        rent, join, alone, none = (int(np.count_nonzero(choice == one)) for one in CHOICES)
        return Counts(rent, join, alone, none, new_masts=len(self.plan.new), built_together=together)

    @cached_property
    def new_ids(self) -> list[str]:
        """Names of the masts to build, such as ``NEW-012``; none is the id of an existing one."""
        width = len(str(len(self.plan.new)))
        letter = "NEW"
        while any(name.startswith(f"{letter}-") for name in self.masts.ids.tolist()):
            letter += "W"
        return [f"{letter}-{number:0{width}}" for number in range(1, len(self.plan.new) + 1)]

    @cached_property
    def spots(self) -> FloatArray:
        """Where each need goes, shape (needs, 2); NaN for those that nothing serves."""
        plan, xy = self.plan, np.full((len(self.needs), 2), np.nan)
        rent = plan.choice == Choice.RENT
        built = (plan.choice == Choice.JOIN) | (plan.choice == Choice.ALONE)
        xy[rent] = self.masts.points.xy[plan.target[rent]]
        xy[built] = plan.new.points.xy[plan.target[built]]
        return xy

    def prepare(self) -> None:
        """Work out everything now, for copies of this process that come after."""
        _ = self._needs, self._new

    def needs_rows(self) -> Iterator[tuple[Any, ...]]:
        """One row a need, in the order of the input; heads: ``PLAN_HEAD``."""
        return zip(*self._needs, strict=True)

    def new_rows(self) -> Iterator[tuple[Any, ...]]:
        """One row a mast to build; heads: ``NEW_HEAD``."""
        return zip(*self._new, strict=True)

    @cached_property
    def _needs(self) -> tuple[list[Any], ...]:
        plan, needs, operators = self.plan, self.needs, self.rules.operators
        names, classes, heights = self._targets()
        served = plan.choice != Choice.NONE
        far = np.full(len(needs), np.nan)
        if served.any():
            far[served] = distances(needs.points[served], Points(self.spots[served], needs.points.geographic))
        choices = {int(choice): word for choice, word in CHOICES.items()}
        return (
            needs.ids.tolist(),
            [operators[number] for number in needs.operator.tolist()],
            needs.points.xy[:, 0].tolist(),
            needs.points.xy[:, 1].tolist(),
            [choices[choice] for choice in plan.choice.tolist()],
            names,
            _or_nothing(self.spots[:, 0]),
            _or_nothing(self.spots[:, 1]),
            classes,
            heights,
            _or_nothing(np.round(far, 2)),
            plan.rent_units.tolist(),
            (plan.rent_units * plan.unit_vnd).tolist(),
            [str(reason) for reason in plan.reason],
        )

    @cached_property
    def _new(self) -> tuple[list[Any], ...]:
        new, needs, operators = self.plan.new, self.needs, self.rules.operators
        owners = needs.operator.tolist()
        ids = needs.ids.tolist()
        return (
            self.new_ids,
            new.points.xy[:, 0].tolist(),
            new.points.xy[:, 1].tolist(),
            new.class_code.tolist(),
            new.height_m.tolist(),
            [SEPARATOR.join(operators[owners[need]] for need in members) for members in new.members],
            [SEPARATOR.join(ids[need] for need in members) for members in new.members],
            new.cost_units.tolist(),
            (new.cost_units * self.plan.unit_vnd).tolist(),
        )

    def _targets(self) -> tuple[list[str], list[str], list[float | None]]:
        existing = (self.masts.ids.tolist(), self.masts.class_code.tolist(), self.masts.height_m.tolist())
        new = (self.new_ids, self.plan.new.class_code.tolist(), self.plan.new.height_m.tolist())
        names, classes, heights = [], [], []
        rented, nothing = int(Choice.RENT), int(Choice.NONE)
        for choice, target in zip(self.plan.choice.tolist(), self.plan.target.tolist(), strict=True):
            if choice == nothing:
                name, kind, height = "", "", None
            else:
                name, kind, height = (column[target] for column in (existing if choice == rented else new))
            names.append(name)
            classes.append(kind)
            heights.append(height)
        return names, classes, heights


def _or_nothing(values: FloatArray) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]
