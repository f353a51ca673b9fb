"""Figures that a report stands beside: those of the party's earlier reports on the same form."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, QuerySet

from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import Report, ReportStatus, ReportValue, RoundStatus, ValueEdition
from phoihop.clauses.briefings.reporting.periods import read_period

Figures = dict[Cell, Decimal]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The period before, and the same period of the year before; None where there is no report of it."""

    previous: Figures | None = None
    last_year: Figures | None = None
    previous_title: str = ""
    last_year_title: str = ""


def earlier_figures(report: Report, indicators: Collection[str] | None = None) -> Earlier:
    """Figures of the two earlier reports, of all indicators or of some."""
    period = read_period(report.round.period)
    codes = (period.previous.code, period.last_year.code)
    found = {one.round.period: one for one in same_form(report).filter(round__period__in=codes)}
    before, year_ago = (found.get(code) for code in codes)
    figures = known_figures([one for one in (before, year_ago) if one], indicators)
    return Earlier(
        figures[before] if before else None, figures[year_ago] if year_ago else None,
        before.round.title if before else "", year_ago.round.title if year_ago else "",
    )  # fmt: skip


def same_form(report: Report) -> QuerySet[Report]:
    """The party's reports on the same form in the programme, in rounds that were not given up."""
    round_ = report.round
    found = Report.objects.filter(party_id=report.party_id, round__programme_id=round_.programme_id)
    found = found.filter(round__version__form_id=round_.version.form_id).exclude(round__status=RoundStatus.CANCELLED)
    return found.select_related("round__version").exclude(round__status=RoundStatus.DRAFT)


def known_figures(reports: Iterable[Report], indicators: Collection[str] | None = None) -> dict[Report, Figures]:
    """Of each report the figures accepted last, or those that were submitted; none of what is being typed."""
    wanted = {report.pk: report for report in reports}
    figures: dict[Report, Figures] = {report: {} for report in wanted.values()}
    accepted = [pk for pk, report in wanted.items() if report.edition]
    handed_in = [pk for pk, one in wanted.items() if not one.edition and one.status == ReportStatus.SUBMITTED]
    sources: list[QuerySet[ValueEdition] | QuerySet[ReportValue]] = []
    if accepted:
        sources.append(ValueEdition.objects.filter(report_id__in=accepted, edition=F("report__edition")))
    if handed_in:
        sources.append(ReportValue.objects.filter(report_id__in=handed_in))
    for rows in sources:
        given = rows.filter(value__isnull=False)
        if indicators is not None:
            given = given.filter(indicator__code__in=indicators)
        for pk, indicator, code, value in given.values_list("report_id", "indicator__code", "code__code", "value"):
            if value is not None:
                figures[wanted[pk]][Cell(indicator, code)] = value
    return figures
