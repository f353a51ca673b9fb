import datetime as dt

import pytest

from phoihop.base.access import Role
from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.briefings.actions.reports import filling, reviewing, rounds, submitting
from phoihop.clauses.briefings.actions.reports.filling import NotOpen
from phoihop.clauses.briefings.actions.reports.prefilling import take_offers
from phoihop.clauses.briefings.actions.reports.submitting import NotComplete
from phoihop.clauses.briefings.models import FormRule, ReportRound, ReportValue
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.clauses.briefings.reporting.standing import Standing, standing_of, was_on_time
from phoihop.clauses.briefings.tests.reports.conftest import WHOLE, fill, fresh
from phoihop.notices.models import Notice
from phoihop.testing.cast import seat


def test_a_person_presses_and_the_party_submits(submitted, vnpt, regulator):
    assert (submitted.status, submitted.party, submitted.pressed_by) == ("submitted", vnpt.party, vnpt.user)
    assert was_on_time(submitted)
    assert Notice.objects.filter(user=regulator.user, key__contains="report.submitted").exists()


def test_errors_stop_it(report, vnpt):
    fill(vnpt, report, thue_bao="10", thue_bao__4g="11", thue_bao__5g="0", doanh_thu="1")

    with pytest.raises(NotComplete, match="lỗi"):
        submitting.submit_report(actor=vnpt, report=report)


def test_what_is_no_figure_stops_it(report, vnpt):
    fill(vnpt, report, **(WHOLE | {"doanh_thu": "nhiều"}))

    with pytest.raises(NotComplete):
        submitting.submit_report(actor=vnpt, report=report)


def test_a_warning_asks_for_a_word(accepted, regulator, vnpt, programme, version):
    later = vnpt.on(dt.date(2027, 1, 5))
    next_one = _next_report(regulator, programme, version, vnpt)
    fill(later, next_one, thue_bao="10", thue_bao__4g="10", thue_bao__5g="0", doanh_thu="1")
    with pytest.raises(NotComplete, match="giải trình"):
        submitting.submit_report(actor=later, report=next_one)

    rule = FormRule.objects.get()
    submitting.explain(
        actor=later, report=next_one, explanations={rule.pk: "Khóa SIM rác."}, answers={}, note="Số ước."
    )

    assert submitting.submit_report(actor=later, report=next_one).status == "submitted"
    assert fresh(next_one).note == "Số ước."


def test_stocks_of_the_last_period_are_taken_over(accepted, regulator, vnpt, programme, version):
    next_one = _next_report(regulator, programme, version, vnpt)
    later = vnpt.on(dt.date(2027, 1, 5))
    fill(later, next_one, thue_bao="7")

    assert take_offers(actor=later, report=next_one, sources={"previous"}) == 2

    found = dict(ReportValue.objects.filter(report=next_one).values_list("code__code", "value"))
    assert found == {None: 7, "4g": 1900, "5g": 23}


def _next_report(regulator, programme, version, vnpt):
    row = rounds.draft_round(actor=regulator, programme=programme, version=version, period=read_period("2026H2"))
    rounds.open_round(actor=regulator, round_=row)
    return fresh(row.reports.get(party=vnpt.party))


def test_an_officer_fills_but_does_not_submit(report, vnpt):
    officer = seat(vnpt.party, Role.OFFICER, "Chuyên viên VNPT", "hai@example.vn")
    fill(officer, report, **WHOLE)

    with pytest.raises(NotAllowed):
        submitting.submit_report(actor=officer, report=report)


def test_after_the_lock_only_an_extension_helps(report, vnpt, regulator):
    fill(vnpt, report, **WHOLE)
    late, desk = vnpt.on(dt.date(2026, 7, 3)), regulator.on(dt.date(2026, 7, 2))
    with pytest.raises(NotOpen):
        submitting.submit_report(actor=late, report=report)

    reviewing.extend_report(actor=desk, report=report, until=dt.date(2026, 7, 5))

    sent = submitting.submit_report(actor=late, report=fresh(report))
    assert was_on_time(fresh(sent)) is False


def test_a_report_that_was_sent_back_is_never_locked(submitted, regulator, vnpt):
    reviewing.send_back(actor=regulator, report=submitted, reason="Xem lại doanh thu.")
    late = vnpt.on(dt.date(2026, 8, 1))

    fill(late, submitted, {"doanh_thu": 1}, doanh_thu="13")

    assert submitting.submit_report(actor=late, report=fresh(submitted)).status == "submitted"


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2026-06-10", Standing.NOT_YET), ("2026-06-15", Standing.DUE), ("2026-06-21", Standing.OVERDUE),
        ("2026-07-01", Standing.LOCKED),
    ],
)  # fmt: skip
def test_what_is_due_follows_from_the_dates(report, day, standing):
    assert standing_of(report, dt.date.fromisoformat(day)) == standing


def test_asking_for_a_correction_tells_the_department(accepted, vnpt, regulator):
    submitting.ask_correction(actor=vnpt, report=accepted, reason="Nhầm đơn vị tính.")

    assert "Nhầm đơn vị tính" in Notice.objects.get(user=regulator.user, key__contains="correction").text
    with pytest.raises(Refused):
        submitting.ask_correction(actor=vnpt, report=accepted, reason=" ")


def test_a_rival_submits_nothing(report, viettel):
    with pytest.raises(NotAllowed):
        submitting.submit_report(actor=viettel, report=report)


def test_nothing_is_typed_before_the_round_opens(report, vnpt):
    ReportRound.objects.update(opens_on=dt.date(2026, 6, 18))

    with pytest.raises(NotOpen):
        filling.open_report(vnpt, report)
