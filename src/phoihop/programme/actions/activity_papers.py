"""Drawing an activity's papers into the register."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import jobs
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.models import Job
from phoihop.papers.actions.papers import draw_paper
from phoihop.papers.models import Paper, RegisteredSigner
from phoihop.papers.rendering import Signature
from phoihop.people.models import Party
from phoihop.programme.describe.activity import invitation_paper, minutes_paper, notice_paper
from phoihop.programme.models import Activity, Participation


def signer_of(party: Party) -> Signature:
    """The signature of the party's present signer."""
    signer = RegisteredSigner.objects.filter(party=party, valid_to__isnull=True).first()
    if signer is None:
        return Signature(position="GIÁM ĐỐC", name="")
    return Signature(position=signer.position.upper(), name=signer.name)


def _audience(activity: Activity) -> list[Party]:
    return [row.party for row in activity.participations.select_related("party")]


def draw_minutes(*, actor: Actor, activity: Activity) -> Paper:
    """The minutes of an activity that has some."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if not activity.minutes.strip():
        raise Refused(_("Chưa có diễn biến, kết luận nào. Hãy ghi biên bản trước."))
    rows = activity.participations.filter(attended=True).select_related("party").prefetch_related("attendees")
    present = [_line(row) for row in rows]
    return draw_paper(
        actor=actor,
        party=activity.programme.lead,
        description=minutes_paper(activity, present),
        subject=activity,
        audience=_audience(activity),
        lead_id=activity.programme.lead_id,
    )


def _line(row: Participation) -> str:
    """A party and how many came: names of people stay between the party and the lead."""
    return f"{row.party.name}: {row.present} người" if row.present else row.party.name


def draw_notice(*, actor: Actor, activity: Activity) -> Paper:
    """The notice of conclusions of an activity that has minutes."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if not activity.minutes.strip():
        raise Refused(_("Chưa có diễn biến, kết luận nào. Hãy ghi biên bản trước."))
    lead = activity.programme.lead
    return draw_paper(
        actor=actor,
        party=lead,
        description=notice_paper(activity, signer=signer_of(lead), on=actor.today),
        subject=activity,
        audience=_audience(activity),
        lead_id=lead.pk,
    )


def draw_invitations(*, actor: Actor, activity: Activity) -> Job:
    """An invitation on paper for every party, as one job."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if not activity.participations.exists():
        raise Refused(_("Chưa có đơn vị nào tham gia. Hãy thêm đơn vị rồi mời."))
    title = _("Giấy mời: %(title)s") % {"title": activity.title}
    with transaction.atomic():
        return jobs.start(actor=actor, kind="programme.invitations", title=title, activity=str(activity.pk))


def draw_invitation(*, actor: Actor, activity: Activity, guest: Party, signer: Signature) -> Paper:
    """One party's invitation; the one it has already is kept, so that a repeated job draws nothing twice."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    known = (
        Paper.objects.filter(type="GM", subject_label="programme.activity", subject_id=activity.pk, audience=guest)
        .exclude(status="void")
        .first()
    )
    if known:
        return known
    return draw_paper(
        actor=actor,
        party=activity.programme.lead,
        subject=activity,
        audience=[guest],
        lead_id=activity.programme.lead_id,
        description=invitation_paper(activity, guest, signer=signer, on=actor.today),
    )
