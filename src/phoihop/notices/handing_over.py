"""What a person's notices leave behind: the unread ones go to the successor, the calendar's address dies."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.notices.models import Feed, Notice
from phoihop.people.handover import OpenWork
from phoihop.people.models import Membership, Party, User


def _sat_elsewhere(user: User, party: Party) -> bool:
    """A notice does not say for which party it was: of whoever sat for another too, none is passed on."""
    return Membership.objects.filter(user=user).exclude(party=party).exists()


def unread_notices(user: User, party: Party) -> Iterable[OpenWork]:
    """Notices that the person has not read."""
    if _sat_elsewhere(user, party):
        return
    for notice in Notice.objects.filter(user=user, read_at__isnull=True).order_by("created_at")[:100]:
        yield OpenWork(_("Thông báo chưa đọc"), notice.text, notice.url)


def pass_notices(from_user: User, to_user: User, party: Party, actor: Actor) -> None:
    """Copy what was not read, and revoke the feeds of whoever sits for no other party."""
    if not _sat_elsewhere(from_user, party):
        unread = Notice.objects.filter(user=from_user, read_at__isnull=True)
        copies = [Notice(user=to_user, text=n.text, url=n.url, icon=n.icon, key=n.key) for n in unread]
        Notice.objects.bulk_create(copies, ignore_conflicts=True)
    elsewhere = Membership.objects.filter(user=from_user, ended_on__isnull=True).exclude(party=party)
    if not elsewhere.exists():
        Feed.objects.filter(user=from_user, revoked_at__isnull=True).update(revoked_at=actor.at)
