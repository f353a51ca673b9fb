"""What the rules of a form say of figures."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from phoihop.clauses.briefings.checking.cells import Cell, Values
from phoihop.clauses.briefings.checking.expressions import ZERO, Expression
from phoihop.clauses.briefings.checking.findings import Finding
from phoihop.clauses.briefings.checking.saying import said
from phoihop.clauses.briefings.checking.shapes import RuleShape

OPERATORS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
SIGNS = {"==": "=", "!=": "≠", "<=": "≤", ">=": "≥"}
Others = Mapping[str, "Values | None"]  # figures of earlier reports by kind of rule; None: there is no such report
Answer = str | None  # the two sides where the rule does not hold; None where it does


def _skips(missing: str, figures: Iterable[Decimal | None]) -> bool:
    blank = [figure is None for figure in figures]
    if missing == "skip_any":
        return any(blank)
    return bool(blank) and missing == "skip_all" and all(blank)


def _compare(rule: RuleShape, values: Values, others: Others) -> Answer:
    right = rule.right or Expression(())
    if _skips(rule.missing, [*rule.left.figures(values), *right.figures(values)]):
        return None
    one, other = rule.left.amount(values), right.amount(values)
    if OPERATORS[rule.operator](one, other):
        return None
    words = _("Điều phải có: vế trái %(sign)s vế phải. Vế trái: %(left)s; vế phải: %(right)s.")
    sign = SIGNS.get(rule.operator, rule.operator)
    return words % {"left": said(one), "sign": sign, "right": said(other)}


def _there(rule: RuleShape, side: Expression | None, values: Values) -> bool:
    """Whether a side of a pair is given: all of it, any of it, or (where a blank counts as zero) more than zero."""
    if side is None:
        return False
    figures = side.figures(values)
    if rule.missing == "never":
        return any(figure for figure in figures)
    given = [figure is not None for figure in figures]
    return bool(given) and (all(given) if rule.missing == "skip_any" else any(given))


def _together(rule: RuleShape, values: Values, others: Others) -> Answer:
    return None if _there(rule, rule.left, values) == _there(rule, rule.right, values) else ""


def _exclusive(rule: RuleShape, values: Values, others: Others) -> Answer:
    return "" if _there(rule, rule.left, values) and _there(rule, rule.right, values) else None


def _change(rule: RuleShape, values: Values, others: Others) -> Answer:
    """Percent against an earlier report; where that was zero no percentage exists, and any rise is out of bounds."""
    earlier = others[rule.kind]
    if earlier is None or _skips(rule.missing, [*rule.left.figures(values), *rule.left.figures(earlier)]):
        return None
    now, was = rule.left.amount(values), rule.left.amount(earlier)
    if was == ZERO:
        wrong = (now > 0 and rule.most_percent is not None) or (now < 0 and rule.least_percent is not None)
        return _("Kỳ này %(now)s, kỳ so sánh 0.") % {"now": said(now)} if wrong else None
    percent = (now - was) / abs(was) * 100
    down = rule.least_percent is not None and -percent > rule.least_percent
    up = rule.most_percent is not None and percent > rule.most_percent
    if not (down or up):
        return None
    words = _("Kỳ này %(now)s, kỳ so sánh %(was)s: giảm %(by)s %%.")
    if up:
        words = _("Kỳ này %(now)s, kỳ so sánh %(was)s: tăng %(by)s %%.")
    return words % {"now": said(now), "was": said(was), "by": said(abs(percent), 1)}


KINDS: Mapping[str, Callable[[RuleShape, Values, Others], Answer]] = {
    "compare": _compare, "together": _together, "exclusive": _exclusive, "previous": _change, "last_year": _change,
}  # fmt: skip


def look_at_rules(rules: Iterable[RuleShape], values: Values, others: Others) -> Iterator[Finding]:
    """A finding for each rule that does not hold."""
    for rule in rules:
        answer = KINDS[rule.kind](rule, values, others)
        if answer is not None:
            yield Finding(_cells(rule), rule.severity, rule.id, rule.kind, rule.message, answer)


def _cells(rule: RuleShape) -> tuple[Cell, ...]:
    right = rule.right.cells if rule.right is not None else ()
    return tuple(dict.fromkeys((*rule.left.cells, *right)))
