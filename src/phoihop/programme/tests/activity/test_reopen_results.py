"""Opening a closed activity again, so that a wrong figure can be mended."""

from decimal import Decimal

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.base.transitions import WrongState
from phoihop.programme.actions import activity as actions
from phoihop.programme.models import ActivityStatus, ReportStatus, YearReport
from phoihop.testing.cast import NOON


@pytest.fixture
def closed(activity):
    activity.status, activity.closed_at = ActivityStatus.CLOSED, NOON
    activity.save()
    return activity


@pytest.fixture
def report(closed):
    plan = closed.item.plan
    listed = {"common": {"activities": [{"id": str(closed.pk)}]}, "parties": {}}
    return YearReport.objects.create(programme=closed.programme, plan=plan, year=plan.year, content=listed)


def test_it_takes_figures_again(regulator, closed):
    actions.reopen_results(actor=regulator, activity=closed, reason="Ghi thiếu hai cột")

    closed.refresh_from_db()
    assert (closed.status, closed.closed_at) == (ActivityStatus.HELD, None)
    actions.record_outcome(actor=regulator, activity=closed, label="Cột", unit="cột", value=Decimal(2))
    told = AuditEntry.objects.get(event="programme.activity.results_reopened")
    assert told.after == {"reason": "Ghi thiếu hai cột"}


def test_a_reason_is_asked_for(regulator, closed):
    with pytest.raises(Refused) as refusal:
        actions.reopen_results(actor=regulator, activity=closed, reason=" ")

    assert refusal.value.field == "reason"


def test_not_what_a_frozen_report_counts(regulator, closed, report):
    YearReport.objects.filter(pk=report.pk).update(status=ReportStatus.FROZEN, checksum="a" * 64, frozen_at=NOON)

    with pytest.raises(Refused, match="phụ lục"):
        actions.reopen_results(actor=regulator, activity=closed, reason="Sai số")

    closed.refresh_from_db()
    assert closed.status == ActivityStatus.CLOSED


def test_a_report_in_circulation_does_not_forbid_it(regulator, closed, report):
    YearReport.objects.filter(pk=report.pk).update(status=ReportStatus.CIRCULATED)

    actions.reopen_results(actor=regulator, activity=closed, reason="Sai số")

    assert closed.status == ActivityStatus.HELD


def test_only_the_lead(vnpt, closed):
    with pytest.raises(NotAllowed):
        actions.reopen_results(actor=vnpt, activity=closed, reason="Sai số")


def test_only_what_is_closed(regulator, activity):
    with pytest.raises(WrongState):
        actions.reopen_results(actor=regulator, activity=activity, reason="Sai số")


def test_by_button_and_form(client_of, regulator, closed):
    client, address = client_of(regulator), reverse("programme:activity_reopen_results", args=[closed.pk])

    assert address in client.get(reverse("programme:activity_detail", args=[closed.pk])).content.decode()
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Sai số"}).status_code == 302

    closed.refresh_from_db()
    assert closed.status == ActivityStatus.HELD


def test_saying_that_it_took_place_opens_nothing_closed(regulator, closed):
    closed.starts_at = closed.ends_at = NOON

    with pytest.raises(WrongState):
        actions.hold_activity(actor=regulator, activity=closed)
