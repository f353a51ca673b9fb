"""Which spacing rule speaks of a mast: the one that says most about it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from phoihop.clauses.towers.models import LocalRule


def rule_for(
    rules: Iterable[LocalRule], *, zone: str, class_id: UUID | None = None, height_m: float | None = None
) -> LocalRule | None:
    """The rule for a mast of that class and height in that zone; None where no rule speaks of it.

    A rule that names a class goes before one for every class, one that names heights before one for every height;
    of two that say as much, the wider spacing holds.
    """
    fitting = [rule for rule in rules if rule.covers(zone=zone, class_id=class_id, height_m=height_m)]
    return max(fitting, key=_weight, default=None)


def _weight(rule: LocalRule) -> tuple[bool, bool, int]:
    heights = rule.height_over_m is not None or rule.height_up_to_m is not None
    return rule.mast_class_id is not None, heights, rule.spacing_m
