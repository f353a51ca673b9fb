"""The briefing of an activity, behind the one before."""

import datetime as dt

from phoihop.base.models import AuditEntry
from phoihop.clauses.briefings.actions.meeting.opening import open_briefing
from phoihop.clauses.briefings.models import Briefing
from phoihop.clauses.briefings.tests.meeting.conftest import new_briefing
from phoihop.programme.models import Activity


def test_once_and_behind_the_one_before(regulator, before, briefing):
    again = open_briefing(actor=regulator, activity=briefing.activity)

    assert (again, again.previous, before.previous) == (briefing, before, None)
    assert AuditEntry.objects.filter(event="briefings.briefing.opened").count() == 2


def test_one_opened_later_takes_its_place_between(regulator, programme, before, briefing):
    between = new_briefing(regulator, programme, days=-60)

    briefing.refresh_from_db()

    assert (between.previous, briefing.previous) == (before, between)


def test_what_was_cancelled_or_is_of_some_parties_is_nobodys_forerunner(regulator, programme, before, briefing):
    Activity.objects.filter(pk=before.activity_id).update(status="cancelled", reason="Bão")
    new_briefing(regulator, programme, days=-30, restricted=True)

    open_briefing(actor=regulator, activity=briefing.activity)

    assert Briefing.objects.get(pk=briefing.pk).previous is None
    assert before.activity.starts_at < briefing.activity.starts_at - dt.timedelta(days=100)
