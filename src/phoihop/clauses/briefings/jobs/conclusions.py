"""Mailing the notice of conclusions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from phoihop.base import files
from phoihop.base.access import Actor, Permission
from phoihop.base.jobs import Progress, handler
from phoihop.clauses.briefings.models import Minutes
from phoihop.clauses.briefings.queries.minutes.minutes import own_minutes
from phoihop.notices.actions import mail, people_of
from phoihop.notices.models import Reminder
from phoihop.people.models import User


@handler("briefings.conclusions")
def send_conclusions(actor: Actor, progress: Progress, **payload: Any) -> str:
    """Mail the issued notice to everyone who follows tasks for an invited party; nobody gets it twice."""
    minutes = own_minutes(actor=actor, briefing=UUID(payload["briefing"]))
    activity = minutes.briefing.activity
    invited = [row.party_id for row in activity.participations.all() if row.party_id != activity.programme.lead_id]
    people = people_of(invited, Permission.DECISION_REPORT, actor.today)
    progress.expect(len(people))
    for done, user in enumerate(people, start=1):
        # Written down before the mail leaves: a job that stops in between mails nobody twice.
        key = f"briefings.conclusions:{minutes.notice_id}"
        _row, new = Reminder.objects.get_or_create(user=user, key=key, defaults={"sent_at": actor.at})
        if new:
            _mail_one(minutes, user)
        progress.step(done, user.full_name)
    return reverse("briefings:minutes_detail", args=[minutes.briefing_id])


def _mail_one(minutes: Minutes, user: User) -> None:
    activity, notice = minutes.briefing.activity, minutes.notice
    if notice is None:
        return
    with translation.override(user.language):
        subject = _("Thông báo kết luận: %(title)s") % {"title": activity.title}
    kept = notice.signed_file or notice.pdf
    attached = [(kept.name, files.read(kept), kept.media_type)] if kept else []
    mail(
        to=user.email, subject=subject, template="briefings/mail/conclusions", kind="activity", language=user.language,
        context={"user": user, "activity": activity, "notice": notice, "url": reverse("briefings:decision_list")},
        attachments=attached,
    )  # fmt: skip
