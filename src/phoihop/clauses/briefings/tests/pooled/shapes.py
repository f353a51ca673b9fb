"""A small form: subscribers by district, of two kinds that add up; masts by technology; an average."""

from __future__ import annotations

from decimal import Decimal

from phoihop.clauses.briefings.checking import (
    Breakdown,
    Cell,
    Expression,
    FormShape,
    IndicatorShape,
    Member,
    RuleShape,
)
from phoihop.clauses.briefings.checking.expressions import Term

DISTRICTS = ("cg", "tm", "nh")
PLACES = Breakdown("district", "Địa bàn", tuple(Member(code, code.upper()) for code in DISTRICTS))
KINDS = Breakdown("technology", "Công nghệ", (Member("4g", "4G"), Member("5g", "5G")), complete=False)


def total_of(*codes: str) -> Expression:
    return Expression(tuple(Term(Decimal(1), Cell(code)) for code in codes))


def one_of(indicator: str, *codes: str) -> Expression:
    """Single values of a breakdown."""
    return Expression(tuple(Term(Decimal(1), Cell(indicator, code)) for code in codes))


def equal(left: Expression, right: Expression) -> RuleShape:
    return RuleShape("r", "compare", left, "==", right)


SUM = equal(total_of("prepaid", "postpaid"), total_of("subscribers"))


def form(*rules: RuleShape, breakdowns: tuple[Breakdown, ...] = (PLACES,)) -> FormShape:
    return FormShape(
        (
            IndicatorShape("subscribers", "Thuê bao", breakdowns=breakdowns),
            IndicatorShape("prepaid", "Trả trước"),
            IndicatorShape("postpaid", "Trả sau"),
            IndicatorShape("masts", "Trạm", breakdowns=(KINDS,)),
            IndicatorShape("radius", "Bán kính"),
        ),
        rules,
    )


ADDITIVE = ("subscribers", "prepaid", "postpaid", "masts")


def row(total: float | None, **parts: float) -> dict[tuple[str, str | None], float]:
    """One party's subscribers."""
    found: dict[tuple[str, str | None], float] = {("subscribers", code): value for code, value in parts.items()}
    return found if total is None else found | {("subscribers", None): total}
