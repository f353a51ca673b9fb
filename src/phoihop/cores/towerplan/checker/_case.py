"""What is checked, and a list that grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from phoihop.cores.towerplan.checker._violations import Rule, Violation
from phoihop.cores.towerplan.model import Costs, Masts, Needs, Plan, Rules


@dataclass(frozen=True, slots=True)
class Case:
    """The input, the plan, and what was found wrong so far."""

    masts: Masts
    needs: Needs
    rules: Rules
    costs: Costs
    plan: Plan
    found: list[Violation] = field(default_factory=list)

    def wrong(self, rule: Rule, **facts: object) -> None:
        self.found.append(Violation(rule, facts))

    def need(self, at: int) -> str:
        """The id of a need."""
        return str(self.needs.ids[at])

    def need_ids(self, rows: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.need(at) for at in rows)

    def mast(self, at: int) -> str:
        """The id of an existing mast."""
        return str(self.masts.ids[at])

    def new(self, at: int) -> str:
        """A new mast has no id: it is named by its first need."""
        members = self.plan.new.members[at]
        return f"{at + 1} ({self.need(members[0])})" if members else str(at + 1)

    def operator(self, at: int) -> str:
        """The name of an operator; a dash for an owner that is none of them."""
        return self.rules.operators[at] if at >= 0 else "–"

    def operator_of(self, need: int) -> int:
        return int(self.needs.operator[need])
