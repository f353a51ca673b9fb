"""Papers and the register."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.papers.models import Paper, PaperStatus, PaperType, RegisteredSigner, TrustedIssuer
from phoihop.people.models import Party


def visible_paper(*, actor: Actor, pk: UUID) -> Paper:
    """One paper with its files and round.

    :raises NotVisible: no such paper for this person
    """
    found = (
        Paper.objects.visible_to(actor)
        .select_related("party", "pdf", "docx", "signed_file", "replaces", "round")
        .prefetch_related(Prefetch("audience", Party.objects.order_by("short_name")))
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def register(
    *, actor: Actor, year: int | None = None, type: str = "", text: str = "", status: str = "", party: UUID | None = None
) -> QuerySet[Paper]:
    """Papers that ``actor`` may see, newest number first; ``text`` looks in abstract, symbol and number."""
    found = Paper.objects.visible_to(actor).select_related("party", "pdf")
    if year:
        found = found.filter(Q(year=year) | Q(year__isnull=True, created_at__year=year))
    if type:
        found = found.filter(type=type)
    if status:
        found = found.filter(status=status)
    if party:
        found = found.filter(party_id=party)
    for word in text.split():
        number = Q(number=int(word.split("/")[0])) if word.split("/")[0].isdigit() else Q()
        found = found.filter(Q(abstract__icontains=word) | Q(symbol__icontains=word) | number)
    return found.order_by("-year", "-number", "-created_at")


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


TYPE_CHOICES = PaperType.choices
STATUS_CHOICES = PaperStatus.choices


def own_register(*, actor: Actor, **asked: Any) -> QuerySet[Paper]:
    """The register of one's own bodies alone, for taking away."""
    bodies = actor.parties_with(Permission.PAPER_NUMBER) | actor.parties_with(Permission.PAPER_WRITE)
    found = register(actor=actor, **asked).filter(party_id__in=bodies)
    return found.prefetch_related("audience")


def signers_of(*, actor: Actor, party: UUID) -> QuerySet[RegisteredSigner]:
    """Who signs for a party: for the party itself and the regulator that keeps its record."""
    mine = Q(party_id__in=actor.party_ids) | Q(party__registered_by_id__in=actor.regulator_ids)
    return RegisteredSigner.objects.filter(mine, party_id=party).order_by("-valid_from")


def party_of_signers(*, actor: Actor, pk: UUID) -> Party:
    """A party whose signers the reader may see.

    :raises NotVisible: somebody else's
    """
    mine = Q(pk__in=actor.party_ids) | Q(registered_by_id__in=actor.regulator_ids)
    found = Party.objects.visible_to(actor).filter(mine, pk=pk).select_related("registered_by").first()
    if found is None:
        raise NotVisible
    return found


def visible_signer(*, actor: Actor, party: UUID, pk: UUID) -> RegisteredSigner:
    """One signer.

    :raises NotVisible: somebody else's
    """
    found = signers_of(actor=actor, party=party).select_related("party__registered_by").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def issuers(*, actor: Actor) -> QuerySet[TrustedIssuer]:
    """The authorities that are trusted, for the keeper."""
    return TrustedIssuer.objects.all() if actor.is_keeper else TrustedIssuer.objects.none()


def visible_issuer(*, actor: Actor, pk: UUID) -> TrustedIssuer:
    """One authority.

    :raises NotVisible: the reader is no keeper
    """
    found = issuers(actor=actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found
