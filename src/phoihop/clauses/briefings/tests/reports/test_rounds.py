import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.briefings.actions.reports import letters, rounds
from phoihop.clauses.briefings.models import Report, ReportRound
from phoihop.clauses.briefings.queries.reports.rounds import latest_round
from phoihop.clauses.briefings.reporting.letter import letter_text
from phoihop.clauses.briefings.reporting.periods import period_before_meeting, read_period
from phoihop.clauses.briefings.tests.reports.conftest import DATES, fresh
from phoihop.notices.models import Notice
from phoihop.programme.models import ProgrammeParty


@pytest.fixture
def draft(regulator, programme, version):
    return rounds.draft_round(actor=regulator, programme=programme, version=version, period=read_period("2026H1"))


def test_the_dates_follow_from_the_form(draft):
    assert (draft.starts_on, draft.ends_on) == (dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    assert (draft.due_on, draft.lock_on) == (dt.date(2026, 7, 10), dt.date(2026, 7, 25))


def test_a_draft_is_the_department_s_alone(draft, vnpt, programme):
    assert list(ReportRound.objects.visible_to(vnpt)) == []
    assert latest_round(actor=vnpt, programme=programme) is None


def test_one_round_for_a_period(draft, regulator, programme, version):
    with pytest.raises(Refused, match="kỳ này"):
        rounds.draft_round(actor=regulator, programme=programme, version=version, period=read_period("2026H1"))


def test_a_period_of_another_length_is_refused(regulator, programme, version):
    with pytest.raises(Refused):
        rounds.draft_round(actor=regulator, programme=programme, version=version, period=read_period("2026Q1"))


def test_an_enterprise_asks_nobody(vnpt, programme, version):
    with pytest.raises(NotAllowed):
        rounds.draft_round(actor=vnpt, programme=programme, version=version, period=read_period("2026H1"))


def test_opening_asks_each_party_that_takes_part_and_tells_it(draft, regulator, viettel, post, programme, vnpt):
    ProgrammeParty.objects.filter(party=post.party).update(left_on=dt.date(2025, 12, 31))

    rounds.open_round(actor=regulator, round_=draft)

    asked = set(Report.objects.filter(round=draft).values_list("party_id", flat=True))
    assert asked == {vnpt.party.pk, viettel.party.pk}
    assert "31/12" not in Notice.objects.get(user=vnpt.user, key__startswith="briefings.round.opened").text
    assert latest_round(actor=vnpt, programme=programme) == draft


def test_the_form_may_name_who_reports(draft, regulator, vnpt, version):
    version.form.parties.add(vnpt.party)

    rounds.open_round(actor=regulator, round_=draft)

    assert [row.party for row in Report.objects.filter(round=draft)] == [vnpt.party]


def test_opening_again_keeps_the_reports(round_, regulator):
    before = set(Report.objects.values_list("pk", flat=True))
    rounds.close_round(actor=regulator, round_=round_)

    rounds.open_round(actor=regulator, round_=round_)

    assert set(Report.objects.values_list("pk", flat=True)) == before


def test_a_report_that_waits_holds_the_round_open(submitted, regulator):
    with pytest.raises(Refused, match="chưa được xem"):
        rounds.close_round(actor=regulator, round_=submitted.round)


def test_a_round_with_a_report_is_not_cancelled(submitted, regulator):
    with pytest.raises(Refused, match="chốt"):
        rounds.cancel_round(actor=regulator, round_=submitted.round)


def test_a_cancelled_round_leaves_room_for_another(round_, regulator, programme, version, report, vnpt):
    rounds.cancel_round(actor=regulator, round_=round_)

    again = rounds.draft_round(actor=regulator, programme=programme, version=version, period=read_period("2026H1"))

    assert again.pk != round_.pk
    assert not Report.objects.visible_to(vnpt).filter(pk=report.pk).exists()


def test_dates_out_of_order_are_refused(draft, regulator):
    wrong = rounds.Dates(dt.date(2026, 7, 1), dt.date(2026, 7, 20), dt.date(2026, 7, 10))

    with pytest.raises(Refused, match="thứ tự"):
        rounds.edit_round(actor=regulator, round_=draft, title="Kỳ", dates=wrong)


def test_a_new_due_day_is_told(round_, regulator, vnpt):
    later = rounds.Dates(DATES.opens_on, dt.date(2026, 6, 25), DATES.lock_on)

    rounds.edit_round(actor=regulator, round_=round_, title=round_.title, dates=later)

    assert "25/06/2026" in Notice.objects.get(user=vnpt.user, key__contains="round.due").text


def test_the_letter_names_form_period_and_day(draft, regulator, vnpt):
    paper = letters.draw_letter(actor=regulator, round_=draft, text=letter_text(draft))

    assert (paper.type, paper.status) == ("CV", "draft")
    assert "VT-01" in str(paper.description)
    assert "10/07/2026" in str(paper.description)
    assert vnpt.party in paper.audience.all()
    assert letters.draw_letter(actor=regulator, round_=draft, text="Kính đề nghị.").pk == paper.pk


@pytest.mark.parametrize(
    ("day", "code"), [("2026-06-15", "2026H1"), ("2026-07-10", "2026H1"), ("2026-03-01", "2025H2")]
)
def test_a_meeting_is_about_the_half_year_that_ends(day, code):
    assert period_before_meeting("half", dt.date.fromisoformat(day)).code == code


def test_a_report_stays_with_its_round(report, round_):
    assert fresh(report).round == round_
