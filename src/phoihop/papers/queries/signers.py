"""Signers of parties, and the authorities that are trusted."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.papers.models import RegisteredSigner, TrustedIssuer
from phoihop.people.models import Party


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
