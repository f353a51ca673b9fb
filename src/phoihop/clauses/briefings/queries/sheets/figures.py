"""Figures of reports, for files to take away; whoever asks was let in before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from phoihop.base.access import Actor
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.exchange import Datum, Group
from phoihop.clauses.briefings.models import Report, ReportStatus, ReportValue, ValueEdition
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, shape_of
from phoihop.clauses.briefings.reporting.periods import read_period

Found = dict[UUID, list[Datum]]
ROW = ("report_id", "indicator__code", "code__code", "value", "estimate")


def current_figures(report: Report) -> tuple[dict[Cell, Decimal | str], set[Cell]]:
    """What stands in the cells of a report now, what is no figure as it was typed; and which are estimates."""
    figures: dict[Cell, Decimal | str] = {}
    estimates: set[Cell] = set()
    rows = ReportValue.objects.filter(report=report)
    for indicator, code, value, typed, estimate in rows.values_list(*ROW[1:4], "typed", "estimate"):
        cell = Cell(indicator, code)
        if value is not None or typed:
            figures[cell] = value if value is not None else typed
        if estimate:
            estimates.add(cell)
    return figures, estimates


def groups_of(*, actor: Actor, reports: Sequence[Report]) -> list[Group]:
    """The figures of reports on one version of a form, in its order.

    A party's own as they are; for the department those accepted last or handed in, none of what is being typed.
    """
    own = [one for one in reports if one.party_id in actor.party_ids]
    others = [one for one in reports if one.party_id not in actor.party_ids]
    accepted = [one.pk for one in others if one.edition]
    given = [one.pk for one in others if not one.edition and one.status == ReportStatus.SUBMITTED]
    found: Found = defaultdict(list)
    typed = ReportValue.objects.filter(report_id__in=[*(one.pk for one in own), *given], value__isnull=False)
    editions = ValueEdition.objects.filter(report_id__in=accepted, edition=F("report__edition"), value__isnull=False)
    for rows in (typed.values_list(*ROW), editions.values_list(*ROW)):
        for report, indicator, code, value, estimate in rows:
            if value is not None:
                found[report].append(Datum(Cell(indicator, code), value, estimate))
    return _grouped(reports, found)


def _grouped(reports: Sequence[Report], found: Found) -> list[Group]:
    if not reports:
        return []
    loaded: LoadedForm = shape_of(reports[0].round.version, reports[0].round.ends_on)
    order = {cell: place for place, cell in enumerate(loaded.shape.cells)}
    return [
        Group(
            one.round.version.form.code, one.party.code, read_period(one.round.period),
            tuple(sorted((datum for datum in found[one.pk] if datum.cell in order), key=lambda d: order[d.cell])),
            one.round.version.number, one.party.short_name,
            timezone.localtime(one.submitted_at).date() if one.submitted_at else None,
        )
        for one in reports
    ]  # fmt: skip
