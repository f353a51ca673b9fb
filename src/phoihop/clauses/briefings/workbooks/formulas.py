"""Rules of a form as formulas of a spreadsheet, as far as it can express them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from phoihop.clauses.briefings.checking import Cell, Expression, RuleShape

Address = Callable[[Cell], "str | None"]
SIGNS = {"==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
GOOD, SKIPPED = "Đạt", "Chưa đủ số"
FAILED = {"error": "Lỗi", "warning": "Cần giải trình"}


class NotExpressible(ValueError):
    """The rule speaks of a figure that the sheet does not hold."""


def formula_of(rule: RuleShape, now: Address, earlier: Address) -> str:
    """A formula that says whether the rule holds.

    :param now, earlier: where a figure of this period, or of the one it is compared with, stands
    :raises NotExpressible: the sheet does not hold a figure of it
    """
    failed = FAILED.get(rule.severity, FAILED["error"])
    if rule.kind == "compare":
        right = rule.right or Expression(())
        holds = f"ROUND({_sum(rule.left, now)}-({_sum(right, now)}),6){SIGNS[rule.operator]}0"
        inner = f'IF({holds},"{GOOD}","{failed}")'
        return _guarded(rule, [*_all(rule.left, now), *_all(right, now)], inner)
    if rule.kind in ("together", "exclusive"):
        left = _given(rule, rule.left, now)
        right_given = _given(rule, rule.right or Expression(()), now)
        wrong = f"{left}<>{right_given}" if rule.kind == "together" else f"AND({left},{right_given})"
        return f'=IF({wrong},"{failed}","{GOOD}")'
    return _change(rule, now, earlier, failed)


def _change(rule: RuleShape, now: Address, earlier: Address, failed: str) -> str:
    new, old = _sum(rule.left, now), _sum(rule.left, earlier)
    bounds = []
    if rule.least_percent is not None:
        bounds.append(f"({new}-({old}))<-{_number(rule.least_percent / 100)}*ABS({old})")
    if rule.most_percent is not None:
        bounds.append(f"({new}-({old}))>{_number(rule.most_percent / 100)}*ABS({old})")
    if not bounds:
        raise NotExpressible
    inner = f'IF(OR({",".join(bounds)}),"{failed}","{GOOD}")'
    return _guarded(rule, [*_all(rule.left, now), *_all(rule.left, earlier)], inner)


def _guarded(rule: RuleShape, places: list[str], inner: str) -> str:
    """With what the rule says of blanks; a text where a number must stand gives no spreadsheet error."""
    if rule.missing in ("skip_any", "skip_all") and places:
        joined = "OR" if rule.missing == "skip_any" else "AND"
        blank = ",".join(f'{place}=""' for place in dict.fromkeys(places))
        inner = f'IF({joined}({blank}),"{SKIPPED}",{inner})'
    return f'=IFERROR({inner},"{SKIPPED}")'


def _given(rule: RuleShape, side: Expression, now: Address) -> str:
    places = _all(side, now)
    if not places:
        return "FALSE"
    if rule.missing == "never":
        return f"OR({','.join(f'N({place})<>0' for place in places)})"
    joined = "AND" if rule.missing == "skip_any" else "OR"
    given = ",".join(f'{place}<>""' for place in places)
    return f"{joined}({given})"


def _all(side: Expression, where: Address) -> list[str]:
    return [_place(cell, where) for cell in side.cells]


def _place(cell: Cell, where: Address) -> str:
    found = where(cell)
    if found is None:
        raise NotExpressible(str(cell))
    return found


def _sum(side: Expression, where: Address) -> str:
    parts = [f"{_number(term.factor)}*{_place(term.cell, where)}" for term in side.terms]
    if side.constant or not parts:
        parts.append(_number(side.constant))
    return "(" + "+".join(parts) + ")"


def _number(value: Decimal) -> str:
    return f"({value:f})" if value < 0 else f"{value:f}"
