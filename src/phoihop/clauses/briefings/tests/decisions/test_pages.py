import pytest
from django.urls import reverse

from phoihop.clauses.briefings.hooks import decisions as hooks
from phoihop.clauses.briefings.models import Decision
from phoihop.clauses.briefings.queries.decisions import decisions as queries

LIST = "briefings:decision_list"


def test_a_rival_sees_nothing_of_a_private_task(client_of, secret, task, viettel):
    shown = client_of(viettel).get(reverse(LIST) + "?state=all&q=").content.decode()
    there = client_of(viettel).get(reverse("briefings:decision_detail", args=[secret.pk]))

    assert "KM14" not in shown
    assert task.text in shown
    assert there.status_code == 404
    assert [one.open + one.late for one in queries.standings(actor=viettel)] == [1]


@pytest.mark.parametrize(("words", "found"), [("ha ngam cap", 1), ("Trần Hưng", 1), ("cầu Phú Lương", 0)])
def test_words_are_found_without_diacritics(vnpt, task, words, found):
    assert queries.decisions(actor=vnpt, text=words).count() == found


def test_late_means_open_and_past_its_day(regulator, task):
    Decision.objects.update(due_on="2026-01-31")

    assert list(queries.late_decisions(actor=regulator, programme=task.programme_id)) == [task]


def test_what_is_due_stands_on_both_sides(vnpt, regulator, viettel, task):
    assert [(due.party_id, due.due_on) for due in hooks.dues(vnpt)] == [(vnpt.party.pk, task.due_on)]
    assert [due.party_id for due in hooks.dues(regulator)] == [vnpt.party.pk]
    Decision.objects.update(state="reported")
    assert [due.party_id for due in hooks.dues(regulator)] == [regulator.party.pk]


def test_a_task_is_given_reported_and_confirmed_in_the_browser(client_of, regulator, vnpt, programme):
    desk, owner = client_of(regulator), client_of(vnpt)
    given = {"text": "Nộp sơ đồ tuyến cáp", "owner": str(vnpt.party.pk), "due_on": "31/07/2026"}

    desk.post(reverse("briefings:decision_new", args=[programme.pk]), given)
    task = Decision.objects.get()
    owner.post(reverse("briefings:decision_report", args=[task.pk]), {"text": "Đã nộp", "finished": "on"})
    desk.post(reverse("briefings:decision_done", args=[task.pk]))

    task.refresh_from_db()
    page = owner.get(reverse("briefings:decision_detail", args=[task.pk])).content.decode()
    assert task.state == "done"
    assert "Đã nộp" in page


def test_what_was_typed_stays_when_it_is_refused(client_of, regulator, task):
    answer = client_of(regulator).post(
        reverse("briefings:decision_edit", args=[task.pk]),
        {"text": "Nội dung mới", "owner": str(task.owner_id), "due_on": "", "reason": "  "},
    )

    assert answer.status_code == 422
    assert "Nội dung mới" in answer.content.decode()
