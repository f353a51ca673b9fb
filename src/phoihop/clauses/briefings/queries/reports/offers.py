"""What may be taken over into a report: figures that the product counts itself, and stocks of the period before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from phoihop.base.access import Actor
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import Indicator, Nature, Report, ValueSource
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm
from phoihop.clauses.briefings.queries.reports.earlier import Earlier, earlier_figures
from phoihop.programme.facts import fact_of


@dataclass(frozen=True, slots=True)
class Offer:
    """A figure to take over, and where it comes from."""

    value: Decimal
    source: ValueSource
    label: str = ""


def offers_for(
    *, actor: Actor, report: Report, loaded: LoadedForm, earlier: Earlier | None = None
) -> dict[Cell, Offer]:
    """For each cell what may be taken over; what the product knows goes before the last period."""
    if report.party_id not in actor.party_ids:
        return {}
    known = earlier if earlier is not None else earlier_figures(report)
    found: dict[Cell, Offer] = {}
    for section in loaded.sections:
        for row in section.indicators.all():
            if row.nature == Nature.STOCK:
                found |= _stocks(loaded, row, known)
            offer = _fact(actor, report, row)
            if offer is not None:
                found[Cell(row.code)] = offer
    return found


def _stocks(loaded: LoadedForm, row: Indicator, known: Earlier) -> dict[Cell, Offer]:
    cells = loaded.shape.by_code[row.code].cells
    figures = known.previous or {}
    return {cell: Offer(figures[cell], ValueSource.PREVIOUS) for cell in cells if cell in figures}


def _fact(actor: Actor, report: Report, row: Indicator) -> Offer | None:
    fact = fact_of(row.fact) if row.fact else None
    if fact is None:
        return None
    value = fact.ask(actor, report.party_id, report.round.starts_on, report.round.ends_on)
    return None if value is None else Offer(value, ValueSource.FACT, str(fact.label))
