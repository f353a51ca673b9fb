"""Meetings at the mast as calendar events of the two sides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import SharingSurvey, SurveyStatus
from phoihop.clauses.towers.sharing.rows import address
from phoihop.notices.sources import Happening

STATUS = {SurveyStatus.PROPOSED: "TENTATIVE", SurveyStatus.CANCELLED: "CANCELLED"}


def survey_happenings(actor: Actor, programme_id: UUID | None) -> Iterable[Happening]:
    """The meetings that ``actor`` may see, of two years back and all to come; none in the feed of one programme."""
    if programme_id is not None:
        return []
    since = actor.at - dt.timedelta(days=730)
    found = SharingSurvey.objects.visible_to(actor).filter(ends_at__gte=since).select_related("request")
    return [
        Happening(
            uid=f"{survey.pk}@phoihop",
            title=_("Khảo sát cột: %(reference)s") % {"reference": survey.request.reference},
            starts_at=survey.starts_at, ends_at=survey.ends_at, url=settings.BASE_URL + address(survey.request),
            place=survey.place, description=survey.people,
            status=STATUS.get(SurveyStatus(survey.status), "CONFIRMED"), sequence=survey.sequence,
            changed_at=survey.changed_at,
        )
        for survey in found.order_by("starts_at")
    ]  # fmt: skip
