"""Accepted figures, for whatever is made of all parties' figures together. Pages never call these: no actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import F

from phoihop.clauses.briefings.models import ReportRound, ValueEdition

AcceptedValue = tuple[UUID, str, str | None, Decimal]


@dataclass(frozen=True, slots=True)
class AcceptedCell:
    """One accepted figure with all that names it; ``dimension`` and ``code`` are empty for a total."""

    party_id: UUID
    indicator_id: UUID
    indicator: str
    value: Decimal
    estimate: bool
    dimension: str = ""
    code: str = ""
    code_id: UUID | None = None


def accepted_cells(*, rounds: Iterable[ReportRound]) -> dict[UUID, list[AcceptedCell]]:
    """The figures of each round as they were accepted last, blanks left out.

    A report that was opened again for a correction keeps its last accepted figures here until it is accepted anew.
    """
    wanted = [round_.pk for round_ in rounds]
    found: dict[UUID, list[AcceptedCell]] = {pk: [] for pk in wanted}
    rows = ValueEdition.objects.filter(
        report__round_id__in=wanted, edition=F("report__edition"), value__isnull=False
    ).order_by("report__party__short_name", "indicator__section__position", "indicator__position", "code__position")
    for round_id, party, indicator_id, indicator, value, estimate, dimension, code, code_id in rows.values_list(
        "report__round_id", "report__party_id", "indicator_id", "indicator__code", "value", "estimate",
        "code__dimension__code", "code__code", "code_id",
    ):  # fmt: skip
        if value is not None:
            cell = AcceptedCell(party, indicator_id, indicator, value, estimate, dimension or "", code or "", code_id)
            found[round_id].append(cell)
    return found


def accepted_values(*, round: ReportRound) -> list[AcceptedValue]:  # noqa: A002 - a round of reports is called so
    """The accepted figures of a round: party, code of the indicator, code of the breakdown or None, value."""
    cells = accepted_cells(rounds=[round])[round.pk]
    return [(cell.party_id, cell.indicator, cell.code or None, cell.value) for cell in cells]
