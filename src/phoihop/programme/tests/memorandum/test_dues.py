import datetime as dt

import pytest

from phoihop.programme.actions.memorandum import answer_revision, comment, renew_memorandum
from phoihop.programme.dues.memorandum import memorandum_dues
from phoihop.programme.models import Memorandum, MemorandumStatus
from phoihop.programme.tests.memorandum.conftest import ANSWER_BY


def keys(actor):
    return sorted(due.key.split(":")[0].rsplit(".", 1)[1] for due in memorandum_dues(actor))


def test_a_party_owes_its_own_answer_and_sees_no_other(vnpt, viettel, revision):
    dues = list(memorandum_dues(vnpt))

    assert [(due.party_id, due.due_on) for due in dues] == [(vnpt.party.pk, ANSWER_BY)]


def test_the_lead_is_owed_all_answers(regulator, revision):
    assert keys(regulator) == ["answer", "answer", "answer"]


def test_an_answer_given_is_no_longer_due(vnpt, revision):
    answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=True)

    assert list(memorandum_dues(vnpt)) == []


def test_comments_wait_for_the_lead_and_do_not_show_to_rivals(regulator, vnpt, viettel, revision):
    comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="costs", text="Rõ hơn")

    assert "reply" in keys(regulator)
    assert keys(viettel) == ["answer"]


@pytest.mark.parametrize(("accepts", "expected"), [(True, "sign"), (False, "revise")])
def test_once_all_answered_the_lead_goes_on(regulator, vnpt, viettel, post, revision, accepts, expected):
    for member in (viettel, post):
        answer_revision(actor=member, revision=revision, party=member.party, accepts=True)
    answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=accepts, note="Sửa mục 2")

    assert keys(regulator) == [expected]


def test_a_term_that_ends_soon_asks_for_the_next(regulator, draft):
    Memorandum.objects.filter(pk=draft.pk).update(status=MemorandumStatus.IN_FORCE)
    draft.refresh_from_db()
    may = regulator.on(dt.date(2027, 6, 1))

    before = keys(may)
    renew_memorandum(actor=may, memorandum=draft, starts_on=dt.date(2027, 7, 1), ends_on=dt.date(2028, 6, 30))

    assert before == ["renew"]
    assert keys(may) == []


def test_queries_do_not_grow_with_parties_or_comments(
    regulator, vnpt, viettel, revision, django_assert_max_num_queries
):
    for number in range(5):
        comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="costs", text=f"Ý kiến {number}")

    with django_assert_max_num_queries(6):
        list(memorandum_dues(regulator))
