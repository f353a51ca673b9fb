import datetime as dt

from phoihop.clauses.briefings.actions.obstacles import handling
from phoihop.clauses.briefings.models import Audience, Obstacle, ObstacleState
from phoihop.clauses.briefings.obstacles.clockwork import run
from phoihop.notices.models import Notice
from phoihop.notices.sources import dues
from phoihop.testing.cast import NOON


def test_a_late_answer_is_told_to_the_whole_desk_once(raised, regulator, director, vnpt):
    row = raised(vnpt)

    run(at=NOON + dt.timedelta(days=30))
    run(at=NOON + dt.timedelta(days=31))

    told = Notice.objects.filter(key__startswith="obstacle.escalated")
    assert {notice.user for notice in told} == {regulator.user, director.user}
    assert row.events.filter(code="escalated", internal=True).count() == 1


def test_silence_closes_nothing_but_reminds(raised, regulator, vnpt):
    handling.answer(actor=regulator, obstacle=raised(vnpt), answer="Đã làm.")

    for days in (3, 8, 9, 25):
        run(at=NOON + dt.timedelta(days=days))

    assert Obstacle.objects.get().state == ObstacleState.ANSWERED
    assert Notice.objects.filter(user=vnpt.user, key__startswith="obstacle.unconfirmed").count() == 2


def test_the_department_owes_an_answer_and_the_enterprise_a_word(raised, regulator, vnpt, viettel):
    waiting, answered = raised(vnpt, audience=Audience.ALL), raised(vnpt)
    handling.answer(actor=regulator, obstacle=answered, answer="Đã làm.")

    found = {due.key.split(":")[0]: due for due in dues(actor=vnpt) if due.key.startswith("briefings.obstacle")}

    assert found["briefings.obstacle.answer"].party_id == regulator.party.pk
    assert found["briefings.obstacle.answer"].due_on == waiting.due_on
    assert found["briefings.obstacle.confirm"].party_id == vnpt.party.pk
    assert not [due for due in dues(actor=viettel) if due.key.startswith("briefings.obstacle")]
