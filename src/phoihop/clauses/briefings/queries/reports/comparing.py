"""All parties' figures side by side, for the department alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.filling.figures import change_percent, signed_percent
from phoihop.clauses.briefings.models import Dimension, Indicator, Report, ReportForm, ReportRound
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, shape_of
from phoihop.clauses.briefings.queries.reports.earlier import Figures, known_figures
from phoihop.clauses.briefings.queries.reports.rounds import GIVEN
from phoihop.clauses.briefings.queries.reports.trends import short_label
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.people.models import AdminUnit, Party

PERIODS = 8


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One party's figures of an indicator: over the periods, in this one, a year ago."""

    party: Party
    values: tuple[Decimal | None, ...]
    now: Decimal | None
    last_year: Decimal | None
    parts: tuple[Decimal | None, ...]

    @property
    def change(self) -> Decimal | None:
        """Percent against the same period of the year before."""
        return change_percent(self.now, self.last_year)

    @property
    def change_text(self) -> str:
        """The change with its sign."""
        return signed_percent(self.change)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that the page of comparisons shows."""

    forms: tuple[ReportForm, ...]
    form: ReportForm
    rounds: tuple[ReportRound, ...]
    round: ReportRound
    indicators: tuple[Indicator, ...]
    indicator: Indicator
    labels: tuple[str, ...]
    lines: tuple[PartyLine, ...]
    dimensions: tuple[Dimension, ...]
    dimension: Dimension | None
    part_names: tuple[str, ...]
    areas: tuple[dict[str, Any], ...]

    @property
    def total(self) -> Decimal:
        """Of all parties in this period."""
        return sum((line.now for line in self.lines if line.now is not None), Decimal(0))

    @property
    def part_rows(self) -> list[tuple[str, list[Decimal | None], Decimal]]:
        """Value by value of the breakdown: its name, each party's figure, and all together."""
        columns = [[line.parts[number] for line in self.lines] for number in range(len(self.part_names))]
        totals = [sum((one for one in column if one is not None), Decimal(0)) for column in columns]
        return list(zip(self.part_names, columns, totals, strict=True))


def comparison(
    *, actor: Actor, form: str = "", period: str = "", indicator: str = "", dimension: str = ""
) -> Comparison | None:
    """The figures of all parties of the actor's department; None where nothing was ever asked.

    :raises NotVisible: the actor sits for no department
    """
    if not actor.regulator_ids:
        raise NotVisible
    rounds = ReportRound.objects.filter(programme__lead_id__in=actor.regulator_ids, status__in=GIVEN)
    known = list(
        rounds.select_related("version__form", "programme")
        .annotate(asked=Count("reports"))
        .order_by("-ends_on", "-asked", "title")
    )
    if not known:
        return None
    forms = list({one.version.form_id: one.version.form for one in known}.values())
    chosen = next((one for one in forms if str(one.pk) == form), forms[0])
    mine = [one for one in known if one.version.form_id == chosen.pk]
    shown = next((one for one in mine if one.period == period), mine[0])
    return _Comparing(actor, forms, chosen, mine, shown).build(indicator, dimension)


@dataclass(frozen=True, slots=True)
class _Comparing:
    """Puts one comparison together."""

    actor: Actor
    forms: Sequence[ReportForm]
    form: ReportForm
    rounds: Sequence[ReportRound]  # newest first
    round: ReportRound

    def build(self, indicator: str, dimension: str) -> Comparison | None:
        loaded = shape_of(self.round.version, self.round.ends_on)
        indicators = [row for section in loaded.sections for row in section.indicators.all()]
        if not indicators:
            return None
        row = next((one for one in indicators if one.code == indicator), indicators[0])
        dimensions = tuple(row.dimensions.all())
        by = next((one for one in dimensions if one.code == dimension), dimensions[0] if dimensions else None)
        codes = loaded.codes[by.pk] if by else ()
        last = [one for one in reversed(self.rounds) if one.ends_on <= self.round.ends_on][-PERIODS:]
        lines = self._lines(row.code, [code.code for code in codes], last)
        return Comparison(
            tuple(self.forms), self.form, tuple(self.rounds), self.round, tuple(indicators), row,
            tuple(short_label(one.period) for one in last), lines, dimensions, by, tuple(code.name for code in codes),
            self._areas(loaded, by, lines),
        )  # fmt: skip

    def _lines(self, code: str, parts: Sequence[str], last: Sequence[ReportRound]) -> tuple[PartyLine, ...]:
        year_ago = read_period(self.round.period).last_year.code
        wanted = {one.pk for one in last} | {one.pk for one in self.rounds if one.period == year_ago}
        reports = list(self._reports().filter(round_id__in=wanted))
        figures = known_figures(reports, [code])
        found: dict[tuple[UUID, str], Figures] = {(one.party_id, one.round.period): figures[one] for one in reports}
        parties = sorted({one.party for one in reports}, key=lambda party: party.short_name)

        def value(party: Party, period: str, part: str | None = None) -> Decimal | None:
            return found.get((party.pk, period), {}).get(Cell(code, part))

        return tuple(
            PartyLine(
                party, tuple(value(party, one.period) for one in last), value(party, self.round.period),
                value(party, year_ago), tuple(value(party, self.round.period, part) for part in parts),
            )
            for party in parties
        )  # fmt: skip

    def _reports(self) -> QuerySet[Report]:
        return Report.objects.visible_to(self.actor).select_related("party", "round")

    def _areas(
        self, loaded: LoadedForm, by: Dimension | None, lines: Sequence[PartyLine]
    ) -> tuple[dict[str, Any], ...]:
        """The outlines of a breakdown by area, with the total of all parties in each."""
        codes = loaded.codes[by.pk] if by else ()
        units = {code.unit_id for code in codes if code.unit_id}
        if not units:
            return ()
        outlines = _outlines(units)
        found = []
        for number, code in enumerate(codes):
            outline = outlines.get(code.unit_id) if code.unit_id else None
            if outline:
                given = [line.parts[number] for line in lines]
                total = sum((one for one in given if one is not None), Decimal(0))
                found.append({"name": code.name, "outline": outline, "value": total})
        return tuple(found)


def _outlines(units: set[UUID]) -> dict[UUID, list[Any]]:
    return dict(AdminUnit.objects.filter(pk__in=units).values_list("pk", "outline"))
