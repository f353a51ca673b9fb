"""Passes by mail."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.jobs import Progress, handler
from phoihop.clauses.briefings.agenda.pass_paper import pass_pdf
from phoihop.clauses.briefings.agenda.passes import address_of
from phoihop.clauses.briefings.models import Briefing, Pass
from phoihop.clauses.briefings.queries.meeting.briefings import led_briefing
from phoihop.notices.actions import mail


@handler("briefings.passes")
def send_passes(actor: Actor, progress: Progress, **payload: Any) -> str:
    """Mail each person named their pass; whoever had this pass already is passed over when the job runs again."""
    briefing = led_briefing(actor=actor, pk=UUID(payload["briefing"]))
    waiting = Pass.objects.filter(briefing=briefing, attendee__isnull=False, mailed_at__isnull=True)
    rows = list(waiting.exclude(attendee__email="").select_related("attendee__participation__party"))
    progress.expect(len(rows))
    for done, row in enumerate(rows, start=1):
        # Written down before the mail leaves: a job that stops in between mails nobody twice.
        if Pass.objects.filter(pk=row.pk, mailed_at__isnull=True).update(mailed_at=actor.at):
            _mail_one(briefing, row)
        progress.step(done, row.attendee.participation.party.short_name if row.attendee else "")
    return reverse("briefings:delegate_list", args=[briefing.pk])


def _mail_one(briefing: Briefing, row: Pass) -> None:
    code = address_of(row)
    if row.attendee is None or not code:
        return
    content = pass_pdf(briefing, row.attendee, code, row.stands_in_for)
    mail(
        to=row.attendee.email, subject=_("Thẻ dự họp: %(title)s") % {"title": briefing.activity.title},
        template="briefings/mail/pass", kind="activity", attachments=[("the-du-hop.pdf", content, "application/pdf")],
        context={"person": row.attendee, "activity": briefing.activity, "stands_in_for": row.stands_in_for},
    )  # fmt: skip
