"""What goes out by the clock: one digest a person a day, each stage of each due thing once."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import ngettext

from phoihop.base.access import Actor
from phoihop.notices import sources
from phoihop.notices.actions import mail
from phoihop.notices.models import Notice, Reminder
from phoihop.notices.sources import Due
from phoihop.people.models import User
from phoihop.people.seats import actor_for

log = logging.getLogger(__name__)
SOON_DAYS = 7
DIGEST_HOUR = 7  # local time from which the day's digest may go out


def stage_of(due: Due, today: dt.date) -> str:
    """``soon``, ``today`` or ``overdue``; empty where it is too early to remind."""
    if due.due_on is None or due.due_on - today > dt.timedelta(days=SOON_DAYS):
        return ""
    if due.due_on < today:
        return "overdue"
    return "today" if due.due_on == today else "soon"


def _new_reminders(user: User, owed: Iterable[Due], actor: Actor) -> dict[str, Due]:
    """The due things whose present stage the person was not reminded of, by the key to note them under."""
    staged = {f"{due.key}:{due.due_on}:{stage}": due for due in owed if (stage := stage_of(due, actor.today))}
    known = set(Reminder.objects.filter(user=user, key__in=staged).values_list("key", flat=True))
    return {key: due for key, due in staged.items() if key not in known}


def _note(user: User, keys: Iterable[str], at: dt.datetime) -> None:
    Reminder.objects.bulk_create([Reminder(user=user, key=key, sent_at=at) for key in keys], ignore_conflicts=True)


def _subject(reminders: int, overdue: int, notices: int) -> str:
    """What the mail is about: what is due before what is new."""
    if not reminders:
        return ngettext("Phối Hợp: %(count)s tin mới", "Phối Hợp: %(count)s tin mới", notices) % {"count": notices}
    if overdue:
        return ngettext(
            "Phối Hợp: %(count)s việc cần làm, %(overdue)s việc quá hạn",
            "Phối Hợp: %(count)s việc cần làm, %(overdue)s việc quá hạn",
            reminders,
        ) % {"count": reminders, "overdue": overdue}
    words = ngettext("Phối Hợp: %(count)s việc cần làm", "Phối Hợp: %(count)s việc cần làm", reminders)
    return words % {"count": reminders}


def send_digest(user: User, at: dt.datetime) -> bool:
    """Send one person what is new and due; nothing where there is nothing to say.

    Where the mail server refuses, nothing counts as told, and the next hour tries again.
    """
    actor = actor_for(user, at=at)
    with transaction.atomic(), translation.override(user.language):
        User.objects.select_for_update().get(pk=user.pk)  # a second node that ticks now waits, and finds it sent
        owed = [due for due in sources.dues(actor=actor) if due.party_id in actor.party_ids]
        owed = [due for due in owed if due.user_id in (None, user.pk)]
        reminders = _new_reminders(user, owed, actor)
        notices = list(Notice.objects.filter(user=user, read_at__isnull=True, mailed_at__isnull=True)[:50])
        if not reminders and not notices:
            return False
        overdue = sum(due.overdue(actor.today) for due in reminders.values())
        subject = _subject(len(reminders), overdue, len(notices))
        context = {"user": user, "reminders": list(reminders.values()), "notices": notices, "today": actor.today}
        sent = mail(
            to=user.email, subject=subject, template="notices/mail/digest", context=context, kind="digest",
            language=user.language,
        )  # fmt: skip
        if sent.sent_at is None:
            _note(user, [_key_of_refusal(at)], at)
            return False
        Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=at)
        _note(user, [*reminders, _key_of_day(at)], at)
    return True


def _key_of_day(at: dt.datetime) -> str:
    """Under which the digest of a local day is noted, so that what comes up later waits for the next morning."""
    return f"digest:{timezone.localtime(at, timezone.get_default_timezone()).date().isoformat()}"


def _key_of_refusal(at: dt.datetime) -> str:
    """Under which a refusal is noted, so that a dead mail server is asked once an hour and not at every tick."""
    return f"digest-refused:{timezone.localtime(at, timezone.get_default_timezone()):%Y-%m-%dT%H}"


def send_due(*, at: dt.datetime) -> int:
    """Send today's digests from seven in the morning on; safe to call often. Returns how many went out."""
    if timezone.localtime(at, timezone.get_default_timezone()).hour < DIGEST_HOUR:
        return 0
    had_one = Reminder.objects.filter(key__in=[_key_of_day(at), _key_of_refusal(at)]).values("user_id")
    people = User.objects.filter(is_active=True, memberships__ended_on=None).exclude(pk__in=had_one).distinct()
    return sum(_sent_safely(user, at) for user in people)


def _sent_safely(user: User, at: dt.datetime) -> bool:
    """Whether one person's digest went out; what is wrong with one must not keep the others from theirs."""
    try:
        return send_digest(user, at)
    except Exception:
        log.exception("the digest of %s failed", user.pk)
        return False
