"""Invitations: mails with an answerable calendar entry, and papers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission
from phoihop.base.jobs import Progress, handler
from phoihop.notices import calendar
from phoihop.notices.actions import mail, people_of
from phoihop.notices.models import Reminder
from phoihop.papers.present_signer import signature_of
from phoihop.people.models import User
from phoihop.programme.actions.activity_papers import draw_invitation
from phoihop.programme.happenings import attendee_of, happening_of, organizer_of
from phoihop.programme.kinds import kind_of
from phoihop.programme.models import Activity
from phoihop.programme.queries.activity import visible_activity


@handler("programme.invite")
def send_invitations(actor: Actor, progress: Progress, **payload: Any) -> str:
    """Mail every person who may answer; whoever had the mail already is passed over when the job runs again."""
    activity = visible_activity(actor=actor, pk=UUID(payload["activity"]))
    guests = [row.party_id for row in activity.participations.all() if row.party_id != activity.programme.lead_id]
    people = people_of(guests, Permission.ACTIVITY_ANSWER, actor.today)
    progress.expect(len(people))
    for done, user in enumerate(people, start=1):
        key = f"activity.mail:{activity.pk}:{payload['sequence']}"
        # Written down before the mail leaves: a job that stops in between mails nobody twice.
        _row, new = Reminder.objects.get_or_create(user=user, key=key, defaults={"sent_at": actor.at})
        if new:
            _mail_one(activity, user, actor)
        progress.step(done, user.full_name)
    return reverse("programme:activity_detail", args=[activity.pk])


def _mail_one(activity: Activity, user: User, actor: Actor) -> None:
    entry = calendar.invitation(
        happening_of(activity), organizer=organizer_of(activity), attendee=attendee_of(user), now=actor.at
    )
    with translation.override(user.language):
        subject = _("Mời tham dự: %(title)s") % {"title": activity.title}
    mail(
        to=user.email, subject=subject, template="programme/mail/invitation", kind="activity", language=user.language,
        context={"user": user, "activity": activity, "url": reverse("programme:activity_detail", args=[activity.pk])},
        attachments=[("invitation.ics", entry, "text/calendar; method=REQUEST")],
    )  # fmt: skip


@handler("programme.invitations")
def draw_all_invitations(actor: Actor, progress: Progress, **payload: Any) -> str:
    """Draw an invitation on paper for every party; the job's note names those whose issued one no longer fits."""
    activity = visible_activity(actor=actor, pk=UUID(payload["activity"]))
    guests = [row.party for row in activity.participations.select_related("party")]
    guests = [party for party in guests if party.pk != activity.programme.lead_id]
    progress.expect(len(guests))
    signer = signature_of(activity.programme.lead, on=actor.today)
    annexes = tuple(kind_of(activity.kind).annexes(actor, activity))
    behind = []
    for done, party in enumerate(guests, start=1):
        if draw_invitation(actor=actor, activity=activity, guest=party, signer=signer, annexes=annexes).behind:
            behind.append(party.short_name)
        progress.step(done, party.short_name)
    if behind:
        note = _("Giấy mời đã trình ký hoặc ban hành được giữ nguyên dù hoạt động đã thay đổi: %(parties)s.")
        progress.step(len(guests), note % {"parties": ", ".join(behind)})
    return reverse("programme:activity_detail", args=[activity.pk])
