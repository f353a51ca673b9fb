"""Who may ask in which programme, within which limits, and how much is used."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.cells import ASKED, area_km2, cell_of, key_of
from phoihop.clauses.towers.models import DisclosurePeriod, DisclosureTerms
from phoihop.people.models import Party
from phoihop.programme.models import MemorandumStatus, Programme, ProgrammeParty

SAMPLE = (21.0, 106.0)  # a place in the Red River delta, to speak of sizes


def programmes_in_force(*, actor: Actor, asker: Party) -> QuerySet[Programme]:
    """The programmes that ``asker`` takes part in today, under a memorandum in force."""
    today = actor.today
    present = ProgrammeParty.objects.filter(Q(left_on__isnull=True) | Q(left_on__gt=today), joined_on__lte=today)
    found = Programme.objects.visible_to(actor).filter(pk__in=present.filter(party=asker).values("programme_id"))
    return found.filter(
        memoranda__status=MemorandumStatus.IN_FORCE, memoranda__starts_on__lte=today, memoranda__ends_on__gte=today
    ).distinct()


def rivals(*, actor: Actor, programme: Programme, asker: Party) -> QuerySet[ProgrammeParty]:
    """The other enterprises that take part in a programme today."""
    today = actor.today
    return ProgrammeParty.objects.filter(
        Q(left_on__isnull=True) | Q(left_on__gt=today),
        programme__in=Programme.objects.visible_to(actor).filter(pk=programme.pk),
        joined_on__lte=today, party__kind=PartyKind.ENTERPRISE.value,
    ).exclude(party_id__in={asker.pk, *actor.party_ids})  # fmt: skip


def asking_parties(*, actor: Actor) -> list[Party]:
    """The parties for which the person may ask, by name."""
    mine = actor.parties_with(Permission.MAST_DISCLOSE)
    return list(Party.objects.visible_to(actor).filter(pk__in=mine).order_by("short_name"))


def reviewing_parties(*, actor: Actor) -> list[Party]:
    """The departments whose limits the person may set."""
    mine = actor.parties_with(Permission.MAST_REVIEW)
    return list(Party.objects.visible_to(actor).filter(pk__in=mine).order_by("short_name"))


def reviewing_party(*, actor: Actor, pk: UUID) -> Party:
    """One of them.

    :raises NotVisible: another department
    """
    found = next((party for party in reviewing_parties(actor=actor) if party.pk == pk), None)
    if found is None:
        raise NotVisible
    return found


def terms_of(*, actor: Actor, regulator_id: UUID) -> DisclosureTerms:
    """A department's limits; the defaults, unsaved, where it has set none."""
    found = DisclosureTerms.objects.visible_to(actor).filter(regulator_id=regulator_id).first()
    return found or DisclosureTerms(regulator_id=regulator_id)


def period_of(day: dt.date, months: int) -> tuple[dt.date, dt.date]:
    """First and last day of the period that holds ``day``; periods begin with the year."""
    first = (day.month - 1) // months * months + 1
    start = dt.date(day.year, first, 1)
    after = first + months
    end = dt.date(day.year + (after > 12), (after - 1) % 12 + 1, 1) - dt.timedelta(days=1)
    return start, end


def running_period(*, actor: Actor, asker: Party, terms: DisclosureTerms) -> tuple[dt.date, dt.date]:
    """First and last day of the party's present period.

    A period that has begun runs to its end, also where the department changes the length of periods meanwhile: a fresh
    account and fresh answers for the same hexagons would tell twice as much. A new one begins after the last has ended,
    also where the longer period would have begun before.
    """
    accounts = DisclosurePeriod.objects.visible_to(actor).filter(
        asker=asker, regulator_id=terms.regulator_id, starts_on__lte=actor.today
    )
    begun = accounts.filter(ends_on__gte=actor.today)
    found = begun.order_by("created_at").values_list("starts_on", "ends_on").first()
    if found:
        return found
    starts_on, ends_on = period_of(actor.today, terms.period_months)
    last = accounts.order_by("-ends_on").values_list("ends_on", flat=True).first()
    return max(starts_on, last + dt.timedelta(days=1)) if last else starts_on, ends_on


@dataclass(frozen=True, slots=True)
class Budget:
    """What a party has used of a period, and what is left."""

    terms: DisclosureTerms
    starts_on: dt.date
    ends_on: dt.date
    cells: int
    masts: int

    @property
    def cells_left(self) -> int:
        """Hexagons that may still be asked for; the limit may have been lowered meanwhile."""
        return max(0, self.terms.cells_a_period - self.cells)

    @property
    def masts_left(self) -> int:
        """Masts that may still be shown."""
        return max(0, self.terms.masts_a_period - self.masts)

    @property
    def cell_km2(self) -> float:
        """About how large a hexagon is."""
        return area_km2([key_of(cell_of(*SAMPLE), ASKED)], ASKED)

    @property
    def next_on(self) -> dt.date:
        """When the next period begins."""
        return self.ends_on + dt.timedelta(days=1)

    def lacks(self, new_cells: int) -> bool:
        """Whether so many new hexagons are too many, whatever stands in them: the worst case is reckoned with."""
        return new_cells > self.cells_left or new_cells * self.terms.masts_a_cell > self.masts_left


def budget(*, actor: Actor, asker: Party, regulator_id: UUID) -> Budget:
    """The account of the present period, shared by everyone who sits for ``asker``."""
    terms = terms_of(actor=actor, regulator_id=regulator_id)
    starts_on, ends_on = running_period(actor=actor, asker=asker, terms=terms)
    found = DisclosurePeriod.objects.visible_to(actor).filter(
        asker=asker, regulator_id=regulator_id, starts_on=starts_on
    )
    used = found.first()
    return Budget(terms, starts_on, ends_on, used.cells if used else 0, used.masts if used else 0)
