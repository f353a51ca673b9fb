"""At the door: who came, by code or by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotAllowed, NotVisible, Refused, Stale
from phoihop.clauses.briefings.agenda.keeping import locked
from phoihop.clauses.briefings.agenda.passes import make_passes
from phoihop.clauses.briefings.models import Briefing, BriefingStatus, Pass
from phoihop.people.models import Party
from phoihop.programme.actions.activity.participation import MAX_PEOPLE
from phoihop.programme.models import Answer, Attendee, Participation

AT_THE_DOOR = (BriefingStatus.PREPARING, BriefingStatus.INVITED, BriefingStatus.RUNNING, BriefingStatus.ENDED)


class AlreadyIn(Refused):
    """The person was checked in before."""


def require_desk(actor: Actor, briefing: Briefing) -> None:
    """The department's officer, or its clerk who keeps the minutes.

    :raises NotAllowed: the actor is neither
    """
    lead = briefing.activity.programme.lead_id
    if not (actor.may(Permission.BRIEFING_RUN, lead) or actor.may(Permission.MINUTES_WRITE, lead)):
        raise NotAllowed


def check_in(*, actor: Actor, briefing: Briefing, attendee: Attendee) -> Pass:
    """Let a person in, once.

    :raises AlreadyIn: says when it was
    """
    require_desk(actor, briefing)
    with transaction.atomic():
        now = locked(briefing, states=AT_THE_DOOR)
        row = Attendee.objects.select_related("participation__party").filter(pk=attendee.pk).first()
        if row is None or row.participation.activity_id != now.activity_id:
            raise Stale
        if row.present:
            raise AlreadyIn(_("%(name)s đã được điểm danh trước đó.") % {"name": row.name})
        found = _let_in(actor, now, row)
        _count(row.participation)
        audit.record(
            actor, "briefings.door.checked_in", row.participation, party=row.participation.party,
            after={"name": row.name},
        )  # fmt: skip
    return found


def _let_in(actor: Actor, briefing: Briefing, row: Attendee) -> Pass:
    """Write down that a person is here, and when."""
    found = Pass.objects.filter(attendee=row).first() or make_passes(briefing, [row])[0]
    Attendee.objects.filter(pk=row.pk).update(present=True)
    Pass.objects.filter(pk=found.pk).update(checked_in_at=actor.at, checked_in_by_id=actor.user_id)
    found.checked_in_at = actor.at
    return found


def _count(row: Participation, unnamed: int = 0) -> None:
    """A party came if one of its people did, or people whom nobody named."""
    named = row.attendees.filter(present=True).count()
    present = named + unnamed
    Participation.objects.filter(pk=row.pk).update(attended=bool(present) or None, present=present)


def add_walk_in(*, actor: Actor, briefing: Briefing, party: Party, name: str, position: str = "") -> Attendee:
    """Let in somebody whom no list names."""
    require_desk(actor, briefing)
    if not name.strip():
        raise Refused(_("Hãy ghi họ tên người đến dự."), field="name")
    with transaction.atomic():
        now = locked(briefing, states=AT_THE_DOOR)
        row = now.activity.participations.filter(party=party).first()
        if row is None and party.pk == now.activity.programme.lead_id:  # the host is at home without an invitation
            row = Participation.objects.create(activity=now.activity, party=party, answer=Answer.YES)
        if row is None:
            raise NotVisible
        attendee = Attendee.objects.create(participation=row, name=name.strip()[:150], position=position[:150])
        _let_in(actor, now, attendee)
        _count(row)
        audit.record(actor, "briefings.door.walked_in", row, party=party, after={"name": attendee.name})
    return attendee


def record_attendance(
    *, actor: Actor, briefing: Briefing, present: Collection[UUID], unnamed: Mapping[UUID, int]
) -> int:
    """Take the whole list at once; returns how many people are there.

    :param present: the people who are there
    :param unnamed: party → how many more, whose names nobody took
    """
    require_desk(actor, briefing)
    if any(not 0 <= count <= MAX_PEOPLE for count in unnamed.values()):
        raise Refused(_("Số người có mặt phải từ 0 đến 500."))
    with transaction.atomic():
        now = locked(briefing, states=AT_THE_DOOR)
        rows = now.activity.participations.select_related("party").prefetch_related("attendees")
        total = 0
        for row in rows:
            for one in row.attendees.all():
                if one.pk in present and not one.present:
                    _let_in(actor, now, one)
                elif one.pk not in present and one.present:
                    Attendee.objects.filter(pk=one.pk).update(present=False)
                    Pass.objects.filter(attendee=one).update(checked_in_at=None, checked_in_by=None)
            _count(row, unnamed.get(row.party_id, 0))
            row.refresh_from_db(fields=["present"])
            total += row.present
        audit.record(
            actor, "briefings.door.list_taken", now, party=now.activity.programme.lead_id, after={"present": total}
        )
    return total
