"""Who is invited, who comes, who came; people are their own party's and the department's alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.agenda.passes import address_of, hash_of
from phoihop.clauses.briefings.models import Briefing, Pass
from phoihop.people.models import Party
from phoihop.programme.models import Attendee, Participation


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a party, with the pass."""

    row: Attendee
    way_in: Pass | None
    late: bool = False  # came after the meeting had begun

    @property
    def stands_in_for(self) -> str:
        """Whom the person replaces."""
        return self.way_in.stands_in_for if self.way_in else ""


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One party: its answer and its people; both empty for a rival's eyes."""

    party: Party
    row: Participation | None
    people: list[Person]

    @property
    def named_present(self) -> int:
        """How many of those named came."""
        return sum(one.row.present for one in self.people)

    @property
    def unnamed(self) -> int:
        """How many more came, whose names nobody took."""
        return max(0, self.row.present - self.named_present) if self.row else 0


def party_lines(*, actor: Actor, briefing: Briefing) -> list[PartyLine]:
    """Every party that takes part; of rivals the name alone."""
    people = Attendee.objects.select_related("briefing_pass").order_by("name")
    rows = Participation.objects.filter(activity_id=briefing.activity_id).select_related("party")
    found = rows.prefetch_related(Prefetch("attendees", people)).order_by("-party__kind", "party__short_name")
    lead = briefing.activity.programme.lead_id
    start = briefing.started_at or briefing.activity.starts_at
    lines = []
    for row in found:
        if lead in actor.party_ids or row.party_id in actor.party_ids:
            lines.append(PartyLine(row.party, row, [_person(one, start) for one in row.attendees.all()]))
        else:
            lines.append(PartyLine(row.party, None, []))
    return lines


def _person(row: Attendee, start: dt.datetime) -> Person:
    way_in = getattr(row, "briefing_pass", None)
    came = way_in.checked_in_at if way_in else None
    return Person(row, way_in, row.present and came is not None and came > start)


def own_lines(*, actor: Actor, briefing: Briefing) -> list[PartyLine]:
    """The parties whose people the actor may see and change."""
    may = actor.parties_with(Permission.ACTIVITY_ANSWER)
    lines = [line for line in party_lines(actor=actor, briefing=briefing) if line.row is not None]
    if actor.may(Permission.ACTIVITY_RUN, briefing.activity.programme.lead_id):
        return lines
    return [line for line in lines if line.party.pk in may]


def own_line(*, actor: Actor, briefing: Briefing, party: UUID) -> PartyLine:
    """One of them.

    :raises NotVisible: somebody else's
    """
    found = next((one for one in own_lines(actor=actor, briefing=briefing) if one.party.pk == party), None)
    if found is None:
        raise NotVisible
    return found


def own_person(*, actor: Actor, briefing: Briefing, pk: UUID) -> Person:
    """One person whom the actor may see and change.

    :raises NotVisible: somebody else's
    """
    for line in own_lines(actor=actor, briefing=briefing):
        for person in line.people:
            if person.row.pk == pk:
                return person
    raise NotVisible


def code_of(*, actor: Actor, briefing: Briefing, pk: UUID) -> str:
    """What the QR code of a person's pass says.

    :raises NotVisible: somebody else's, or without a pass
    """
    person = own_person(actor=actor, briefing=briefing, pk=pk)
    code = address_of(person.way_in) if person.way_in else ""
    if not code:
        raise NotVisible
    return code


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the door finds for a code."""

    way_in: Pass
    person: Attendee | None  # None: an old code, whose person is not on the list any more
    party: Party | None


def arrival(*, actor: Actor, token: str) -> Arrival | None:
    """What a code opens, for the department whose briefing it is; None where it is no code of its briefings."""
    found = (
        Pass.objects.filter(token_hash=hash_of(token), briefing__in=Briefing.objects.visible_to(actor))
        .select_related("briefing__activity__programme", "attendee__participation__party", "checked_in_by")
        .first()
    )
    if found is None or found.briefing.activity.programme.lead_id not in actor.party_ids:
        return None
    person = found.attendee
    return Arrival(found, person, person.participation.party if person else None)
