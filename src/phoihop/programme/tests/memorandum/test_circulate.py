import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import Refused
from phoihop.notices.models import Notice
from phoihop.programme.actions.memorandum import circulate, recall, remove_party, save_revision
from phoihop.programme.models import MemorandumStatus
from phoihop.programme.tests.memorandum.conftest import ANSWER_BY


def test_the_parties_get_the_text_and_a_day(regulator, draft, revision):
    assert draft.status == MemorandumStatus.CIRCULATED
    assert draft.answer_by == ANSWER_BY
    assert revision.circulated_at == regulator.at


def test_every_party_is_told_once_and_the_sender_is_not(revision, vnpt, viettel, regulator):
    told = set(Notice.objects.filter(key=f"memorandum.circulated:{revision.pk}").values_list("user_id", flat=True))

    assert {vnpt.user_id, viettel.user_id} <= told
    assert regulator.user_id not in told


def test_a_revision_saved_just_before_is_the_one_sent(regulator, draft):
    kept = save_revision(actor=regulator, memorandum=draft, note="Bản đầu")

    sent = circulate(actor=regulator, memorandum=draft, answer_by=ANSWER_BY)

    assert sent.pk == kept.pk
    assert draft.revisions.count() == 1


def test_a_day_that_has_passed_is_refused(regulator, draft):
    with pytest.raises(Refused) as refusal:
        circulate(actor=regulator, memorandum=draft, answer_by=dt.date(2026, 6, 14))

    assert refusal.value.field == "answer_by"


def test_without_parties_there_is_nobody_to_ask(regulator, draft):
    for seat in draft.parties.exclude(party=regulator.party):
        remove_party(actor=regulator, seat=seat)

    with pytest.raises(Refused):
        circulate(actor=regulator, memorandum=draft, answer_by=ANSWER_BY)


def test_after_a_recall_the_next_circulation_is_a_new_revision(regulator, draft, revision):
    recall(actor=regulator, memorandum=draft, reason="Sửa mục kinh phí")

    second = circulate(actor=regulator, memorandum=draft, answer_by=ANSWER_BY)

    assert second.number == 2


def test_the_page_says_what_is_wrong_and_keeps_the_note(client_of, regulator, draft):
    url = reverse("programme:memorandum_circulate", args=[draft.pk])

    page = client_of(regulator).post(url, {"answer_by": "2020-01-01", "note": "Đã sửa mục 2"})

    assert page.status_code == 422
    assert "Đã sửa mục 2" in page.content.decode()
