"""A form as data, without rows: what is asked, broken down how, and what must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from phoihop.clauses.briefings.checking.cells import EACH, Cell
from phoihop.clauses.briefings.checking.expressions import Expression


@dataclass(frozen=True, slots=True)
class Member:
    """One value of a breakdown; ``parent`` is the code of the value above it."""

    code: str
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A breakdown of an indicator.

    :ivar complete: whether its values add up to the total; technologies of masts, for one, do not
    """

    code: str
    name: str
    members: tuple[Member, ...]
    complete: bool = True

    def sums(self, indicator: str) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
        """Each total with the cells that make it up, top values first."""
        if not self.complete:
            return
        known = {member.code for member in self.members}
        parents: dict[str | None, list[Cell]] = {}
        for member in self.members:
            above = member.parent if member.parent in known else None
            parents.setdefault(above, []).append(Cell(indicator, member.code))
        for above, parts in parents.items():
            yield Cell(indicator, above), tuple(parts)


@dataclass(frozen=True)
class IndicatorShape:
    """One figure that is asked, with its breakdowns side by side."""

    code: str
    name: str
    unit: str = ""
    decimals: int = 0
    required: bool = True
    negative_allowed: bool = False
    estimate_allowed: bool = True
    breakdowns: tuple[Breakdown, ...] = ()

    @cached_property
    def total(self) -> Cell:
        """The cell of its total."""
        return Cell(self.code)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The total, then every value of every breakdown."""
        members = (member for breakdown in self.breakdowns for member in breakdown.members)
        return (self.total, *(Cell(self.code, member.code) for member in members))

    @cached_property
    def broken_down(self) -> tuple[tuple[Breakdown, tuple[Cell, ...]], ...]:
        """Each breakdown with the cells of its values."""
        return tuple((one, tuple(Cell(self.code, member.code) for member in one.members)) for one in self.breakdowns)

    @cached_property
    def sums(self) -> tuple[tuple[Breakdown, Cell, tuple[Cell, ...]], ...]:
        """What must add up: the breakdown, the total, its parts."""
        return tuple((one, total, parts) for one in self.breakdowns for total, parts in one.sums(self.code))


@dataclass(frozen=True, slots=True)
class RuleShape:
    """What must hold between figures; words as in ``models.choices``.

    :ivar kind: ``compare``, ``together``, ``exclusive``, ``previous`` or ``last_year``
    :ivar operator: of ``compare``: ``==``, ``!=``, ``<``, ``<=``, ``>``, ``>=``
    :ivar least_percent: of ``previous`` and ``last_year``: by how many percent it may fall at most, above zero
    :ivar most_percent: by how many percent it may rise at most
    :ivar missing: ``skip_any``, ``skip_all`` or ``never``
    """

    id: str
    kind: str
    left: Expression
    operator: str = ""
    right: Expression | None = None
    least_percent: Decimal | None = None
    most_percent: Decimal | None = None
    missing: str = "skip_any"
    severity: str = "error"
    message: str = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The figures that it speaks of."""
        return (*self.left.cells, *(self.right.cells if self.right is not None else ()))


@dataclass(frozen=True)
class FormShape:
    """Everything that a version of a form asks on one day. Keep it: what follows from it is reckoned once."""

    indicators: tuple[IndicatorShape, ...]
    rules: tuple[RuleShape, ...] = ()

    @cached_property
    def by_code(self) -> Mapping[str, IndicatorShape]:
        """Indicators by their codes."""
        return {indicator.code: indicator for indicator in self.indicators}

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, in the order of the form."""
        return tuple(cell for indicator in self.indicators for cell in indicator.cells)

    @cached_property
    def known(self) -> Mapping[str, tuple[str, ...]]:
        """What :func:`parse` asks for: codes of indicators, and of the values of their breakdowns."""
        return {
            indicator.code: tuple(cell.code for cell in indicator.cells if cell.code is not None)
            for indicator in self.indicators
        }

    @cached_property
    def labels(self) -> Mapping[Cell, str]:
        """How a cell is called: the indicator, and the value of the breakdown."""
        named = {indicator.total: indicator.name for indicator in self.indicators}
        for one in self.indicators:
            for breakdown in one.breakdowns:
                named |= {Cell(one.code, member.code): f"{one.name} – {member.name}" for member in breakdown.members}
        return named

    @cached_property
    def single_rules(self) -> tuple[RuleShape, ...]:
        """The rules, where one about every value of a breakdown became one for each."""
        return tuple(single for rule in self.rules for single in self._singles(rule))

    def _singles(self, rule: RuleShape) -> Iterator[RuleShape]:
        sides = [side for side in (rule.left, rule.right) if side is not None]
        starred = [cell.indicator for side in sides for cell in side.cells if cell.code == EACH]
        if not starred:
            yield rule
            return
        others = [set(self.known.get(code, ())) for code in starred]
        for code in self.known.get(starred[0], ()):
            if all(code in other for other in others):
                right = rule.right.of(code) if rule.right is not None else None
                yield RuleShape(
                    rule.id, rule.kind, rule.left.of(code), rule.operator, right, rule.least_percent,
                    rule.most_percent, rule.missing, rule.severity, rule.message,
                )  # fmt: skip
