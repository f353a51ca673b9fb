"""What is missing before a briefing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import (
    ON_THE_AGENDA,
    AgendaItem,
    Briefing,
    BriefingStatus,
    TopicStatus,
)
from phoihop.notices.sources import Due
from phoihop.programme.models import ActivityStatus, Answer, Participation

PREPARE_DAYS = 30  # an agenda should be there this long before the meeting is due to be prepared
AGENDA_DAYS = 14  # and done this long before
PEOPLE_DAYS = 2
WAITING = (BriefingStatus.PREPARING, BriefingStatus.INVITED)
COUNTED = ("has_agenda", "proposals")
OFF = (ActivityStatus.CANCELLED, ActivityStatus.POSTPONED, ActivityStatus.CLOSED)


def _day(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def briefing_dues(actor: Actor) -> Iterator[Due]:
    """The agenda and the answers to proposals that the lead owes; the names that parties owe."""
    source = _("Giao ban")
    yield from _agendas(actor, source)
    yield from _names(actor, source)


def _agendas(actor: Actor, source: str) -> Iterator[Due]:
    if not actor.regulator_ids:
        return
    items = AgendaItem.objects.filter(briefing=OuterRef("pk"), status__in=ON_THE_AGENDA)
    waiting = Count("items", filter=Q(items__status=TopicStatus.PROPOSED))
    found = (
        Briefing.objects.filter(activity__programme__lead_id__in=actor.regulator_ids, status__in=WAITING)
        .filter(activity__starts_at__lte=actor.at + dt.timedelta(days=PREPARE_DAYS), activity__ends_at__gte=actor.at)
        .exclude(activity__status__in=OFF)
        .annotate(has_agenda=Exists(items), proposals=waiting)
        .values_list("pk", "activity__title", "activity__starts_at", "activity__programme__lead_id", *COUNTED)
    )
    for pk, name, starts_at, lead, has_agenda, proposals in found:
        url, day, words = reverse("briefings:briefing_detail", args=[pk]), _day(starts_at), {"title": name}
        if not has_agenda:
            title = _("Lập chương trình: %(title)s") % words
            due_on = day - dt.timedelta(days=AGENDA_DAYS)
            yield Due(f"briefings.agenda:{pk}", title, url, lead, lead, due_on, source, "list-numbers")
        if proposals:
            title = _("Trả lời đề xuất nội dung: %(title)s") % words
            due_on = day - dt.timedelta(days=PEOPLE_DAYS)
            yield Due(f"briefings.proposals:{pk}", title, url, lead, lead, due_on, source, "bulb")


def _names(actor: Actor, source: str) -> Iterator[Due]:
    """Parties that said they come and named nobody; their own, and for the lead all."""
    concerned = Q(party_id__in=actor.party_ids) | Q(activity__programme__lead_id__in=actor.party_ids)
    found = (
        Participation.objects.filter(concerned, answer=Answer.YES, attendees__isnull=True)
        .filter(activity__briefing__status=BriefingStatus.INVITED, activity__starts_at__gt=actor.at)
        .exclude(activity__status__in=OFF)
        .select_related("activity__programme", "activity__briefing")
    )
    for row in found:
        lead = row.activity.programme.lead_id
        if row.party_id == lead:
            continue
        url = reverse("briefings:delegate_list", args=[row.activity.briefing.pk])
        title = _("Cử người dự họp: %(title)s") % {"title": row.activity.title}
        due_on = _day(row.activity.starts_at) - dt.timedelta(days=PEOPLE_DAYS)
        yield Due(f"briefings.people:{row.pk}", title, url, row.party_id, lead, due_on, source, "users")
