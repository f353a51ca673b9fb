"""Checking the figures of one report."""

from __future__ import annotations

from collections.abc import Collection

from phoihop.clauses.briefings.checking.cells import Cell, Values
from phoihop.clauses.briefings.checking.findings import Finding
from phoihop.clauses.briefings.checking.implicit import look_at
from phoihop.clauses.briefings.checking.ruling import look_at_rules
from phoihop.clauses.briefings.checking.shapes import FormShape


def check(
    form: FormShape,
    values: Values,
    *,
    previous: Values | None = None,
    last_year: Values | None = None,
    estimates: Collection[Cell] = frozenset(),
) -> list[Finding]:
    """Everything that is wrong with the figures of one report, in the order of the form, then of its rules.

    :param values: figures by cell; a blank is None or absent; what the form does not ask is not looked at
    :param previous: figures of the party's report of the period before; None where there is none
    :param last_year: figures of the same period a year ago; None where there are none
    :param estimates: cells whose figure is marked as an estimate; pass a set
    """
    wrong = [finding for one in form.indicators for finding in look_at(one, values, estimates)]
    unreadable = {finding.cells[0] for finding in wrong if finding.check == "number"}
    if unreadable:  # what is no number cannot be reckoned with
        values = {cell: value for cell, value in values.items() if cell not in unreadable}
    return [*wrong, *look_at_rules(form.single_rules, values, {"previous": previous, "last_year": last_year})]
