"""Papers and the register."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.base.search import matches
from phoihop.papers.models import Paper, PaperStatus, PaperType
from phoihop.people.models import Party

LONGEST_NUMBER = 9  # digits that fit the column
TYPE_CHOICES = PaperType.choices
STATUS_CHOICES = PaperStatus.choices


def visible_paper(*, actor: Actor, pk: UUID) -> Paper:
    """One paper with its files and round.

    :raises NotVisible: no such paper for this person
    """
    found = (
        Paper.objects.visible_to(actor)
        .select_related("party", "pdf", "docx", "signed_file", "replaces")
        .prefetch_related(Prefetch("audience", Party.objects.order_by("short_name")))
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def register(
    *,
    actor: Actor,
    year: int | None = None,
    kind: str = "",
    text: str = "",
    status: str = "",
    party: UUID | None = None,
) -> QuerySet[Paper]:
    """Papers that ``actor`` may see, those without number first, then the newest number.

    :param kind: abbreviation of the type
    :param text: words of the abstract or symbol, or a number
    """
    found = Paper.objects.visible_to(actor).select_related("party", "pdf")
    if year is not None:
        found = found.filter(Q(year=year) | Q(year__isnull=True, created_at__year=year))
    if kind:
        found = found.filter(type=kind)
    if status:
        found = found.filter(status=status)
    if party:
        found = found.filter(party_id=party)
    for word in text.split():
        found = found.filter(_matches(word))
    return found.order_by(F("year").desc(nulls_first=True), F("number").desc(nulls_first=True), "-created_at")


def _matches(word: str) -> Q:
    """A word of the abstract or symbol, a number, or number and symbol as one writes them: ``05/BC-STTTT``."""
    here = matches(word, "abstract", "symbol")
    first, slash, rest = word.partition("/")
    if not (first.isascii() and first.isdecimal() and len(first) <= LONGEST_NUMBER):
        return here
    numbered = Q(number=int(first))
    return here | (numbered & matches(rest, "symbol") if slash else numbered)


def to_number(*, actor: Actor) -> QuerySet[Paper]:
    """Signed papers of the clerk's own bodies that wait for a number, oldest signature first."""
    bodies = actor.parties_with(Permission.PAPER_NUMBER)
    waiting = Paper.objects.visible_to(actor).filter(party_id__in=bodies, status=PaperStatus.SIGNED)
    return waiting.select_related("party", "pdf").order_by("signed_on", "created_at")


def papers_of(*, actor: Actor, subject_label: str, subject_id: UUID) -> QuerySet[Paper]:
    """The papers that belong to one row, as far as ``actor`` may see them."""
    found = Paper.objects.visible_to(actor).filter(subject_label=subject_label, subject_id=subject_id)
    return found.exclude(status=PaperStatus.VOID).select_related("party", "pdf", "docx").order_by("created_at")


def paper_file_is_visible(actor: Actor, pk: UUID) -> bool:
    """Guard of the files that papers hold."""
    return Paper.objects.visible_to(actor).filter(pk=pk).exists()


def own_register(*, actor: Actor, **asked: Any) -> QuerySet[Paper]:
    """The register of one's own bodies alone, for taking away."""
    bodies = actor.parties_with(Permission.PAPER_NUMBER) | actor.parties_with(Permission.PAPER_WRITE)
    found = register(actor=actor, **asked).filter(party_id__in=bodies)
    return found.prefetch_related("audience")
