"""Ids that stand twice."""

from __future__ import annotations

from phoihop.base.sheets import Table
from phoihop.clauses.towers.reading import sayings


def check_ids(table: Table) -> None:
    """Note each id that an earlier line has."""
    ids = table.texts("id")
    if len(set(ids)) == len(ids):
        return
    first: dict[str, int] = {}
    for name, line in zip(ids, table.lines.tolist(), strict=True):
        if name and first.setdefault(name, line) != line:
            table.problems.add(sayings.DUPLICATE, line, table.heading("id"), values={"id": name, "other": first[name]})
