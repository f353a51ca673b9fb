"""What of a programme moves when one party takes over from another: its place, the lead, what is not yet agreed."""

from __future__ import annotations

import datetime as dt

from django.db.models import F
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.people.models import Party
from phoihop.programme.models import (
    Activity,
    ActivityStatus,
    MemorandumParty,
    MemorandumStatus,
    Participation,
    PlanTarget,
    Programme,
    ProgrammeParty,
    ReportStatus,
    YearReport,
)

ENDED = (ActivityStatus.HELD, ActivityStatus.CLOSED, ActivityStatus.CANCELLED)
UNSIGNED = (MemorandumStatus.DRAFT, MemorandumStatus.CIRCULATED)


def take_over_programmes(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """Signed papers, agreed plans and held activities keep the old party; whatever is open goes on with the new one.

    :raises Refused: a report waits for the old party's word on its figures
    """
    _refuse_open_reports(predecessor)
    for programme in Programme.objects.filter(lead=predecessor):
        Programme.objects.filter(pk=programme.pk).update(lead=successor)
        audit.record(actor, "programme.programme.edited", programme, party=predecessor, after={"lead": str(successor)})
    for place in ProgrammeParty.objects.filter(party=predecessor, left_on=None).select_related("programme"):
        ProgrammeParty.objects.filter(pk=place.pk).update(left_on=on)
        heir, new = ProgrammeParty.objects.get_or_create(
            programme=place.programme, party=successor, defaults={"joined_on": on}
        )
        if not new:
            ProgrammeParty.objects.filter(pk=heir.pk).update(left_on=None)
        audit.record(actor, "programme.participant.joined", heir, party=successor, after={"from": str(predecessor)})
    going = Participation.objects.filter(activity__in=Activity.objects.unfinished())
    there = list(going.filter(party=successor).values_list("activity_id", flat=True))
    going.filter(party=predecessor).exclude(activity_id__in=there).update(party=successor)
    _pass_targets(predecessor, successor)
    drafts = MemorandumParty.objects.filter(memorandum__status__in=UNSIGNED)
    named = list(drafts.filter(party=successor).values_list("memorandum_id", flat=True))
    drafts.filter(party=predecessor).exclude(memorandum_id__in=named).update(party=successor, name=successor.name)
    drafts.filter(party=predecessor, memorandum_id__in=named).delete()


def _pass_targets(predecessor: Party, successor: Party) -> None:
    """What the old party was to bring to activities that are not yet held, the new one brings."""
    coming = PlanTarget.objects.exclude(item__activity__status__in=ENDED)
    for target in coming.filter(party=predecessor):
        same = coming.filter(party=successor, item=target.item_id, label=target.label, unit=target.unit)
        if same.update(value=F("value") + target.value):
            PlanTarget.objects.filter(pk=target.pk).delete()
        else:
            PlanTarget.objects.filter(pk=target.pk).update(party=successor)


def _refuse_open_reports(predecessor: Party) -> None:
    """The figures of a report are those of the party it asked: it answers, or the report is closed first."""
    asked = YearReport.objects.filter(
        status=ReportStatus.CIRCULATED, content__parties__has_key=str(predecessor.pk)
    ).exclude(answers__party=predecessor)
    report = asked.select_related("programme").first()
    if report is not None:
        raise Refused(
            _("%(party)s chưa xác nhận số liệu của “%(report)s”. Hãy xác nhận hoặc chốt báo cáo ấy trước.")
            % {"party": predecessor.short_name, "report": report}
        )
