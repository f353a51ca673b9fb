import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.transitions import WrongState
from phoihop.clauses.briefings.actions.obstacles import closing, handling
from phoihop.clauses.briefings.models import Audience, ObstacleState, ObstacleTopic
from phoihop.notices.models import Notice


def test_sorting_gives_an_owner_a_day_and_begins_the_work(raised, regulator, vnpt):
    row = raised(vnpt)
    topic = ObstacleTopic.objects.get(name="Giá thuê cột, cống bể")

    row = handling.triage(actor=regulator, obstacle=row, topic=topic, urgency="high", owner=regulator.user)

    assert (row.state, row.owner, row.due_on) == (ObstacleState.WORKING, regulator.user, dt.date(2026, 7, 13))
    assert [event.code for event in row.events.filter(internal=True)] == ["triaged"]
    assert Notice.objects.filter(user=vnpt.user, key__startswith="obstacle.taken").count() == 1


def test_an_owner_from_elsewhere_is_refused(raised, regulator, vnpt):
    row = raised(vnpt)

    with pytest.raises(Refused) as refusal:
        handling.triage(actor=regulator, obstacle=row, topic=None, urgency="low", owner=vnpt.user)

    assert refusal.value.field == "owner"


def test_an_answer_goes_to_the_raiser_who_confirms_it(raised, regulator, vnpt):
    row = raised(vnpt)

    row = handling.answer(actor=regulator, obstacle=row, answer="UBND xã sẽ họp dân.", legal_basis="Luật Viễn thông")
    row = closing.confirm(actor=vnpt, obstacle=row)

    assert (row.state, row.solved_at, row.answer) == (ObstacleState.SOLVED, vnpt.at, "UBND xã sẽ họp dân.")
    assert Notice.objects.filter(user=vnpt.user, key__startswith="obstacle.answered").count() == 1


def test_nothing_is_confirmed_before_it_is_answered(raised, vnpt):
    with pytest.raises(WrongState):
        closing.confirm(actor=vnpt, obstacle=raised(vnpt))


def test_reopening_needs_a_reason_and_a_new_day(raised, regulator, vnpt):
    row = handling.answer(actor=regulator, obstacle=raised(vnpt), answer="Đã làm việc với xã.")

    with pytest.raises(Refused):
        closing.reopen(actor=vnpt, obstacle=row, reason=" ")
    row = closing.reopen(actor=vnpt.on(dt.date(2026, 7, 1)), obstacle=row, reason="Dân vẫn chặn đường.")

    assert (row.state, row.reopened, row.due_on) == (ObstacleState.WORKING, 1, dt.date(2026, 7, 22))
    assert row.events.last().note == "Dân vẫn chặn đường."


def test_a_rival_confirms_nothing_even_of_an_open_one(raised, regulator, vnpt, viettel):
    row = handling.answer(actor=regulator, obstacle=raised(vnpt, audience=Audience.ALL), answer="Đã xong.")

    with pytest.raises(NotAllowed):
        closing.confirm(actor=viettel, obstacle=row)


def test_an_enterprise_answers_nothing(raised, vnpt):
    with pytest.raises(NotAllowed):
        handling.answer(actor=vnpt, obstacle=raised(vnpt), answer="Tự trả lời")
