"""Everything that a plan is made from, read and checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from phoihop.base.sheets import Field, Problem, SheetRefused, Table, read_table
from phoihop.base.sheets.fields import Limits
from phoihop.clauses.towers.reading import sayings
from phoihop.clauses.towers.reading.columns import MAST_FIELDS, NEED_FIELDS
from phoihop.clauses.towers.reading.masts import operators_of_masts, read_masts
from phoihop.clauses.towers.reading.needs import read_needs
from phoihop.clauses.towers.reading.operators import Operators
from phoihop.clauses.towers.reading.options import AS_IT_STANDS, InputRefused, ReadingOptions, limits_of
from phoihop.clauses.towers.reading.rules import RuleSheet, read_rules
from phoihop.cores.towerplan.model import Costs, Masts, Needs, Rules

Rows = TypeVar("Rows", Masts, Needs)
Tell = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing about a file that was read."""

    file: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Case:
    """The input of a plan."""

    masts: Masts
    needs: Needs
    rules: Rules
    costs: Costs
    notes: tuple[Note, ...]


def read_case(
    masts: Path,
    needs: Path,
    rules: Path | None = None,
    options: ReadingOptions = AS_IT_STANDS,
    *,
    limits: Limits | None = None,
    zones: Path | None = None,
    tell: Tell = lambda phase, done: None,
) -> Case:
    """Masts, needs and rules of files.

    :param zones: the file of zones, where it is not where the rules say
    :param tell: is told the file and the share of the reading that is done
    :raises InputRefused: with every problem of the first file that has some
    """
    sheet = _rules(rules, zones)
    limits = limits or limits_of()
    tell(masts.name, 0.0)
    mast_table = open_table(masts, MAST_FIELDS, limits)
    tell(needs.name, 0.5)
    need_table = open_table(needs, NEED_FIELDS, limits)
    operators = _operators(masts, mast_table, needs, need_table)
    book = sheet.book
    found_masts = _checked(
        masts,
        mast_table,
        options,
        lambda: read_masts(mast_table, operators, options, band_m=book.band_m, assumed_slots=book.assumed_slots),
    )
    found_needs = _checked(needs, need_table, options, lambda: read_needs(need_table, operators, options))
    tell(needs.name, 1.0)
    notes = [
        Note(path.name, problem)
        for path, table in ((masts, mast_table), (needs, need_table))
        for problem in table.problems
        if problem.level == "note"
    ]
    try:
        core_rules = sheet.rules(operators)
    except SheetRefused as refusal:
        raise InputRefused(rules.name if rules else "", [refusal.problem], 1) from refusal
    return Case(found_masts, found_needs, core_rules, sheet.costs, tuple(notes))


def read_mast_case(
    masts: Path, rules: Path | None = None, options: ReadingOptions = AS_IT_STANDS, *, limits: Limits | None = None
) -> tuple[Masts, RuleSheet, Operators, tuple[Note, ...]]:
    """Masts alone, for what needs no needs.

    :raises InputRefused: with every problem
    """
    sheet = _rules(rules)
    table = open_table(masts, MAST_FIELDS, limits or limits_of())
    operators = _named(masts, operators_of_masts(table))
    book = sheet.book
    found = _checked(
        masts,
        table,
        options,
        lambda: read_masts(table, operators, options, band_m=book.band_m, assumed_slots=book.assumed_slots),
    )
    notes = tuple(Note(masts.name, problem) for problem in table.problems if problem.level == "note")
    return found, sheet, operators, notes


def _rules(path: Path | None, zones: Path | None = None) -> RuleSheet:
    try:
        return read_rules(path, zones)
    except (SheetRefused, OSError) as problem:
        raise refused(path, problem) from problem


def open_table(path: Path, fields: tuple[Field, ...], limits: Limits) -> Table:
    """The table of a file.

    :raises InputRefused: it is not there, or no table
    """
    try:
        return read_table(path, fields, limits=limits)
    except (SheetRefused, OSError) as problem:
        raise refused(path, problem) from problem


def refused(path: Path | None, problem: SheetRefused | OSError) -> InputRefused:
    """The refusal of a file as a whole."""
    name = path.name if path else ""
    if isinstance(problem, SheetRefused):
        return InputRefused(name, [problem.problem], 1)
    return InputRefused(str(path), [Problem(sayings.NO_FILE, values={"said": problem.strerror or str(problem)})], 1)


def _operators(masts: Path, mast_table: Table, needs: Path, need_table: Table) -> Operators:
    return _named(needs, operators_of_masts(mast_table) | set(need_table.texts("operator")))


def _named(path: Path, names: set[str]) -> Operators:
    try:
        return Operators(names)
    except SheetRefused as refusal:
        raise refused(path, refusal) from refusal


def _checked(path: Path, table: Table, options: ReadingOptions, read: Callable[[], Rows]) -> Rows:
    """The rows, all of them good, or a refusal with every problem."""
    try:
        rows = read()
    except SheetRefused as refusal:
        raise refused(path, refusal) from refusal
    good = good_rows(path, table, options)
    return rows if good.all() else kept(rows, good)


def good_rows(path: Path, table: Table, options: ReadingOptions) -> NDArray[np.bool_]:
    """Which rows are good.

    :raises InputRefused: with every problem, unless bad rows are to be left out
    """
    problems = table.problems
    if not problems.errors:
        return np.ones(len(table), dtype=bool)
    good = table.good
    if not options.leave_out_bad or not good.any():
        raise InputRefused(path.name, [one for one in problems if one.level == "error"], problems.errors)
    problems.add(sayings.LEFT_OUT, None, level="note", values={"count": int((~good).sum())})
    return good


def kept(rows: Rows, chosen: NDArray[np.bool_]) -> Rows:
    """Only some of the rows."""
    changed: dict[str, Any] = {name: getattr(rows, name)[chosen] for name in rows.__dataclass_fields__}
    return replace(rows, **changed)
