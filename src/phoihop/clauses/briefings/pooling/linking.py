"""Which figures of a form hang together: a total and its parts tell of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from phoihop.clauses.briefings.checking import Expression, FormShape, RuleShape


@dataclass(slots=True)
class Group:
    """Indicators that are protected together.

    :ivar total: the indicator that the others are parts of
    :ivar parents: part → the part it is summed into; parts of the total itself are not there
    :ivar parts: every part
    """

    total: str
    parents: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)


def groups_of(shape: FormShape, additive: Iterable[str]) -> tuple[list[Group], set[str]]:
    """The groups, and the indicators that rules tie in ways that cannot be kept apart: they are not shown at all.

    Equalities of the form ``total = part + part`` make groups, also part by part below one another; of any other
    equality all indicators but the first are left out, since each tells of the rest.
    """
    allowed = set(additive)
    links: dict[str, list[str]] = {}
    owner: dict[str, str] = {}
    tied: set[str] = set()
    for rule in _equalities(shape):
        link = _link(rule)
        named = list(dict.fromkeys(cell.indicator for cell in rule.cells))
        if link is None or link[0] in links or any(part in owner for part in link[1]):
            tied.update(named[1:])
            continue
        links[link[0]] = link[1]
        owner.update(dict.fromkeys(link[1], link[0]))
    tied |= _round_about(links, owner)
    codes = [one.code for one in shape.indicators if one.code in allowed]
    roots = [code for code in codes if code not in owner or owner[code] not in allowed]
    return [_group(root, links, allowed) for root in roots if root not in tied], tied


def _equalities(shape: FormShape) -> Iterator[RuleShape]:
    for rule in shape.rules:
        several = len({cell.indicator for cell in rule.cells}) > 1
        if rule.kind == "compare" and rule.operator == "==" and rule.right is not None and several:
            yield rule


def _link(rule: RuleShape) -> tuple[str, list[str]] | None:
    sides = [_plain(rule.left), _plain(rule.right)]
    for total, parts in (sides, sides[::-1]):
        if total is not None and parts is not None and len(total) == 1 and len(parts) > 1:
            return total[0], parts
    return None


def _plain(side: Expression | None) -> list[str] | None:
    """The indicators of a plain sum of totals; None for anything else."""
    if side is None or side.constant != Decimal(0):
        return None
    if any(term.factor != 1 or term.cell.code is not None for term in side.terms):
        return None
    return [term.cell.indicator for term in side.terms]


def _round_about(links: Mapping[str, list[str]], owner: Mapping[str, str]) -> set[str]:
    """Totals that are parts of themselves, by whatever way."""
    found = set()
    for code in links:
        seen, above = {code}, owner.get(code)
        while above is not None and above not in seen:
            seen.add(above)
            above = owner.get(above)
        if above is not None:
            found |= seen
    return found


def _group(root: str, links: Mapping[str, list[str]], allowed: set[str]) -> Group:
    group = Group(root)
    waiting = [root]
    while waiting:
        total = waiting.pop(0)
        for part in links.get(total, ()):
            if part in allowed:
                group.parts.append(part)
                if total != root:
                    group.parents[part] = total
                waiting.append(part)
    return group
