"""The first page: what we owe, what others owe us, never what a rival owes."""

import datetime as dt

import pytest
import time_machine

from phoihop.programme.actions import report as actions
from phoihop.programme.actions.activity.participation import answer_invitation
from phoihop.programme.models import Answer, ReportPeriod
from phoihop.programme.queries.home import desk
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import ActivityFactory, ParticipationFactory, PlanFactory


@pytest.fixture
def asked(programme, vnpt, viettel):
    """VNPT and Viettel are invited and owe an answer."""
    start = NOON + dt.timedelta(days=9)
    activity = ActivityFactory(programme=programme, answer_by=DAY, starts_at=start, ends_at=start)
    for member in (vnpt, viettel):
        ParticipationFactory(activity=activity, party=member.party)
    return activity


def test_ours_and_theirs(asked, vnpt, regulator):
    mine, lead = desk(actor=vnpt), desk(actor=regulator)

    assert {line.due.party_id for line in mine.ours} == {vnpt.party.pk}
    assert mine.theirs == []
    assert vnpt.party.pk in {line.due.party_id for line in lead.theirs}
    assert all(line.due.party_id == regulator.party.pk for line in lead.ours)


def test_a_rivals_dues_are_never_shown(asked, vnpt, viettel):
    shown = desk(actor=viettel)

    assert vnpt.party.pk not in {line.due.party_id for line in shown.ours + shown.theirs}


def test_a_rivals_confirmation_is_never_shown(regulator, programme, vnpt, viettel):
    plan = PlanFactory(programme=programme)
    report = actions.gather_report(actor=regulator, plan=plan, period=ReportPeriod.YEAR)
    actions.circulate_report(actor=regulator, report=report, confirm_by=DAY)

    shown = desk(actor=viettel)

    assert [line.due.party_id for line in shown.ours if "report.confirm" in line.due.key] == [viettel.party.pk]
    assert [line for line in shown.theirs if "report.confirm" in line.due.key] == []


def test_lines_name_both_sides_and_lateness(asked, vnpt, regulator):
    line = desk(actor=vnpt.on(DAY + dt.timedelta(days=1))).ours[0]

    assert (line.party, line.owed_to) == (vnpt.party, regulator.party)
    assert line.overdue


def test_late_ones_are_counted(asked, vnpt):
    assert desk(actor=vnpt).overdue == 0
    assert desk(actor=vnpt.on(DAY + dt.timedelta(days=1))).overdue == 1


def test_what_was_answered_is_no_longer_due(asked, vnpt):
    asked.participations.filter(party=vnpt.party).update(answer="accepted")

    assert [line for line in desk(actor=vnpt).ours if "answer" in line.due.key] == []


@pytest.mark.parametrize("keep", [True, False])
def test_an_answer_clears_the_page_at_once(client_of, settings, asked, vnpt, keep):
    settings.KEEP_ANSWERS = keep
    client = client_of(vnpt)
    with time_machine.travel(NOON):
        before = client.get("/due/").content.decode()
        answer_invitation(actor=vnpt, activity=asked, party=vnpt.party, answer=Answer.YES)
        after = client.get("/due/").content.decode()

    assert asked.title in before
    assert asked.title not in after


def test_the_page(client_of, asked, vnpt):
    with time_machine.travel(NOON):
        page = client_of(vnpt).get("/").content.decode()

    assert asked.title in page


def test_a_visitor_is_led_to_sign_in(client, db):
    assert client.get("/")["Location"].startswith("/account/login/")
