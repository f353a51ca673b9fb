"""Parties for pages; what is a party's own affair is left out for the others."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from phoihop.base.access import Actor, PartyKind
from phoihop.base.errors import NotVisible
from phoihop.people.models import Division, Party, PartyContact, Service, Succession
from phoihop.people.models.party import KIND_CHOICES as KIND_CHOICES


def parties(*, actor: Actor, kind: str = "", text: str = "", past: bool = False) -> QuerySet[Party]:
    """The parties that ``actor`` may know of."""
    found = Party.objects.visible_to(actor).select_related("logo")
    if kind:
        found = found.filter(kind=kind)
    if text:
        found = found.filter(Q(name__icontains=text) | Q(short_name__icontains=text))
    if not past:
        found = found.valid_on(actor.today)
    return found.order_by("-kind", "short_name")


def visible_party(*, actor: Actor, pk: UUID) -> Party:
    """One party with its parts.

    :raises NotVisible: no such party for this person
    """
    found = (
        Party.objects.visible_to(actor)
        .select_related("registered_by", "logo")
        .prefetch_related(
            Prefetch("divisions", Division.objects.order_by("position", "name")),
            Prefetch("services", Service.objects.order_by("name")),
        )
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def knows_inside(*, actor: Actor, party: Party) -> bool:
    """Whether the reader sees what is the party's own affair: the party itself, and the regulator that keeps it."""
    return party.pk in actor.party_ids or party.registered_by_id in actor.regulator_ids


def shown_contacts(*, actor: Actor, party: Party) -> QuerySet[PartyContact]:
    """All contacts for the party and its regulator; for others those that it opened."""
    found = PartyContact.objects.filter(party=party).order_by("matter")
    return found if knows_inside(actor=actor, party=party) else found.filter(for_all_parties=True)


def lineage(*, actor: Actor, party: Party) -> list[Succession]:
    """From whom the party took over, and who took over from it, in order of time."""
    if not Party.objects.visible_to(actor).filter(pk=party.pk).exists():
        raise NotVisible
    found = Succession.objects.filter(Q(predecessor=party) | Q(successor=party))
    return list(found.select_related("predecessor", "successor").order_by("on"))


def registrar_of(*, actor: Actor) -> Party | None:
    """The regulator for which ``actor`` registers parties."""
    return Party.objects.visible_to(actor).filter(pk__in=actor.regulator_ids).order_by("created_at").first()


def successors(*, actor: Actor, party: Party) -> QuerySet[Party]:
    """Parties that could take over from ``party``."""
    found = Party.objects.visible_to(actor).filter(kind=party.kind, registered_by_id=party.registered_by_id)
    return found.exclude(pk=party.pk).order_by("name")


def part_row(*, actor: Actor, party: Party, part: str, pk: UUID) -> Any:
    """One division, service or contact of a party whose inside the reader knows.

    :raises NotVisible: somebody else's
    """
    if not knows_inside(actor=actor, party=party):
        raise NotVisible
    model: Any = {"divisions": Division, "services": Service, "contacts": PartyContact}.get(part)
    row = model._default_manager.filter(party=party, pk=pk).first() if model else None
    if row is None:
        raise NotVisible
    return row


def logo_is_visible(actor: Actor, pk: UUID) -> bool:
    """Guard of logos."""
    return Party.objects.visible_to(actor).filter(pk=pk).exists()


def regulators(*, actor: Actor) -> QuerySet[Party]:
    """The departments of the installation, for the keeper."""
    found = Party.objects.filter(kind=PartyKind.REGULATOR) if actor.is_keeper else Party.objects.none()
    return found.order_by("name")
