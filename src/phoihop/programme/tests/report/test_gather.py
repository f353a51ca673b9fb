"""Gathering: planned against done, per clause and party, against the year before."""

import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.programme.actions import report as actions
from phoihop.programme.models import ActivityStatus, PlanStatus, ReportPeriod, YearReport
from phoihop.testing.factories import (
    ActivityFactory,
    MemorandumFactory,
    PartyFactory,
    PlanFactory,
    PlanItemFactory,
    ProgrammePartyFactory,
)

S = ActivityStatus


def _gather(actor, plan, period=ReportPeriod.YEAR):
    return actions.gather_report(actor=actor, plan=plan, period=period)


def _figures(report, member=None):
    content = report.content
    part = content["parties"][str(member.party.pk)] if member else content["common"]
    return [(line["label"], line["planned"], line["done"], line["before"]) for line in part["figures"]]


def test_activities_are_counted_by_clause(regulator, plan, act):
    for status in (S.HELD, S.CLOSED, S.SCHEDULED, S.POSTPONED, S.CANCELLED):
        act(status)

    report = _gather(regulator, plan)

    assert report.content["common"]["clauses"] == [
        {"clause": "Dùng chung hạ tầng", "planned": 5, "done": 2, "postponed": 1, "cancelled": 1}
    ]


def test_planned_and_done_of_each_party_and_of_all_together(draft, vnpt, viettel, post):
    assert _figures(draft, vnpt) == [("Cột dùng chung", "10", "12", None)]
    assert _figures(draft, viettel) == [("Cột dùng chung", "10", "7", None)]
    assert _figures(draft, post) == []
    assert _figures(draft) == [("Cột dùng chung", "10", "19", None)]


def test_figures_of_the_same_label_are_added_up(regulator, plan, act, vnpt):
    act(vnpt="1.5")
    act(vnpt="2.25")

    assert _figures(_gather(regulator, plan), vnpt) == [("Cột dùng chung", None, "3.75", None)]


def test_the_year_before_stands_beside_it(regulator, programme, plan, act, vnpt):
    old = PlanFactory(programme=programme, memorandum=MemorandumFactory(programme=programme), year=2025)
    item = PlanItemFactory(plan=old, clause=plan.memorandum.clauses.first(), starts_on=dt.date(2025, 6, 1),
                           ends_on=dt.date(2025, 6, 1))  # fmt: skip
    before = ActivityFactory(programme=programme, item=item, status=S.CLOSED, closed_at="2025-06-02T00:00Z")
    act(vnpt=12)
    before.outcomes.create(party=vnpt.party, label="Cột dùng chung", unit="cột", value=9)
    before.item.clause = plan.memorandum.clauses.first()
    before.item.save()

    assert _figures(_gather(regulator, plan), vnpt) == [("Cột dùng chung", None, "12", "9")]


def test_presence(draft, vnpt, post):
    parties = draft.content["parties"]

    assert parties[str(vnpt.party.pk)]["presence"] == {"invited": 1, "answered": 1, "attended": 1, "people": 2}
    assert parties[str(post.party.pk)]["presence"] == {"invited": 1, "answered": 0, "attended": 0, "people": 0}


def test_the_half_year_looks_at_its_first_half_alone(regulator, plan, act, vnpt):
    act(on=dt.date(2026, 6, 30), vnpt=1)
    act(on=dt.date(2026, 7, 1), vnpt=10)

    half, year = _gather(regulator, plan, ReportPeriod.HALF_YEAR), _gather(regulator, plan)

    assert _figures(half, vnpt)[0][2] == "1"
    assert half.content["common"]["clauses"][0]["planned"] == 1
    assert _figures(year, vnpt)[0][2] == "11"


def test_what_an_amendment_took_out_is_not_counted(regulator, plan, act):
    activity = act(vnpt=1)
    activity.item.dropped = True
    activity.item.save()

    assert _gather(regulator, plan).content["common"]["activities"] == []


def test_a_draft_is_gathered_anew(regulator, plan, act, vnpt, draft):
    act(vnpt=5)

    again = _gather(regulator, plan)

    assert again.pk == draft.pk
    assert _figures(again, vnpt)[0][2] == "17"


def test_a_report_that_was_sent_is_not_gathered_anew(regulator, plan, circulated):
    with pytest.raises(Refused):
        _gather(regulator, plan)


def test_a_plan_that_is_not_agreed_has_no_report(regulator, plan):
    plan.status = PlanStatus.PROPOSED

    with pytest.raises(Refused):
        _gather(regulator, plan)
    assert not YearReport.objects.exists()


@pytest.mark.parametrize("name", ["vnpt", "clerk", "auditor"])
def test_who_may_not(cast, plan, name):
    with pytest.raises(NotAllowed):
        _gather(cast[name], plan)


def test_only_parties_of_that_year(regulator, programme, plan, viettel, post):
    programme.participants.filter(party=viettel.party).update(left_on=dt.date(2025, 12, 31))
    programme.participants.filter(party=post.party).update(joined_on=dt.date(2027, 1, 1))

    parties = _gather(regulator, plan).content["parties"]

    assert str(viettel.party.pk) not in parties
    assert str(post.party.pk) not in parties


def test_what_only_last_year_had_is_listed_with_nothing_reached(regulator, programme, plan, act, vnpt):
    old = PlanFactory(programme=programme, memorandum=MemorandumFactory(programme=programme), year=2025)
    item = PlanItemFactory(plan=old, starts_on=dt.date(2025, 6, 1), ends_on=dt.date(2025, 6, 1))
    before = ActivityFactory(programme=programme, item=item, status=S.CLOSED, closed_at="2025-06-02T00:00Z")
    before.outcomes.create(party=vnpt.party, label="Buổi truyền thông", unit="buổi", value=4)

    assert ("Buổi truyền thông", None, None, "4") in _figures(_gather(regulator, plan), vnpt)


def test_a_guest_has_no_part_to_confirm(regulator, programme, plan, vnpt):
    guest = PartyFactory(kind="guest")
    ProgrammePartyFactory(programme=programme, party=guest)

    parties = _gather(regulator, plan).content["parties"]

    assert str(vnpt.party.pk) in parties
    assert str(guest.pk) not in parties
