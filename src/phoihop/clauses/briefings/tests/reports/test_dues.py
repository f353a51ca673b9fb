import datetime as dt

from phoihop.clauses.briefings.actions.reports import reviewing, rounds
from phoihop.clauses.briefings.actions.reports.proposing import propose_rounds
from phoihop.clauses.briefings.models import ReportRound
from phoihop.clauses.briefings.reporting.dues import report_dues
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.clauses.briefings.tests.reports.conftest import DATES
from phoihop.testing.factories import ActivityFactory


def _told(actor):
    return {(due.key.split(":")[0], due.party_id, due.due_on) for due in report_dues(actor)}


def test_a_party_owes_its_own_report_alone(report, vnpt, viettel):
    assert _told(vnpt) == {("briefings.report.submit", vnpt.party.pk, DATES.due_on)}
    assert all(party == viettel.party.pk for _key, party, _day in _told(viettel))


def test_the_department_owes_an_answer(submitted, regulator, vnpt):
    assert ("briefings.report.review", regulator.party.pk, dt.date(2026, 6, 20)) in _told(regulator)
    assert _told(vnpt) == set()


def test_what_came_back_is_owed_again(submitted, regulator, vnpt):
    reviewing.send_back(actor=regulator, report=submitted, reason="Xem lại.")

    assert _told(vnpt) == {("briefings.report.correct", vnpt.party.pk, dt.date(2026, 6, 20))}


def test_a_locked_report_is_owed_no_more_and_the_round_wants_closing(report, vnpt, regulator):
    late = dt.date(2026, 7, 2)

    assert _told(vnpt.on(late)) == set()
    assert ("briefings.round.close", regulator.party.pk, DATES.lock_on) in _told(regulator.on(late))


def test_a_draft_wants_opening(regulator, programme, version):
    rounds.draft_round(actor=regulator, programme=programme, version=version, period=read_period("2026H1"), dates=DATES)

    assert ("briefings.round.open", regulator.party.pk, DATES.opens_on) in _told(regulator)


def test_a_briefing_proposes_its_round_once(regulator, programme, version, vnpt):
    activity = ActivityFactory(programme=programme, kind="briefings")

    made = propose_rounds(actor=regulator, activity=activity)

    assert [(row.status, row.activity) for row in made] == [("draft", activity)]
    assert propose_rounds(actor=regulator, activity=activity) == []
    assert propose_rounds(actor=vnpt, activity=activity) == []
    assert ReportRound.objects.count() == 1
