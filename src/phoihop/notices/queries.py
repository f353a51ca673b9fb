"""Notices and feeds for pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.notices import sources
from phoihop.notices.models import Feed, Notice, OutgoingMail
from phoihop.people.models import User


def inbox(*, actor: Actor) -> QuerySet[Notice]:
    """One's notices, newest first."""
    return Notice.objects.visible_to(actor)


def unread_count(*, actor: Actor) -> int:
    """How many notices one has not read."""
    return Notice.objects.visible_to(actor).filter(read_at__isnull=True).count() if actor.signed_in else 0


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A feed in use and what it holds."""

    feed: Feed
    name: str


def feeds(*, actor: Actor) -> list[FeedLine]:
    """One's feeds that are in use, oldest first."""
    found = list(Feed.objects.filter(user_id__in=[actor.user_id], revoked_at__isnull=True).order_by("created_at"))
    asked = [feed.programme_id for feed in found if feed.programme_id]
    names = sources.programme_names(actor=actor, asked=asked)
    every, gone = _("Mọi chương trình"), _("Chương trình không còn xem được")
    return [FeedLine(feed, names.get(feed.programme_id, gone) if feed.programme_id else every) for feed in found]


def own_mail(*, actor: Actor) -> QuerySet[OutgoingMail]:
    """The mails sent to one's own address; readable here where no mail server is set."""
    address = User.objects.filter(pk__in=[actor.user_id]).values("email")
    return OutgoingMail.objects.filter(to__in=address)


def feed_of_secret(*, actor: Actor, secret: str) -> Feed:
    """The feed behind a secret address; the address is the key, so any caller may ask.

    :raises NotVisible: unknown or revoked, or the person's account is disabled
    """
    found = Feed.objects.select_related("user").filter(secret=secret, revoked_at__isnull=True).first()
    if found is None or not found.user.is_active:
        raise NotVisible
    Feed.objects.filter(pk=found.pk).update(last_read_at=actor.at)
    return found
