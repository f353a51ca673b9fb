"""A party's own figures over the periods of one form."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import Indicator, Report
from phoihop.clauses.briefings.queries.forms.shapes import shape_of
from phoihop.clauses.briefings.queries.reports.earlier import known_figures, same_form
from phoihop.clauses.briefings.queries.reports.reports import reads_figures
from phoihop.clauses.briefings.reporting.periods import read_period

PERIODS = 8


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator over the periods, oldest first; None where there is no figure."""

    indicator: Indicator
    values: tuple[Decimal | None, ...]

    @property
    def known(self) -> int:
        """In how many periods there is a figure."""
        return sum(value is not None for value in self.values)


@dataclass(frozen=True, slots=True)
class Trends:
    """All indicators of a form over the same periods."""

    periods: tuple[str, ...]
    labels: tuple[str, ...]
    trends: tuple[Trend, ...]


def trends_of(*, actor: Actor, report: Report) -> Trends:
    """The totals of a report's party, up to the report's period; accepted or handed in, never what is being typed."""
    if not reads_figures(actor=actor, report=report) or not (
        {report.party_id, report.round.programme.lead_id} & actor.party_ids
    ):
        return Trends((), (), ())
    found = same_form(report).filter(round__ends_on__lte=report.round.ends_on).order_by("-round__ends_on")
    last = list(reversed(found[:PERIODS]))
    figures = known_figures(last)
    loaded = shape_of(report.round.version, report.round.ends_on)
    rows = [row for section in loaded.sections for row in section.indicators.all()]
    trends = tuple(Trend(row, tuple(figures[one].get(Cell(row.code)) for one in last)) for row in rows)
    labels = tuple(short_label(one.round.period) for one in last)
    return Trends(tuple(one.round.title for one in last), labels, trends)


def short_label(code: str) -> str:
    """A period on the axis of a chart."""
    period = read_period(code)
    words = {
        "half": _("6T đầu %(year)s") if period.number == 1 else _("6T cuối %(year)s"),
        "quarter": _("Q%(number)s/%(year)s"), "month": _("T%(number)s/%(year)s"), "year": "%(year)s",
    }  # fmt: skip
    return words[period.type] % {"number": period.number, "year": period.year}
