"""Parties for pages; what is a party's own affair is left out for the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.base.search import matches
from phoihop.people.desks import desk_of, knows_inside, manages_people, may_at_desk
from phoihop.people.lineage import ROW, Step, draw
from phoihop.people.models import Division, Party, PartyContact, Service, Succession
from phoihop.people.models.party import KIND_CHOICES

PARTS: dict[str, Any] = {"divisions": Division, "services": Service, "contacts": PartyContact}


@dataclass(frozen=True, slots=True)
class Profile:
    """A party as far as its reader may know it."""

    party: Party
    shared: bool  # the reader works with the party: mandate, needs, services, open contacts
    inside: bool  # the party's own affairs: tax code, people, every contact
    edits: bool
    manages: bool
    registers_signers: bool
    succeeds: bool
    divisions: list[Division]
    services: list[Service]
    contacts: list[PartyContact]
    lineage: list[Step]

    @property
    def lineage_height(self) -> int:
        """Of the drawing, in its own units."""
        return len(self.lineage) * ROW


def parties(*, actor: Actor, kind: str = "", text: str = "", past: bool = False) -> QuerySet[Party]:
    """The parties that ``actor`` may know of, departments first."""
    found = Party.objects.visible_to(actor).select_related("logo")
    if kind:
        found = found.filter(kind=kind)
    if text:
        found = found.filter(matches(text, "name", "short_name"))
    if not past:
        found = found.valid_on(actor.today)
    return found.order_by("-kind", "short_name")


def kinds(*, actor: Actor) -> list[tuple[str, str]]:
    """The kinds of parties that there are around ``actor``, with their labels."""
    there = set(Party.objects.visible_to(actor).order_by().values_list("kind", flat=True).distinct())
    return [(kind, str(label)) for kind, label in KIND_CHOICES if kind in there]


def visible_party(*, actor: Actor, pk: UUID) -> Party:
    """One party.

    :raises NotVisible: no such party for this person
    """
    found = Party.objects.visible_to(actor).select_related("registered_by", "logo").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def own_party(*, actor: Actor, pk: UUID) -> Party:
    """A party whose own affairs the reader knows, or whose people they manage.

    :raises NotVisible: somebody else's, even where its profile is known
    """
    party = visible_party(actor=actor, pk=pk)
    if not knows_inside(actor, party) and not manages_people(actor, party):
        raise NotVisible
    return party


def party_profile(*, actor: Actor, pk: UUID) -> Profile:
    """Everything of a party that ``actor`` may know.

    :raises NotVisible: no such party for this person
    """
    party = visible_party(actor=actor, pk=pk)
    inside = knows_inside(actor, party)
    shared = Party.objects.visible_to(replace(actor, is_keeper=False)).filter(pk=pk).exists()
    contacts = PartyContact.objects.filter(party=party)
    return Profile(
        party=party,
        shared=shared,
        inside=inside,
        edits=may_at_desk(actor, Permission.PARTY_EDIT, party),
        manages=manages_people(actor, party),
        registers_signers=may_at_desk(actor, Permission.SIGNER_REGISTER, party),
        succeeds=may_succeed(actor=actor, party=party),
        divisions=list(Division.objects.filter(party=party)) if shared else [],
        services=list(Service.objects.filter(party=party)) if shared else [],
        contacts=list(contacts if inside else contacts.filter(for_all_parties=True)) if shared else [],
        lineage=draw(party, _chain(party), actor.today),
    )


def may_succeed(*, actor: Actor, party: Party) -> bool:
    """Whether ``actor`` records who took over from ``party``; of departments, the keeper too."""
    if party.valid_to is not None and party.valid_to < actor.today:
        return False
    founder = actor.is_keeper and party.registered_by_id is None
    return founder or actor.may(Permission.PARTY_CREATE, desk_of(actor, party))


def _chain(party: Party) -> list[Succession]:
    """Every succession that leads to the party or on from it."""
    found: dict[UUID, Succession] = {}
    for there, back in (("predecessor", "successor"), ("successor", "predecessor")):
        frontier = {party.pk}
        while frontier:
            rows = Succession.objects.filter(**{f"{back}_id__in": frontier}).exclude(pk__in=found)
            new = list(rows.select_related("predecessor", "successor"))
            found |= {row.pk: row for row in new}
            frontier = {getattr(row, f"{there}_id") for row in new}
    return sorted(found.values(), key=lambda row: row.on)


def registrar_of(*, actor: Actor) -> Party | None:
    """The regulator for which ``actor`` registers parties."""
    return Party.objects.filter(pk__in=actor.parties_with(Permission.PARTY_CREATE)).order_by("created_at").first()


def successors(*, actor: Actor, party: Party) -> QuerySet[Party]:
    """Parties that could take over from ``party``."""
    found = Party.objects.visible_to(actor).filter(kind=party.kind).valid_on(actor.today)
    if party.registered_by_id is not None:
        found = found.filter(registered_by_id=party.registered_by_id)
    return found.exclude(pk=party.pk).order_by("name")


def part_rows(*, actor: Actor, party: Party, part: str) -> list[Any]:
    """All divisions, services or contacts of a party whose profile the reader edits.

    :raises NotVisible: somebody else's party, or no such part
    """
    model = PARTS.get(part)
    if model is None or not may_at_desk(actor, Permission.PARTY_EDIT, party):
        raise NotVisible
    return list(model._default_manager.filter(party=party))


def division_choices(*, actor: Actor, party: Party) -> QuerySet[Division]:
    """The divisions that a person of the party can belong to."""
    return Division.objects.filter(party=Party.objects.visible_to(actor).filter(pk=party.pk)[:1])


def short_names(*, actor: Actor) -> dict[UUID, str]:
    """What the parties that one may see are called, for pages of the ground floor."""
    return dict(Party.objects.visible_to(actor).values_list("pk", "short_name"))


def logo_is_visible(actor: Actor, pk: UUID) -> bool:
    """Guard of logos: whoever knows of the party sees its sign."""
    return Party.objects.visible_to(actor).filter(pk=pk).exists()


def regulators(*, actor: Actor) -> QuerySet[Party]:
    """The departments of the installation, for the keeper."""
    found = Party.objects.filter(kind=PartyKind.REGULATOR) if actor.is_keeper else Party.objects.none()
    return found.order_by("name")
