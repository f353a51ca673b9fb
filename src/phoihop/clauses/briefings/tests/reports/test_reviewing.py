from decimal import Decimal

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.transitions import WrongState
from phoihop.clauses.briefings.actions.reports import reviewing, submitting
from phoihop.clauses.briefings.actions.reports.reviewing import Remark
from phoihop.clauses.briefings.actions.reports.submitting import NotComplete
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import ValueEdition
from phoihop.clauses.briefings.queries.reports.values import accepted_values
from phoihop.clauses.briefings.tests.reports.conftest import fill, fresh
from phoihop.notices.models import Notice


def test_acceptance_keeps_an_edition(accepted, vnpt):
    assert (accepted.status, accepted.edition) == ("accepted", 1)
    assert (vnpt.party.pk, "doanh_thu", None, Decimal("12.5")) in accepted_values(round=accepted.round)
    assert (vnpt.party.pk, "thue_bao", "5g", Decimal(23)) in accepted_values(round=accepted.round)


def test_what_was_not_handed_in_is_not_accepted(report, regulator):
    with pytest.raises(WrongState):
        reviewing.accept_report(actor=regulator, report=report)


def test_a_report_comes_back_with_remarks(submitted, regulator, vnpt):
    remark = Remark(Cell("thue_bao", "4g"), "Đối chiếu lại số thuê bao 4G.")

    reviewing.send_back(actor=regulator, report=submitted, reason="", remarks=[remark])

    row = fresh(submitted)
    assert (row.status, row.remarks.get().text) == ("returned", "Đối chiếu lại số thuê bao 4G.")
    assert Notice.objects.filter(user=vnpt.user, key__contains="report.returned").exists()


def test_sending_back_says_why(submitted, regulator):
    with pytest.raises(Refused, match="điều cần sửa"):
        reviewing.send_back(actor=regulator, report=submitted, reason=" ")


def test_a_remark_wants_a_change_or_an_answer(submitted, regulator, vnpt):
    remark = Remark(Cell("doanh_thu"), "Đã trừ thuế chưa?")
    reviewing.send_back(actor=regulator, report=submitted, reason="", remarks=[remark])
    with pytest.raises(NotComplete, match="nhận xét"):
        submitting.submit_report(actor=vnpt, report=fresh(submitted))

    row = fresh(submitted).remarks.get()
    submitting.explain(
        actor=vnpt, report=fresh(submitted), explanations={}, answers={row.pk: "Chưa gồm thuế."}, note=""
    )

    assert submitting.submit_report(actor=vnpt, report=fresh(submitted)).status == "submitted"


def test_a_correction_keeps_both_figures(accepted, regulator, vnpt):
    reviewing.reopen_report(actor=regulator, report=accepted, reason="Doanh nghiệp báo nhầm đơn vị.")
    fill(vnpt, accepted, {"doanh_thu": 1}, doanh_thu="13,5")
    assert (vnpt.party.pk, "doanh_thu", None, Decimal("12.5")) in accepted_values(round=accepted.round)
    submitting.submit_report(actor=vnpt, report=fresh(accepted))

    reviewing.accept_report(actor=regulator, report=fresh(accepted))

    kept = ValueEdition.objects.filter(indicator__code="doanh_thu").order_by("edition")
    assert [(row.edition, row.value) for row in kept] == [(1, Decimal("12.5")), (2, Decimal("13.5"))]
    assert (vnpt.party.pk, "doanh_thu", None, Decimal("13.5")) in accepted_values(round=accepted.round)


def test_reopening_says_why(accepted, regulator):
    with pytest.raises(Refused, match="lý do"):
        reviewing.reopen_report(actor=regulator, report=accepted, reason="")


def test_an_enterprise_reviews_nothing(submitted, vnpt):
    for act in (reviewing.accept_report, lambda **given: reviewing.send_back(reason="x", **given)):
        with pytest.raises(NotAllowed):
            act(actor=vnpt, report=submitted)
