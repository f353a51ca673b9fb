"""What the department knows of a pooled table: its audit, whether it still holds, the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import PooledPublication, ProtectionRules
from phoihop.clauses.briefings.queries.pooled.basis import DEFAULTS, basis_of
from phoihop.people.models import Party


@dataclass(frozen=True, slots=True)
class AuditSummary:
    """An audit in a few numbers.

    :ivar groups: groups of figures that were looked at together
    :ivar considered: pairs of an attacker and a target
    :ivar solved: linear programmes that were needed
    :ivar silent: groups of which nothing is shown, since earlier tables tell too much already
    """

    groups: int
    considered: int
    solved: int
    silent: tuple[str, ...]
    passed: bool


def summary(*, actor: Actor, publication: PooledPublication) -> AuditSummary | None:
    """The audit of a table, for the department that made it."""
    if publication.round.programme.lead_id not in actor.party_ids:
        return None
    groups: list[dict[str, Any]] = publication.audit.get("groups", [])
    return AuditSummary(
        len(groups), sum(one["considered"] for one in groups), sum(one["solved"] for one in groups),
        tuple(one["group"] for one in groups if one["silent"]), all(one["passed"] for one in groups),
    )  # fmt: skip


def is_fresh(*, actor: Actor, publication: PooledPublication) -> bool:
    """Whether figures, rules and earlier tables are those that the table was made of."""
    if publication.round.programme.lead_id not in actor.party_ids:
        return False
    stamp: dict[str, Any] = publication.audit.get("basis", {})
    return bool(stamp == basis_of(publication.round).stamp)


def own_rules(*, actor: Actor) -> tuple[Party, dict[str, Any]]:
    """The department for which the actor keeps the rules, and the rules.

    :raises NotVisible: the actor keeps none
    """
    party = Party.objects.filter(pk__in=actor.parties_with(Permission.FIGURES_POOL)).first()
    if party is None:
        raise NotVisible
    kept = ProtectionRules.objects.filter(regulator=party).first()
    return party, {**DEFAULTS, **(kept.rules if kept else {})}
