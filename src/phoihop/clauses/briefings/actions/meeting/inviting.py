"""Inviting: notice, mail with an answerable calendar entry, passes."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit, jobs
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.models import Job
from phoihop.clauses.briefings.actions.meeting.delegates import make_missing_passes
from phoihop.clauses.briefings.agenda.keeping import BEFORE, locked, told_anew
from phoihop.clauses.briefings.models import Briefing, BriefingStatus
from phoihop.programme.actions.activity.lifecycle import open_activity
from phoihop.programme.actions.activity.participation import invite_participants
from phoihop.programme.models import ActivityStatus


def invite_parties(*, actor: Actor, briefing: Briefing) -> Job:
    """Invite every party; whoever has the mail already gets none again.

    :raises Refused: the agenda is empty, or there are no hours yet
    """
    lead = briefing.activity.programme.lead_id
    require(actor, Permission.BRIEFING_RUN, party=lead)
    with transaction.atomic():
        now = locked(briefing, states=BEFORE)
        if not now.items.all().on_the_agenda().exists():
            raise Refused(_("Chương trình chưa có nội dung nào. Hãy lập chương trình rồi mời."))
        if now.activity.all_day:
            raise Refused(_("Hoạt động chưa có giờ họp. Hãy ghi giờ bắt đầu, kết thúc rồi mời."))
        told_anew(now)
        now.activity.refresh_from_db()
        if now.activity.status == ActivityStatus.SCHEDULED:
            open_activity(actor=actor, activity=now.activity)
        if now.status == BriefingStatus.PREPARING:
            Briefing.objects.filter(pk=now.pk).update(status=BriefingStatus.INVITED)
        make_missing_passes(actor=actor, briefing=now)
        audit.record(actor, "briefings.briefing.invited", now, party=lead)
        return invite_participants(actor=actor, activity=now.activity)


def mail_passes(*, actor: Actor, briefing: Briefing) -> Job:
    """Mail each person named their pass, as a job."""
    lead = briefing.activity.programme.lead_id
    require(actor, Permission.BRIEFING_RUN, party=lead)
    with transaction.atomic():
        make_missing_passes(actor=actor, briefing=briefing)
        audit.record(actor, "briefings.passes.mailed", briefing, party=lead)
        title = _("Gửi thẻ dự họp: %(title)s") % {"title": briefing.activity.title}
        return jobs.start(actor=actor, kind="briefings.passes", title=title, briefing=str(briefing.pk))
