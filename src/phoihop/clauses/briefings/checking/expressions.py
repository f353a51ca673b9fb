"""One side of a rule: a sum of figures, each times a number, plus a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from phoihop.clauses.briefings.checking.cells import EACH, Cell, Values

ZERO = Decimal(0)


class ExpressionError(ValueError):
    """What was typed is no expression; says what to do.

    :ivar position: where it goes wrong, counted from 0 in the text as it was typed
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Term:
    """A figure times a number."""

    factor: Decimal
    cell: Cell


@dataclass(frozen=True, slots=True)
class Expression:
    """``constant + factor × cell + …``: everything that one side of a rule can say."""

    terms: tuple[Term, ...]
    constant: Decimal = ZERO
    text: str = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The figures it needs."""
        return tuple(term.cell for term in self.terms)

    @property
    def is_for_each(self) -> bool:
        """Whether it speaks of every value of a breakdown: ``tram[*]``."""
        return any(term.cell.code == EACH for term in self.terms)

    def of(self, code: str) -> Expression:
        """The same about one value of the breakdown."""
        terms = tuple(
            Term(term.factor, Cell(term.cell.indicator, code)) if term.cell.code == EACH else term
            for term in self.terms
        )
        return Expression(terms, self.constant, self.text)

    def figures(self, values: Values) -> Sequence[Decimal | None]:
        """The figures it needs, blanks as None."""
        return [values.get(term.cell) for term in self.terms]

    def amount(self, values: Values) -> Decimal:
        """Its value where blanks count as zero; whether that is right was decided before."""
        total = self.constant
        for term in self.terms:
            value = values.get(term.cell)
            if value is not None:
                total += term.factor * value
        return total
