"""Published pooled figures that the room may look at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import Briefing, PooledCell, PooledPublication, PublicationStatus
from phoihop.clauses.briefings.queries.meeting.briefings import rounds_of


@dataclass(frozen=True, slots=True)
class RoomFigure:
    """One indicator: its total, and its parts where it has any; None where a cell is protected."""

    code: str
    name: str
    unit: str
    round: str
    total: Decimal | None
    parts: list[tuple[str, Decimal | None]]


def published_figures(*, actor: Actor, briefing: Briefing) -> list[RoomFigure]:
    """Every indicator of the published tables of a briefing's rounds, as far as the actor may see them."""
    rounds = rounds_of(actor=actor, briefing=briefing).values("pk")
    tables = PooledPublication.objects.visible_to(actor).filter(round_id__in=rounds, status=PublicationStatus.PUBLISHED)
    cells = (
        PooledCell.objects.filter(publication__in=tables)
        .select_related("indicator__section", "code", "publication__round")
        .order_by("publication__round__title", "indicator__section__position", "indicator__position", "code__position")
    )
    found: dict[str, RoomFigure] = {}
    for cell in cells:
        key = f"{cell.publication_id}:{cell.indicator.code}"  # two tables of one briefing may both have it
        about = (key, cell.indicator.name, cell.indicator.unit, str(cell.publication.round))
        known = found.setdefault(key, RoomFigure(*about, None, []))
        if cell.code is None:
            found[key] = RoomFigure(*about, cell.value, known.parts)
        else:
            known.parts.append((str(cell.code), cell.value))
    return list(found.values())
