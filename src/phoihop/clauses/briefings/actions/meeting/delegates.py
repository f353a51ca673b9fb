"""Who comes: people that a party sends, and who comes instead of whom."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused, Stale
from phoihop.clauses.briefings.agenda.keeping import OPEN, locked
from phoihop.clauses.briefings.agenda.passes import make_passes, new_pass
from phoihop.clauses.briefings.models import Briefing, Pass
from phoihop.people.models import Party
from phoihop.programme.actions.activity.participation import MAX_PEOPLE
from phoihop.programme.models import Attendee, Participation


def _require_party(actor: Actor, briefing: Briefing, party: Party) -> None:
    """The party itself, or the department for it."""
    if not actor.may(Permission.ACTIVITY_RUN, briefing.activity.programme.lead_id):
        require(actor, Permission.ACTIVITY_ANSWER, party=party)


def _participation(briefing: Briefing, party: Party | UUID) -> Participation:
    pk = party if isinstance(party, UUID) else party.pk
    found = Participation.objects.filter(activity_id=briefing.activity_id, party_id=pk).first()
    if found is None:
        raise NotVisible
    return found


def name_delegate(
    *, actor: Actor, briefing: Briefing, party: Party, name: str, position: str = "", email: str = ""
) -> Attendee:
    """Name one person that a party sends; the person has a pass at once."""
    _require_party(actor, briefing, party)
    participation = _participation(briefing, party)
    if participation.attendees.count() >= MAX_PEOPLE:
        raise Refused(_("Danh sách có nhiều hơn 500 người. Hãy bỏ bớt rồi thêm."))
    with transaction.atomic():
        now = locked(briefing, states=OPEN)
        if participation.attendees.filter(name=name.strip()).exists():
            raise Refused(_("Đơn vị đã có người tên này trong danh sách. Hãy ghi thêm chức vụ vào tên."), field="name")
        attendee = Attendee.objects.create(
            participation=participation, name=name.strip()[:150], position=position[:150], email=email
        )
        make_passes(now, [attendee])
        audit.record(actor, "briefings.delegate.named", participation, party=party, after={"name": attendee.name})
    return attendee


def send_deputy(
    *, actor: Actor, briefing: Briefing, attendee: Attendee, name: str, position: str = "", email: str = ""
) -> Attendee:
    """Send somebody else instead: the pass of the person replaced opens the door no more.

    :raises Refused: the person is there already
    """
    participation = attendee.participation
    _require_party(actor, briefing, participation.party)
    with transaction.atomic():
        now = locked(briefing, states=OPEN)
        row = Attendee.objects.select_for_update().filter(pk=attendee.pk).first()
        if row is None:
            raise Stale
        _refuse_present(row)
        replaced = row.name
        first = Pass.objects.filter(attendee=row).values_list("stands_in_for", flat=True).first() or replaced
        Pass.objects.filter(attendee=row).update(attendee=None)
        Attendee.objects.filter(pk=row.pk).update(name=name.strip()[:150], position=position[:150], email=email)
        row.refresh_from_db()
        new_pass(now, row, stands_in_for=first).save(force_insert=True)
        after = {"name": row.name, "instead_of": replaced}
        audit.record(actor, "briefings.delegate.replaced", participation, party=participation.party, after=after)
    return row


def remove_delegate(*, actor: Actor, briefing: Briefing, attendee: Attendee) -> None:
    """Send somebody no more; the pass becomes an old one."""
    participation = attendee.participation
    _require_party(actor, briefing, participation.party)
    with transaction.atomic():
        locked(briefing, states=OPEN)
        row = Attendee.objects.filter(pk=attendee.pk).first()
        if row is None:
            raise Stale
        _refuse_present(row)
        before = {"name": row.name}
        audit.record(actor, "briefings.delegate.removed", participation, party=participation.party, before=before)
        row.delete()


def _refuse_present(row: Attendee) -> None:
    if row.present:
        raise Refused(_("Người này đã được điểm danh có mặt nên không thay, không bỏ được."))


def make_missing_passes(*, actor: Actor, briefing: Briefing, party: Party | None = None) -> int:
    """A pass for each person who has none yet, of one party or, for the department, of all; returns how many."""
    lead = briefing.activity.programme.lead
    _require_party(actor, briefing, party or lead)
    if party is None:
        require(actor, Permission.ACTIVITY_RUN, party=lead)
    with transaction.atomic():
        now = locked(briefing, states=OPEN)
        without = Attendee.objects.filter(participation__activity_id=now.activity_id, briefing_pass__isnull=True)
        if party is not None:
            without = without.filter(participation__party=party)
        made = make_passes(now, without)
        if made:
            audit.record(actor, "briefings.passes.made", now, party=party or lead, after={"count": len(made)})
    return len(made)
