"""What a person of a programme hands over: the activities they run, and what their party owes."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, PartyKind, Role, Seat
from phoihop.notices import sources
from phoihop.people.handover import OpenWork
from phoihop.people.models import Membership, Party, User
from phoihop.programme.happenings import address_of
from phoihop.programme.models import Activity


def _seats(user: User, party: Party) -> tuple[Seat, ...]:
    rows = Membership.objects.filter(user=user, party=party, ended_on__isnull=True)
    return tuple(Seat(party.pk, PartyKind(party.kind), Role(row.role)) for row in rows)


def open_programme_work(user: User, party: Party) -> Iterable[OpenWork]:
    """Activities that the person runs, then everything due that the party owes."""
    run = Activity.objects.filter(responsible=user, programme__lead=party).unfinished()
    for activity in run.order_by("starts_at"):
        day = timezone.localtime(activity.starts_at, timezone.get_default_timezone()).date()
        yield OpenWork(_("Hoạt động phụ trách"), activity.title, address_of(activity), day)
    actor = Actor(user.pk, str(user), _seats(user, party))
    for due in sources.dues(actor=actor):
        if due.party_id == party.pk:
            yield OpenWork(due.source or _("Việc cần làm"), due.title, due.url, due.due_on)


def pass_programme_work(from_user: User, to_user: User, party: Party, actor: Actor) -> None:
    """The successor runs the activities from now on; what is due follows the party by itself."""
    Activity.objects.filter(responsible=from_user, programme__lead=party).unfinished().update(responsible=to_user)
