"""Who writes letters, and to whom."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.papers.description_json import unpack
from phoihop.papers.letter_text import text_of
from phoihop.papers.models import Paper, PaperStatus, PaperType
from phoihop.people.models import Party


def letter_writer(*, actor: Actor) -> Party | None:
    """The body for which ``actor`` writes papers."""
    bodies = actor.parties_with(Permission.PAPER_WRITE)
    return Party.objects.visible_to(actor).filter(pk__in=bodies).order_by("-kind", "created_at").first()


def letter_readers(*, actor: Actor, party: Party) -> QuerySet[Party]:
    """Present parties that a letter may go to."""
    found = Party.objects.visible_to(actor).valid_on(actor.today)
    return found.exclude(pk=party.pk).order_by("kind", "short_name")


def is_editable(*, actor: Actor, paper: Paper) -> bool:
    """Whether it is the draft of a letter with a text that people typed, and ``actor`` writes papers of its body."""
    if not actor.may(Permission.PAPER_WRITE, paper.party_id):
        return False
    if paper.type != PaperType.LETTER or paper.status != PaperStatus.DRAFT or not paper.description:
        return False
    return text_of(unpack(paper.description).body) is not None


def typed_letter(*, actor: Actor, paper: Paper) -> dict[str, Any]:
    """What was typed into the form of a draft letter.

    :raises NotVisible: it is no letter that can be edited here
    """
    if not is_editable(actor=actor, paper=paper):
        raise NotVisible
    readers = list(paper.audience.values_list("pk", flat=True))
    return {"to": readers, "subject": paper.abstract, "body": text_of(unpack(paper.description).body)}
