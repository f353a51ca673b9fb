"""Rules as people write them: which columns mean what, and what nobody may learn."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from phoihop.base.pooling.refusals import Refusal
from phoihop.cores.disclosure import BadInput, Rules, Variable, Weighing

TOP = {"contributor", "value", "by", "weighing", "rules", "breakdown", "table"}
RULES = {"minimum", "dominance", "p_percent", "prior_percent", "colluding", "signed"}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is to be read and protected.

    :ivar contributor, value: headings of columns
    :ivar by: headings whose every combination is a table of its own, such as indicator and period
    :ivar breakdowns: one a heading, with subtotals and total
    :ivar tables: headings of each table that is published
    """

    contributor: str
    value: str
    by: tuple[str, ...]
    breakdowns: tuple[Variable, ...]
    tables: tuple[tuple[str, ...], ...]
    rules: Rules
    weighing: Weighing

    @property
    def headings(self) -> tuple[str, ...]:
        """Of ``by`` and of the breakdowns, in this order."""
        return (*self.by, *(it.name for it in self.breakdowns))


def read_layout(path: Path) -> Layout:
    """The layout of a TOML file.

    :raises Refusal: it is no TOML, or holds what is not known
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise Refusal(f"{path.name}: not a TOML file: {problem}.") from problem
    _known(path, found, TOP, "")
    _known(path, found.get("rules", {}), RULES, "rules.")
    try:
        breakdowns = tuple(_breakdown(it) for it in found["breakdown"])
        tables = [tuple(it["columns"]) for it in found.get("table", ())]
        rules = dict(found.get("rules", {}))
        rules["dominance"] = tuple((int(n), float(k)) for n, k in rules.get("dominance", ()))
        return Layout(
            str(found["contributor"]), str(found["value"]), tuple(found.get("by", ())), breakdowns,
            tuple(tables or [tuple(it.name for it in breakdowns)]), Rules(**rules),
            Weighing(found.get("weighing", "value")),
        )  # fmt: skip
    except KeyError as problem:
        raise Refusal(f"{path.name}: {problem} is missing; see the guide on pooled tables.") from problem
    except (BadInput, TypeError, ValueError) as problem:
        raise Refusal(f"{path.name}: {problem}.") from problem


def _breakdown(found: Mapping[str, Any]) -> Variable:
    total = found.get("total", "Tổng")
    parents = {str(code): str(above) for code, above in found.get("parents", {}).items()}
    return Variable(str(found["column"]), parents, None if total is False else str(total))


def _known(path: Path, found: Mapping[str, Any], names: set[str], where: str) -> None:
    if strange := sorted(set(found) - names):
        raise Refusal(f"{path.name}: {where}{strange[0]} is not known. Known: {', '.join(sorted(names))}.")
