"""What a new round starts from: the department's own rules, and the prices of its last round."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.clauses.towers.joint.rulebook import PriceList, Rulebook, Spacing
from phoihop.clauses.towers.models import JointRound, LocalRule, Zone
from phoihop.clauses.towers.queries.joint.ground import ELSEWHERE, TOWN
from phoihop.programme.models import Programme


def starting_rulebook(*, actor: Actor, regulator_id: UUID) -> Rulebook:
    """The usual rules with the spacing that is in force today.

    Where a rule speaks of heights within a class, the wider spacing holds for all of them: the plan is then allowed
    under each.
    """
    found: dict[tuple[str, str], float] = {}
    rules = LocalRule.objects.visible_to(actor).filter(regulator_id=regulator_id).valid_on(actor.today)
    for rule in rules.select_related("mast_class"):
        key = (rule.mast_class.code if rule.mast_class else "*", TOWN if rule.zone == Zone.URBAN else ELSEWHERE)
        found[key] = max(found.get(key, 0.0), float(rule.spacing_m))
    if not found:
        return Rulebook()
    return replace(Rulebook(), spacing=tuple(Spacing(*key, metres) for key, metres in sorted(found.items())))


def starting_prices(*, actor: Actor, programme: Programme) -> PriceList:
    """Those of the programme's last round; assumed ones where there was none."""
    last = JointRound.objects.visible_to(actor).filter(programme=programme).order_by("-created_at").first()
    return PriceList.of(last.costs) if last else PriceList()
