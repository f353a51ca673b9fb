"""What is missing in papers: signatures whose turn it is, and numbers that wait for the clerk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission
from phoihop.papers.models import Paper, PaperStatus
from phoihop.papers.queries.rounds import is_turn, open_rounds

NUMBER_DAYS = 2


@dataclass(frozen=True, slots=True)
class PaperDue:
    """One thing due; papers lie below notices, so the spine hands these on."""

    key: str
    title: str
    url: str
    party_id: UUID
    owed_to_id: UUID
    due_on: dt.date | None
    icon: str


def paper_dues(actor: Actor) -> Iterable[PaperDue]:
    """Signatures that one's party owes, or that are owed to it; numbers that one's body has to give."""
    yield from _signatures(actor)
    yield from _numbers(actor)


def _signatures(actor: Actor) -> Iterator[PaperDue]:
    for round_ in open_rounds(actor=actor):
        issuer = round_.paper.party_id
        for slot in round_.slots.all():
            if is_turn(round_, slot) and ({slot.party_id, issuer} & actor.party_ids):
                yield PaperDue(
                    f"papers.sign:{slot.pk}", _("Ký: %(paper)s") % {"paper": round_.paper.abstract},
                    reverse("papers:round_detail", args=[round_.pk]), slot.party_id, issuer, round_.due_on, "signature",
                )  # fmt: skip


def _numbers(actor: Actor) -> Iterator[PaperDue]:
    bodies = actor.parties_with(Permission.PAPER_NUMBER)
    waiting = Paper.objects.visible_to(actor).filter(party_id__in=bodies, status=PaperStatus.SIGNED)
    for paper in waiting:
        yield PaperDue(
            f"papers.number:{paper.pk}", _("Cấp số, phát hành: %(paper)s") % {"paper": paper.abstract},
            reverse("papers:paper_detail", args=[paper.pk]), paper.party_id, paper.party_id,
            paper.signed_on and paper.signed_on + dt.timedelta(days=NUMBER_DAYS), "hash",
        )  # fmt: skip
