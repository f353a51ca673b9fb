"""Telling people things, and the secret addresses of their calendars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import GRANTS, Actor, PartyKind, Permission, Role
from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.notices import sources
from phoihop.notices.models import Feed, Notice, OutgoingMail
from phoihop.people.models import Membership, User


def people_of(parties: Iterable[UUID], permission: Permission | None, today: dt.date) -> list[User]:
    """The active people who sit for ``parties`` now, with a role that holds ``permission`` where one is named."""
    seats = Membership.objects.filter(
        party_id__in=list(parties), ended_on__isnull=True, started_on__lte=today, user__is_active=True
    ).select_related("user", "party")
    people = {
        seat.user_id: seat.user
        for seat in seats
        if permission is None or permission in GRANTS.get((PartyKind(seat.party.kind), Role(seat.role)), frozenset())
    }
    return list(people.values())


def tell(
    *,
    actor: Actor,
    users_of: Iterable[UUID],
    text: object,
    url: str,
    key: str,
    icon: str = "bell",
    permission: Permission | None = None,
    also_self: bool = False,
    words: Mapping[str, object] | None = None,
) -> int:
    """Tell the people of some parties one thing, each in their own language; returns how many were told.

    :param text: a lazy translation, or plain text
    :param words: what goes into the ``%(name)s`` of the text, once it is in the reader's language
    :param key: the same key is told to a person once
    :param permission: only those whose role lets them act on it
    """
    people = people_of(users_of, permission, actor.today)
    told = []
    for user in people:
        if user.pk == actor.user_id and not also_self:
            continue
        with translation.override(user.language):
            said = str(text) % words if words else str(text)
            told.append(Notice(user=user, text=said[:300], url=url, icon=icon, key=key[:200]))
    Notice.objects.bulk_create(told, ignore_conflicts=True, batch_size=500)
    return len(told)


def read_notice(*, actor: Actor, pk: UUID) -> Notice:
    """Mark one of one's own notices as read.

    :raises NotVisible: it is somebody else's
    """
    notice = Notice.objects.visible_to(actor).filter(pk=pk).first()
    if notice is None:
        raise NotVisible
    Notice.objects.filter(pk=pk, read_at__isnull=True).update(read_at=actor.at)
    return notice


def read_all(*, actor: Actor) -> int:
    """Mark all of one's own notices as read."""
    return Notice.objects.visible_to(actor).filter(read_at__isnull=True).update(read_at=actor.at)


def current_feed(*, actor: Actor, programme_id: UUID | None = None) -> Feed:
    """The person's feed address, made on first use.

    :raises NotVisible: the programme is none that the person may see
    """
    if actor.user_id is None:
        raise NotAllowed
    if programme_id is not None and not sources.programme_names(actor=actor, asked=[programme_id]):
        raise NotVisible
    with transaction.atomic():
        # Of two first uses at once the second fails on the constraint, and finds the address of the first.
        feed, created = Feed.objects.get_or_create(user_id=actor.user_id, programme_id=programme_id, revoked_at=None)
        if created:
            audit.record(actor, "notices.feed.created", feed)
    return feed


def revoke_feed(*, actor: Actor, pk: UUID) -> Feed:
    """Revoke a feed's address; whoever has it gets nothing from now on.

    :raises NotVisible: it is somebody else's, or dead already
    """
    with transaction.atomic():
        old = (
            Feed.objects.select_for_update().filter(pk=pk, user_id__in=[actor.user_id], revoked_at__isnull=True).first()
        )
        if old is None:
            raise NotVisible
        Feed.objects.filter(pk=pk).update(revoked_at=actor.at)
        audit.record(actor, "notices.feed.revoked", old)
    return old


def renew_feed(*, actor: Actor, pk: UUID) -> Feed:
    """Revoke a feed's address and make a new one.

    :raises NotVisible: it is somebody else's, or dead already, or of a programme that the person sees no more
    """
    with transaction.atomic():
        old = revoke_feed(actor=actor, pk=pk)
        return current_feed(actor=actor, programme_id=old.programme_id)


def mail(
    *, to: str, subject: str, template: str, context: dict[str, object], kind: str, language: str = "vi",
    attachments: Iterable[tuple[str, bytes | str, str]] = (),
) -> OutgoingMail:  # fmt: skip
    """Send one mail, as text and HTML, and keep a record of it; a refusal of the server is kept, not raised.

    :param template: ``notices/mail/<name>``, with ``.txt`` and ``.html`` beside each other
    """
    with translation.override(language):
        context = {"base_url": settings.BASE_URL, "language": language, **context}
        text = render_to_string(f"{template}.txt", context)
        subject = " ".join(subject.split())  # a line break would forge the head of the mail
        message = EmailMultiAlternatives(subject, text, settings.DEFAULT_FROM_EMAIL, [to])
        message.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    for attachment in attachments:
        message.attach(*attachment)
    kept = OutgoingMail(to=to, subject=subject[:300], body=text, kind=kind)
    try:
        message.send()
    except OSError as problem:
        kept.error = (_("Máy chủ thư từ chối: ") + str(problem))[:300]
    else:
        kept.sent_at = timezone.now()
    kept.save(force_insert=True)
    return kept
