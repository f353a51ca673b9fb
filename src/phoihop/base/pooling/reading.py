"""Contributions, published tables and earlier figures, read from tables."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from phoihop.base.pooling.refusals import SHOWN, Refusal
from phoihop.base.pooling.rules_file import Layout
from phoihop.base.sheets import COMMAND_LINE, Field, Table, read_table
from phoihop.cores.disclosure import TOTAL, Contribution, Earlier, Problem, Publication

Group = tuple[str, ...]
HIDDEN_MARKS = {"x", "*", "c", "…", "...", "-", "–"}
"""How publications mark a figure that is not told."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a published or earlier table; values that are not there are NaN."""

    line: int
    codes: Mapping[str, str]
    value: float
    low: float
    high: float


def read_contributions(path: Path, layout: Layout) -> dict[Group, list[Contribution]]:
    """What each contributor reported, by the columns whose every combination is a table of its own.

    :raises Refusal: with the first problems, or where a contributor reported the same twice
    """
    table = _read(path, layout, [_text("contributor", layout.contributor), _number("value", layout.value)], whole=True)
    found: dict[Group, list[Contribution]] = {}
    seen: dict[tuple[str, ...], int] = {}
    for line, row in table.records():
        codes = {name: row[f"code{at}"] for at, name in enumerate(layout.headings)}
        place = (row["contributor"], *codes.values())
        if (first := seen.setdefault(place, line)) != line:
            raise Refusal(f"{path.name}: lines {first} and {line} are of the same {', '.join(place)}. Keep one.")
        group = tuple(codes.pop(name) for name in layout.by)
        found.setdefault(group, []).append(Contribution(row["contributor"], codes, row["value"]))
    return found


def read_figures(path: Path, layout: Layout) -> dict[Group, list[Figure]]:
    """A published or earlier table: a row a figure, with the columns it does not sum over, a value or low and high.

    :raises Refusal: with the first problems
    """
    fields = [_number("value", layout.value, needed=False)]
    fields += [_number("low", "low", needed=False), _number("high", "high", needed=False)]
    table = _read(path, layout, fields, whole=False)
    found: dict[Group, list[Figure]] = {}
    for line, row in table.records():
        codes = {name: row.get(f"code{at}") or "" for at, name in enumerate(layout.headings)}
        group = tuple(codes.pop(name) for name in layout.by)
        numbers = [math.nan if row.get(name) is None else float(row[name]) for name in ("value", "low", "high")]
        figure = Figure(line, {name: code for name, code in codes.items() if code not in ("", TOTAL)}, *numbers)
        found.setdefault(group, []).append(figure)
    return found


def earlier_of(figures: list[Figure]) -> list[Earlier]:
    """Figures that are told, as what everybody knows."""
    found = []
    for it in figures:
        low = it.low if math.isnan(it.value) else it.value
        high = it.high if math.isnan(it.value) else it.value
        if not (math.isnan(low) and math.isnan(high)):
            ends = (-math.inf if math.isnan(low) else low, math.inf if math.isnan(high) else high)
            found.append(Earlier(it.codes, *ends))
    return found


def publication_of(path: Path, problem: Problem, layout: Layout, figures: list[Figure], within: float) -> Publication:
    """What a published table tells of a problem; figures that it does not have are hidden.

    :param within: published figures are this near to the truth, as rounded ones are; 0 for exact ones
    :raises Refusal: a figure of something that nobody reported, or one that is not the sum of what was reported
    """
    places = {key: cell for cell, keys in enumerate(problem.keys) for key in keys}
    values = problem.values
    low, high = np.full(len(values), -np.inf), np.full(len(values), np.inf)
    totals = {it.name: it.total for it in layout.breakdowns}
    for it in figures:
        if math.isnan(it.value):
            continue
        cell = next((places[key] for key in _keys(it, problem, totals) if key in places), None)
        if cell is None:
            if it.value != 0:
                raise Refusal(f"{path.name}: line {it.line} is a figure to which nobody contributed.")
            continue
        if abs(it.value - values[cell]) > within + 1e-9 * max(1.0, abs(values[cell])):
            raise Refusal(f"{path.name}: line {it.line} is not the sum of what was reported. Correct it, or --within.")
        low[cell] = it.value - within if within else values[cell]
        high[cell] = it.value + within if within else values[cell]
    return Publication(low, high)


def _keys(figure: Figure, problem: Problem, totals: Mapping[str, str | None]) -> list[tuple[str, ...]]:
    """The coordinates that a row can mean: a column it sums over may be told by the name of its total."""
    given = tuple(figure.codes.get(name, TOTAL) for name in problem.variables)
    named = tuple(figure.codes.get(name, totals[name] or TOTAL) for name in problem.variables)
    bare = tuple(TOTAL if code == totals[name] else code for name, code in zip(problem.variables, given, strict=True))
    return [given, named, bare]


def _read(path: Path, layout: Layout, more: list[Field], *, whole: bool) -> Table:
    codes = [_text(f"code{at}", name, needed=whole or name in layout.by) for at, name in enumerate(layout.headings)]
    table = read_table(path, [*codes, *more], limits=COMMAND_LINE)
    errors = [it for it in table.problems if it.level == "error"]
    if errors:
        lines = [f"{path.name}: {it.sentence('en')}" for it in errors[:SHOWN]]
        raise Refusal("\n".join(lines))
    return table


def _text(code: str, heading: str, *, needed: bool = True) -> Field:
    return Field(code, (heading,), required=needed)


def _number(code: str, heading: str, *, needed: bool = True) -> Field:
    return Field(code, (heading,), "number", required=needed, other=_mark)


def _mark(text: str) -> float | None:
    return math.nan if text.strip().lower() in HIDDEN_MARKS else None
