"""What is wrong with a report: of all its figures, or of what a few changed cells touch."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.checking import Cell, Finding, FormShape, check
from phoihop.clauses.briefings.filling.figures import Unread, read_figure
from phoihop.clauses.briefings.models import Explanation, FormRule, Report, ReportValue
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, shape_of
from phoihop.clauses.briefings.queries.reports.earlier import Earlier, earlier_figures
from phoihop.clauses.briefings.queries.reports.reports import reads_figures

_CODE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
AGAINST_EARLIER = {"previous", "last_year"}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what was found; a page forgets what it knew of these and takes the new findings."""

    indicators: frozenset[str]
    rules: frozenset[str]
    findings: tuple[Finding, ...]
    labels: Mapping[Cell, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Everything found, apart: what stops the submission, what wants a word, what has one."""

    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    explained: dict[str, str]

    @property
    def unexplained(self) -> list[Finding]:
        """Warnings that nobody explained."""
        return [finding for finding in self.warnings if not self.explained.get(finding.rule_id or "")]

    @property
    def may_pass(self) -> bool:
        """Whether the report may be handed in."""
        return not self.errors and not self.unexplained


def findings_around(*, actor: Actor, report: Report, indicators: Collection[str]) -> Checked:
    """What is wrong with some indicators and with whatever a rule ties to them; other cells are not even read."""
    _require_readable(actor, report)
    touched = set(indicators)
    sides = FormRule.objects.filter(version_id=report.round.version_id).values_list("left", "right")
    named = [set(_CODE.findall(f"{left} {right}")) for left, right in sides]
    wanted = touched.union(*(codes for codes in named if codes & touched))
    loaded = shape_of(report.round.version, report.round.ends_on, only=wanted)
    rules = tuple(rule for rule in loaded.shape.rules if any(cell.indicator in touched for cell in rule.cells))
    shape = FormShape(loaded.shape.indicators, rules)
    found = _check(report, shape, only=[one.code for one in shape.indicators])
    return Checked(frozenset(shape.by_code), frozenset(rule.id for rule in rules), tuple(found), shape.labels)


def judged(*, actor: Actor, report: Report, loaded: LoadedForm | None = None) -> Judged:
    """Everything that is wrong with a report, beside what its party said of the warnings."""
    _require_readable(actor, report)
    form = loaded or shape_of(report.round.version, report.round.ends_on)
    found = _check(report, form.shape)
    said = Explanation.objects.filter(report=report).values_list("rule_id", "text")
    return Judged(
        tuple(one for one in found if one.is_error), tuple(one for one in found if not one.is_error),
        {str(rule): text for rule, text in said},
    )  # fmt: skip


def _require_readable(actor: Actor, report: Report) -> None:
    mine = {report.party_id, report.round.programme.lead_id} & actor.party_ids
    if not mine or not reads_figures(actor=actor, report=report):
        raise NotVisible


def _check(report: Report, shape: FormShape, only: Collection[str] | None = None) -> list[Finding]:
    rows = ReportValue.objects.filter(report=report)
    if only is not None:
        rows = rows.filter(indicator__code__in=only)
    values: dict[Cell, Decimal | None] = {}
    estimates: set[Cell] = set()
    unread: list[Finding] = []
    for indicator, code, value, typed, estimate in rows.values_list(
        "indicator__code", "code__code", "value", "typed", "estimate"
    ):
        cell = Cell(indicator, code)
        values[cell] = value
        if estimate:
            estimates.add(cell)
        if typed:
            unread.append(Finding((cell,), "error", None, "number", _why(typed)))
    earlier = Earlier()
    if any(rule.kind in AGAINST_EARLIER for rule in shape.rules):
        earlier = earlier_figures(report, only)
    found = check(shape, values, previous=earlier.previous, last_year=earlier.last_year, estimates=estimates)
    nowhere = {one.cells[0] for one in unread}
    return [*unread, *(one for one in found if one.check != "required" or not nowhere.issuperset(one.cells))]


def _why(typed: str) -> str:
    try:
        read_figure(typed)
    except Unread as unread:
        return str(unread)
    return _("“%(typed)s” được nhập khi dùng ngôn ngữ khác. Hãy nhập lại số này.") % {"typed": typed}
