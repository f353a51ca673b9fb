"""plan_dues: who has not agreed, and which year has no plan."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phoihop.programme.dues.plan import plan_dues
from phoihop.programme.models import PlanAgreement, PlanStatus
from phoihop.testing.factories import MemorandumFactory, PlanFactory, ProgrammeFactory, ProgrammePartyFactory

NOVEMBER, OCTOBER = dt.date(2026, 11, 1), dt.date(2026, 10, 31)


@pytest.fixture
def proposed(programme):
    return PlanFactory(programme=programme, status=PlanStatus.PROPOSED, agree_by=dt.date(2026, 6, 30))


def agreements(actor):
    return {due.party_id: due for due in plan_dues(actor) if due.key.startswith("programme.plan.agree")}


def test_the_lead_sees_all_that_are_awaited(regulator, vnpt, viettel, post, proposed):
    PlanAgreement.objects.create(plan=proposed, party=vnpt.party, agrees=True, answered_at=vnpt.at)
    PlanAgreement.objects.create(plan=proposed, party=post.party, agrees=False, note="Dời", answered_at=post.at)

    found = agreements(regulator)

    assert set(found) == {viettel.party.pk, post.party.pk}
    assert found[post.party.pk].due_on == dt.date(2026, 6, 30)


def test_a_party_sees_its_own_alone(viettel, proposed):
    assert set(agreements(viettel)) == {viettel.party.pk}


def missing(actor):
    return [due.due_on for due in plan_dues(actor) if due.key.startswith("programme.plan.write")]


def test_coming_year_is_due_from_november(regulator, programme):
    assert missing(regulator.on(OCTOBER)) == []
    assert missing(regulator.on(NOVEMBER)) == [dt.date(2026, 12, 31)]


def test_this_year_is_due_where_a_memorandum_is_in_force(regulator, programme):
    MemorandumFactory(programme=programme)

    assert missing(regulator) == [dt.date(2026, 1, 31)]


def test_a_draft_still_has_to_be_sent(regulator, programme):
    plan = PlanFactory(programme=programme, year=2027, status=PlanStatus.DRAFT)

    (due,) = [
        due for due in plan_dues(regulator.on(NOVEMBER)) if due.key == f"programme.plan.write:{programme.pk}:2027"
    ]

    assert str(plan.pk) in due.url
    assert due.due_on == dt.date(2026, 12, 31)


def test_an_enterprise_owes_no_plan(vnpt, programme):
    assert missing(vnpt.on(NOVEMBER)) == []


def queries(actor):
    with CaptureQueriesContext(connection) as captured:
        assert list(plan_dues(actor))
    return len(captured)


def test_queries_do_not_grow(regulator, vnpt, proposed):
    few = queries(regulator.on(NOVEMBER))
    for _ in range(4):
        more = ProgrammeFactory(lead=regulator.party)
        ProgrammePartyFactory(programme=more, party=vnpt.party)
        PlanFactory(programme=more, status=PlanStatus.PROPOSED, agree_by=NOVEMBER)

    assert queries(regulator.on(NOVEMBER)) == few
