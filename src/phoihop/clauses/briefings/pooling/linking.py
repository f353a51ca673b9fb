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
    :ivar bare: a rule speaks of single values of its breakdowns: these are not shown
    """

    total: str
    parents: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    bare: bool = False


def groups_of(shape: FormShape, additive: Iterable[str]) -> tuple[list[Group], set[str]]:
    """The groups, and the indicators that rules tie in ways that cannot be kept apart: they are not shown at all.

    Equalities of the form ``total = part + part`` make groups, also part by part below one another. Where any other
    equality speaks of an indicator, everything that equalities lead to from it is left out but the first.
    """
    allowed = set(additive)
    links: dict[str, list[str]] = {}
    owner: dict[str, str] = {}
    wrong: set[str] = set()
    for rule in _equalities(shape):
        link = _link(rule)
        if link is None or link[0] in links or any(part in owner for part in link[1]):
            wrong.update(cell.indicator for cell in rule.cells)
            continue
        links[link[0]] = link[1]
        owner.update(dict.fromkeys(link[1], link[0]))
    wrong |= _round_about(links, owner)
    order = [one.code for one in shape.indicators]
    tangled, tied = set[str](), set[str]()
    for component in _components(shape):
        if component & wrong:
            tangled |= component
            tied |= component - {min(component, key=order.index)}
    bare = {rule.cells[0].indicator for rule in shape.rules if _of_values(rule)}
    groups = []
    for root in (code for code in order if code in allowed and code not in tied):
        if root in tangled:
            groups.append(Group(root, bare=root in bare))
        elif root not in owner or owner[root] not in allowed:
            group = _group(root, links, allowed)
            group.bare = root in bare
            groups.append(group)
    return groups, tied


def _components(shape: FormShape) -> list[set[str]]:
    """Indicators that equalities lead to from one another."""
    found: list[set[str]] = []
    for rule in _equalities(shape):
        named = {cell.indicator for cell in rule.cells}
        near = [one for one in found if one & named]
        found = [one for one in found if not one & named]
        found.append(named.union(*near))
    return found


def _equalities(shape: FormShape) -> Iterator[RuleShape]:
    """Those between several indicators."""
    for rule in shape.rules:
        several = len({cell.indicator for cell in rule.cells}) > 1
        if rule.kind == "compare" and rule.operator == "==" and rule.right is not None and several:
            yield rule


def _of_values(rule: RuleShape) -> bool:
    """An equality that names values of a breakdown, within one indicator or among several."""
    return rule.kind == "compare" and rule.operator == "==" and any(cell.code is not None for cell in rule.cells)


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
