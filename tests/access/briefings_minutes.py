"""Minutes that attendees amend, with a paragraph that concerns VNPT alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from phoihop.clauses.briefings.actions.meeting.opening import open_briefing
from phoihop.clauses.briefings.actions.minutes import amending, steps, versions, writing
from phoihop.clauses.briefings.actions.minutes.writing import Written
from phoihop.clauses.briefings.models import Briefing, BriefingStatus
from phoihop.programme.models import Participation
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import ActivityFactory
from tests.access.markers import secret

if TYPE_CHECKING:
    from tests.access.world import World


def minutes(world: World) -> None:
    """A briefing of last month: its minutes are out for amendments."""
    officer, vnpt, viettel = (world.people[name] for name in ("regulator", "vnpt", "viettel"))
    start = NOON - dt.timedelta(days=20)
    activity = ActivityFactory(
        programme=world.programme, kind="briefings", title="Giao ban tháng 5", starts_at=start,
        ends_at=start + dt.timedelta(hours=3), chair="Chủ trì", secretary="Thư ký",
    )  # fmt: skip
    for member in (officer, vnpt, viettel):
        Participation.objects.create(activity=activity, party=member.party, attended=True)
    briefing = open_briefing(actor=officer, activity=activity)
    Briefing.objects.filter(pk=briefing.pk).update(status=BriefingStatus.ENDED)
    row = writing.start_minutes(actor=officer, briefing=briefing)
    told = writing.add_entry(actor=officer, minutes=row, item=None, written=Written("Các bên thống nhất."))
    alone = Written(secret("doan-rieng"), "task", vnpt.party, DAY, vnpt.party)
    private = writing.add_entry(actor=officer, minutes=row, item=None, written=alone)
    version = versions.keep_version(actor=officer, minutes=row)
    row = steps.circulate(actor=officer, minutes=row, amend_by=DAY + dt.timedelta(days=3))
    asked = amending.propose_amendment(
        actor=vnpt, minutes=row, party=vnpt.party, text=secret("de-nghi-sua"), entry=told
    )
    world.args |= {
        "minutes": (briefing.pk,), "paragraph": (told.pk,), "private_paragraph": (private.pk,),
        "paragraph_up": (told.pk, "up"), "minutes_version": (version.pk,), "amendment": (asked.pk,),
    }  # fmt: skip
