"""Drawing an activity's papers into the register."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import jobs
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.models import Job
from phoihop.papers.actions.papers import draw_paper, redraw_paper
from phoihop.papers.description_json import pack
from phoihop.papers.models import Paper, PaperStatus
from phoihop.papers.present_signer import signature_of
from phoihop.papers.rendering import Appendix, Signature
from phoihop.papers.rendering import Paper as Description
from phoihop.people.models import Party
from phoihop.programme.describe.activity import invitation_paper, minutes_paper, notice_paper
from phoihop.programme.models import Activity


def _audience(activity: Activity) -> list[Party]:
    return [row.party for row in activity.participations.select_related("party")]


def draw_minutes(*, actor: Actor, activity: Activity) -> Paper:
    """The minutes of an activity that has some."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if not activity.minutes.strip():
        raise Refused(_("Chưa có diễn biến, kết luận nào. Hãy ghi biên bản trước."))
    rows = activity.participations.filter(attended=True).select_related("party")
    present = [row.party.name for row in rows]  # how many came stays between the party and the lead
    return draw_paper(
        actor=actor,
        party=activity.programme.lead,
        description=minutes_paper(activity, present),
        subject=activity,
        audience=_audience(activity),
        lead_id=activity.programme.lead_id,
    )


def draw_notice(*, actor: Actor, activity: Activity) -> Paper:
    """The notice of conclusions of an activity that has minutes."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if not activity.minutes.strip():
        raise Refused(_("Chưa có diễn biến, kết luận nào. Hãy ghi biên bản trước."))
    lead = activity.programme.lead
    return draw_paper(
        actor=actor,
        party=lead,
        description=notice_paper(activity, signer=signature_of(lead, on=actor.today), on=actor.today),
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


@dataclass(frozen=True, slots=True)
class Invitation:
    """One party's invitation on paper."""

    paper: Paper
    behind: bool = False  # it left the desk and says other than the activity does now


def draw_invitation(
    *, actor: Actor, activity: Activity, guest: Party, signer: Signature, annexes: Sequence[Appendix] = ()
) -> Invitation:
    """One party's invitation, once: a repeated job draws nothing twice.

    A draft that no longer fits the activity is drawn again; one that left the desk stays as it was.
    """
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    description = invitation_paper(activity, guest, signer=signer, on=actor.today, annexes=annexes)
    with transaction.atomic():
        known = (
            Paper.objects.select_for_update()
            .filter(type="GM", subject_label="programme.activity", subject_id=activity.pk, audience=guest)
            .exclude(status__in=[PaperStatus.VOID, PaperStatus.REPLACED])
            .first()
        )
        if known is None:
            lead = activity.programme.lead
            paper = draw_paper(
                actor=actor, party=lead, subject=activity, audience=[guest], lead_id=lead.pk, description=description
            )
            return Invitation(paper)
        if _says_the_same(known, description):
            return Invitation(known)
        if known.status == PaperStatus.DRAFT:
            return Invitation(redraw_paper(actor=actor, paper=known, description=description))
    return Invitation(known, behind=True)


def _says_the_same(paper: Paper, description: Description) -> bool:
    """Whether a paper's text is that of the description; its date and place in the register are set aside."""
    wanted = json.loads(json.dumps(pack(description)))
    return all(paper.description.get(part) == wanted.get(part) for part in ("abstract", "body", "appendices"))
