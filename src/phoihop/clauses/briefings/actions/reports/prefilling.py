"""Taking over what is known already: figures of the product, and stocks of the period before."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from django.db import transaction

from phoihop.base.access import Actor, Permission, require
from phoihop.clauses.briefings.actions.reports.cells import Place
from phoihop.clauses.briefings.actions.reports.filling import open_report, record_filling
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import Report, ReportValue, ValueSource
from phoihop.clauses.briefings.queries.forms.shapes import shape_of
from phoihop.clauses.briefings.queries.reports.offers import offers_for


def take_offers(
    *, actor: Actor, report: Report, sources: Collection[str] = (ValueSource.FACT, ValueSource.PREVIOUS)
) -> int:
    """Fill the cells that are still blank with what is known; figures that somebody typed stay. Returns how many.

    :param sources: ``FACT`` for what the product counts itself, ``PREVIOUS`` for stocks of the period before
    :raises NotOpen: the report takes no figures now
    """
    require(actor, Permission.FIGURES_FILL, party=report.party_id)
    with transaction.atomic():
        row = open_report(actor, report)
        loaded = shape_of(row.round.version, row.round.ends_on)
        known = {(one.indicator_id, one.code_id): one for one in ReportValue.objects.filter(report=row)}
        taken: dict[ValueSource, list[Cell]] = {}
        for cell, offer in offers_for(actor=actor, report=row, loaded=loaded).items():
            place = loaded.row_ids[cell]
            if offer.source in sources and _fill(actor, row, known.get(place), place, offer.value, offer.source):
                taken.setdefault(offer.source, []).append(cell)
        for source, cells in taken.items():
            record_filling(actor, row, cells, source)
    return sum(map(len, taken.values()))


def _fill(
    actor: Actor, report: Report, row: ReportValue | None, place: Place, value: Decimal,
    source: ValueSource,
) -> bool:  # fmt: skip
    if row is None:
        ReportValue.objects.create(
            report=report, indicator_id=place[0], code_id=place[1], value=value, source=source,
            changed_by_id=actor.user_id, changed_at=actor.at,
        )  # fmt: skip
        return True
    if row.value is not None or row.typed:
        return False
    ReportValue.objects.filter(pk=row.pk).update(
        value=value, source=source, version=row.version + 1, changed_by_id=actor.user_id, changed_at=actor.at
    )
    return True
