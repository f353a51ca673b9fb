"""Pooled tables with the eyes of one reader: totals, and one's own figure and share beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Prefetch, Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import (
    FormSection,
    Indicator,
    OwnShare,
    PooledCell,
    PooledPublication,
    PublicationStatus,
    Report,
    ReportRound,
    ValueEdition,
)
from phoihop.people.models import Party

Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class PooledRow:
    """One line of a table.

    :ivar total: None where it is hidden
    :ivar own, share: of the reader's party; the share in percent, only where it may be told
    :ivar why, truth: for the department alone: why it is hidden, and what it is
    """

    indicator: Indicator
    name: str
    total: Decimal | None
    own: Decimal | None = None
    share: Decimal | None = None
    why: str = ""
    truth: Decimal | None = None
    parts: tuple[PooledRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PooledSection:
    """The lines of one section of the form."""

    title: str
    rows: tuple[PooledRow, ...]


def rounds_to_pool(*, actor: Actor) -> QuerySet[ReportRound]:
    """The rounds of the actor's department with how many reports were accepted, newest first."""
    led = actor.parties_with(Permission.FIGURES_POOL)
    rows = ReportRound.objects.filter(programme__lead_id__in=led).exclude(status__in=["draft", "cancelled"])
    tables = PooledPublication.objects.order_by("-number")
    return (
        rows.select_related("version__form")
        .annotate(expected=Count("reports"), accepted=Count("reports", filter=Q(reports__edition__gte=1)))
        .prefetch_related(Prefetch("publications", tables))
        .order_by("-ends_on", "title")
    )


def published(*, actor: Actor) -> QuerySet[PooledPublication]:
    """Published tables that the actor may read, newest period first."""
    found = PooledPublication.objects.visible_to(actor).filter(status=PublicationStatus.PUBLISHED)
    return found.select_related("round__version__form").order_by("-round__ends_on", "round__title")


def visible_publication(*, actor: Actor, pk: UUID) -> PooledPublication:
    """One table.

    :raises NotVisible: the actor may not read it, or not yet
    """
    found = PooledPublication.objects.visible_to(actor).filter(pk=pk)
    row = found.select_related("round__programme__lead", "round__version__form", "made_by").first()
    if row is None:
        raise NotVisible
    return row


def keeps(*, actor: Actor, publication: PooledPublication) -> bool:
    """Whether the actor's department made the table."""
    return publication.round.programme.lead_id in actor.party_ids


def reading_party(*, actor: Actor, publication: PooledPublication) -> Party | None:
    """The party whose own figures stand beside the totals: one of the actor's that was asked."""
    mine = actor.party_ids - {publication.round.programme.lead_id}
    row = Report.objects.filter(round_id=publication.round_id, party_id__in=mine).select_related("party").first()
    return row.party if row else None


def table(*, actor: Actor, publication: PooledPublication) -> list[PooledSection]:
    """The whole table, section by section."""
    publication = visible_publication(actor=actor, pk=publication.pk)
    party, lead = reading_party(actor=actor, publication=publication), keeps(actor=actor, publication=publication)
    cells = _cells(publication)
    own = _figures(publication.round_id, party) if party else {}
    shares = _shares(publication, party) if party else {}
    truths = _truths(publication) if lead else {}
    sections: dict[UUID, tuple[FormSection, dict[UUID, tuple[Indicator, list[PooledRow], list[PooledRow]]]]] = {}
    for cell in cells:
        key = (cell.indicator.code, cell.code.code if cell.code else None)
        line = PooledRow(
            cell.indicator, cell.code.name if cell.code else cell.indicator.name, cell.value, own.get(key),
            shares.get(key), cell.why if lead else "", truths.get(key),
        )  # fmt: skip
        _, rows = sections.setdefault(cell.indicator.section_id, (cell.indicator.section, {}))
        _, totals, parts = rows.setdefault(cell.indicator_id, (cell.indicator, [], []))
        (parts if cell.code else totals).append(line)
    return [
        PooledSection(section.title, tuple(_joined(*rows) for rows in lines.values()))
        for section, lines in sections.values()
    ]


def _joined(indicator: Indicator, totals: Sequence[PooledRow], parts: Sequence[PooledRow]) -> PooledRow:
    total = totals[0] if totals else PooledRow(indicator, indicator.name, None)
    return PooledRow(
        indicator, total.name, total.total, total.own, total.share, total.why, total.truth, tuple(parts)
    )  # fmt: skip


def _cells(publication: PooledPublication) -> QuerySet[PooledCell]:
    return (
        PooledCell.objects.filter(publication=publication)
        .select_related("indicator__section", "code__dimension")
        .order_by("indicator__section__position", "indicator__position", "code__dimension__name", "code__position")
    )


def _figures(round_id: UUID, party: Party) -> dict[Key, Decimal]:
    """A party's accepted figures."""
    rows = ValueEdition.objects.filter(report__round_id=round_id, report__party=party, value__isnull=False)
    last = rows.aggregate(last=Max("edition"))["last"]
    found = rows.filter(edition=last).values_list("indicator__code", "code__code", "value")
    return {(indicator, code): value for indicator, code, value in found if value is not None}


def _shares(publication: PooledPublication, party: Party) -> dict[Key, Decimal]:
    rows = OwnShare.objects.filter(publication=publication, party=party)
    return {
        (indicator, code): share
        for indicator, code, share in rows.values_list("indicator__code", "code__code", "percent")
    }


def _truths(publication: PooledPublication) -> dict[Key, Decimal]:
    """What the totals are, of the editions that the table was made of."""
    editions: Mapping[str, int] = publication.audit.get("basis", {}).get("editions", {})
    rows = ValueEdition.objects.filter(report__round_id=publication.round_id, value__isnull=False)
    found: dict[Key, Decimal] = {}
    for party, edition, indicator, code, value in rows.values_list(
        "report__party_id", "edition", "indicator__code", "code__code", "value"
    ):
        if value is not None and editions.get(str(party)) == edition:
            found[indicator, code] = found.get((indicator, code), Decimal(0)) + value
    return found


@dataclass(frozen=True, slots=True)
class PooledTrend:
    """One indicator over the published periods of a form; None where it is hidden or blank."""

    indicator: Indicator
    periods: tuple[str, ...]
    totals: tuple[Decimal | None, ...]
    own: tuple[Decimal | None, ...]


def trend(*, actor: Actor, publication: PooledPublication, code: str) -> PooledTrend | None:
    """The published totals of an indicator, with one's own figures; None where the table does not have it."""
    publication = visible_publication(actor=actor, pk=publication.pk)
    cell = PooledCell.objects.filter(publication=publication, indicator__code=code, code=None)
    here = cell.select_related("indicator").first()
    if here is None:
        return None
    tables = PooledPublication.objects.visible_to(actor).filter(
        Q(status=PublicationStatus.PUBLISHED) | Q(pk=publication.pk),
        round__version__form_id=publication.round.version.form_id,
        round__programme_id=publication.round.programme_id, round__ends_on__lte=publication.round.ends_on,
    )  # fmt: skip
    newest = {one.round_id: one for one in tables.select_related("round").order_by("round__ends_on", "number")}
    rows = PooledCell.objects.filter(publication__in=newest.values(), indicator__code=code, code=None)
    totals = dict(rows.values_list("publication_id", "value"))
    own = _own_over(actor, publication, newest, code)
    return PooledTrend(
        here.indicator, tuple(one.round.period for one in newest.values()),
        tuple(totals.get(one.pk) for one in newest.values()), tuple(own.get(pk) for pk in newest),
    )  # fmt: skip


def _own_over(
    actor: Actor, publication: PooledPublication, newest: Mapping[UUID, PooledPublication], code: str
) -> dict[UUID, Decimal]:
    party = reading_party(actor=actor, publication=publication)
    if party is None:
        return {}
    rows = ValueEdition.objects.filter(
        report__round_id__in=list(newest), report__party=party, indicator__code=code, code=None, value__isnull=False
    ).order_by("edition")
    found = rows.values_list("report__round_id", "value")
    return {round_id: value for round_id, value in found if value is not None}


def areas(*, actor: Actor, publication: PooledPublication, code: str) -> list[dict[str, Any]]:
    """The outlines of an indicator's areas with the totals that are shown; none where it has no such breakdown."""
    publication = visible_publication(actor=actor, pk=publication.pk)
    cells = PooledCell.objects.filter(
        publication=publication, indicator__code=code, code__unit__isnull=False, value__isnull=False
    )
    rows = cells.order_by("code__position").values_list("code__name", "code__unit__outline", "value")
    return [{"name": name, "outline": outline, "value": value} for name, outline, value in rows if outline]
