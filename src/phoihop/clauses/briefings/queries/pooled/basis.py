"""What a pooled table is made of: accepted figures, and what was told before. For actions alone: no actor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F

from phoihop.clauses.briefings.models import (
    Nature,
    PooledCell,
    PooledPublication,
    ProtectionRules,
    Report,
    ReportRound,
    ValueEdition,
)
from phoihop.clauses.briefings.pooling.figures import Place, Told
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, shape_of
from phoihop.cores.disclosure import Rules

DEFAULTS = {"minimum": 3, "p_percent": 10.0, "prior_percent": 100.0, "colluding": 1}


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything that decides what of a round's totals may be shown.

    :ivar editions: party → edition of its report; a table made of others is out of date
    :ivar told_ids: the earlier publications that were looked at
    """

    loaded: LoadedForm
    additive: tuple[str, ...]
    editions: Mapping[str, int]
    sheet: Mapping[str, Mapping[Place, float]]
    told: Sequence[Told]
    told_ids: tuple[str, ...]
    rules: Rules

    @property
    def stamp(self) -> dict[str, Any]:
        """Kept with a publication, to see later whether it still holds."""
        asked = repr((self.loaded.shape, self.additive, self.loaded.day)).encode()
        found = {
            "editions": dict(self.editions), "told": self.told_ids, "rules": self.rules.as_dict(),
            "asked": hashlib.sha256(asked).hexdigest(),
        }  # fmt: skip
        plain: dict[str, Any] = json.loads(json.dumps(found))  # as the database gives it back
        return plain


def basis_of(round_: ReportRound) -> Basis:
    """The basis of a round's pooled table, as things stand now."""
    loaded = shape_of(round_.version, round_.ends_on)
    indicators = [row for section in loaded.sections for row in section.indicators.all()]
    flows = {row.code for row in indicators if row.nature == Nature.FLOW}
    editions = editions_of(round_)
    earlier = list(_earlier(round_))
    return Basis(
        loaded, tuple(row.code for row in indicators if row.additive), editions, sheet_of(round_, editions),
        [told for one in earlier for told in _told(one, round_, flows)], tuple(str(one.pk) for one in earlier),
        rules_of(round_.programme.lead_id),
    )  # fmt: skip


def editions_of(round_: ReportRound) -> dict[str, int]:
    """Of each party whose report was ever accepted, the last edition."""
    rows = Report.objects.filter(round=round_, edition__gte=1).order_by("party_id")
    return {str(party): edition for party, edition in rows.values_list("party_id", "edition")}


def sheet_of(round_: ReportRound, editions: Mapping[str, int]) -> dict[str, dict[Place, float]]:
    """The figures of these editions."""
    rows = ValueEdition.objects.filter(report__round=round_, value__isnull=False).annotate(of=F("report__party_id"))
    found: dict[str, dict[Place, float]] = {}
    for party, edition, indicator, code, value in rows.values_list(
        "of", "edition", "indicator__code", "code__code", "value"
    ):
        if value is not None and editions.get(str(party)) == edition:
            found.setdefault(str(party), {})[indicator, code] = float(value)
    return found


def rules_of(regulator_id: UUID) -> Rules:
    """The rules of a department, or those to begin with."""
    kept = ProtectionRules.objects.filter(regulator_id=regulator_id).first()
    return rules_from(kept.rules if kept else DEFAULTS)


def rules_from(kept: Mapping[str, Any]) -> Rules:
    """Rules as they were kept.

    :raises BadInput: a number out of its range
    """
    dominance = tuple((int(n), float(k)) for n, k in kept.get("dominance", ()))
    return Rules(
        **{**DEFAULTS, **{name: value for name, value in kept.items() if name in DEFAULTS}}, dominance=dominance
    )


def _earlier(round_: ReportRound) -> Sequence[PooledPublication]:
    """Whatever the parties once read of figures of the same time, withdrawn or not, the oldest first.

    Also what overlaps with what overlaps: a half is told by its year and the other half.
    """
    rows = PooledPublication.objects.filter(round__programme_id=round_.programme_id, published_at__isnull=False)
    found = list(rows.select_related("round__programme").order_by("published_at"))
    first, last = round_.starts_on, round_.ends_on
    while True:
        near = [one for one in found if one.round.starts_on <= last and one.round.ends_on >= first]
        reach = (
            min([first, *(one.round.starts_on for one in near)]),
            max([last, *(one.round.ends_on for one in near)]),
        )
        if reach == (first, last):
            return near
        first, last = reach


def _told(one: PooledPublication, round_: ReportRound, flows: set[str]) -> list[Told]:
    """What a table told: flows of its period; stocks where they are of the same day."""
    editions = one.audit.get("basis", {}).get("editions", {})
    sheet = sheet_of(one.round, editions)
    cells: dict[Place, float] = {
        (indicator, code): float(value)
        for indicator, code, value in PooledCell.objects.filter(publication=one, value__isnull=False).values_list(
            "indicator__code", "code__code", "value"
        )
        if value is not None
    }
    found = [Told(sheet, {at: value for at, value in cells.items() if at[0] in flows}, _relation(one.round, round_))]
    if one.round.ends_on == round_.ends_on:
        found.append(Told(sheet, {at: value for at, value in cells.items() if at[0] not in flows}))
    return found


def _relation(other: ReportRound, round_: ReportRound) -> str:
    """Of the other's period to the present one; ``aside`` where they only meet through a third."""
    if (other.starts_on, other.ends_on) == (round_.starts_on, round_.ends_on):
        return "same"
    if other.starts_on >= round_.starts_on and other.ends_on <= round_.ends_on:
        return "within"
    return "around" if other.starts_on <= round_.starts_on and other.ends_on >= round_.ends_on else "aside"
