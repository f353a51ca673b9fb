import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.base.models import AuditEntry
from phoihop.clauses.briefings.actions.decisions import following
from phoihop.clauses.briefings.models import Decision
from phoihop.notices.models import Notice

DUE = dt.date(2026, 8, 15)


def test_the_owner_is_told_of_its_task(task, vnpt):
    told = Notice.objects.filter(user=vnpt.user)

    assert [one.text for one in told] == ["Nhiệm vụ được giao: Hạ ngầm cáp tuyến Trần Hưng Đạo"]


def test_an_enterprise_gives_no_tasks(vnpt, programme):
    with pytest.raises(NotAllowed):
        following.record_decision(actor=vnpt, programme=programme, text="x", owner=vnpt.party, due_on=DUE)

    assert not Decision.objects.exists()


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_task_is_refused(regulator, vnpt, programme, text):
    with pytest.raises(Refused, match="nội dung"):
        following.record_decision(actor=regulator, programme=programme, text=text, owner=vnpt.party, due_on=DUE)


def test_a_private_task_goes_to_nobody_who_may_not_read_it(regulator, vnpt, viettel, programme):
    with pytest.raises(Refused, match="riêng"):
        following.record_decision(
            actor=regulator, programme=programme, text="x", owner=viettel.party, due_on=DUE, confidential_to=vnpt.party
        )


def test_a_change_needs_a_reason_and_keeps_what_was(regulator, task, viettel):
    change = {"actor": regulator, "decision": task, "text": task.text, "owner": viettel.party, "due_on": DUE}

    with pytest.raises(Refused, match="lý do"):
        following.change_decision(**change, reason=" ")
    following.change_decision(**change, reason="VNPT đã bàn giao tuyến")

    task.refresh_from_db()
    entry = AuditEntry.objects.get(event="briefings.decision.changed")
    assert (task.owner, task.due_on) == (viettel.party, DUE)
    assert entry.after["reason"] == "VNPT đã bàn giao tuyến"


def test_a_change_that_changes_nothing_is_no_event(regulator, task):
    following.change_decision(
        actor=regulator, decision=task, text=task.text, owner=task.owner, due_on=task.due_on, reason=""
    )

    assert not AuditEntry.objects.filter(event="briefings.decision.changed").exists()


def test_done_is_the_departments_word(regulator, vnpt, task):
    with pytest.raises(NotAllowed):
        following.confirm_done(actor=vnpt, decision=task)
    following.confirm_done(actor=regulator, decision=task)

    task.refresh_from_db()
    assert (task.state, task.done_at) == ("done", regulator.at)


def test_of_two_officers_at_once_the_second_is_told(regulator, task):
    seen_by_another = Decision.objects.get(pk=task.pk)
    following.confirm_done(actor=regulator, decision=task)

    with pytest.raises(Stale):
        following.drop(actor=regulator, decision=seen_by_another, reason="Không cần nữa")


def test_opened_again_it_is_due_again(regulator, task):
    done = following.confirm_done(actor=regulator, decision=task)

    following.reopen(actor=regulator, decision=done, reason="Còn 200 m chưa hạ ngầm")

    task.refresh_from_db()
    assert (task.state, task.done_at, task.reason) == ("open", None, "Còn 200 m chưa hạ ngầm")


def test_a_dropped_task_stays_dropped_for_changes(regulator, task):
    dropped = following.drop(actor=regulator, decision=task, reason="Dự án dừng")

    with pytest.raises(Refused, match="khép lại"):
        following.change_decision(
            actor=regulator, decision=dropped, text="khác", owner=task.owner, due_on=None, reason="sửa"
        )
