import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.notices.models import Notice
from phoihop.programme.actions.memorandum import answer_revision, circulate, recall
from phoihop.programme.models import RevisionAnswer
from phoihop.programme.queries.memorandum import answers
from phoihop.programme.tests.memorandum.conftest import ANSWER_BY


def test_a_party_accepts_and_the_lead_hears_of_it(vnpt, regulator, viettel, revision):
    answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=True)

    assert RevisionAnswer.objects.get().accepts
    assert Notice.objects.filter(user_id=regulator.user_id, text__startswith="VNPT đồng ý").exists()
    assert not Notice.objects.filter(user_id=viettel.user_id, text__startswith="VNPT").exists()


def test_asking_for_a_change_needs_words(vnpt, revision):
    with pytest.raises(Refused) as refusal:
        answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=False, note=" ")

    assert refusal.value.field == "note"


def test_an_answer_can_be_changed_while_the_round_is_open(vnpt, revision):
    answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=False, note="Sửa mục 2")
    answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=True)

    assert RevisionAnswer.objects.get().accepts


def test_nobody_answers_for_a_rival(vnpt, viettel, revision):
    with pytest.raises(NotAllowed):
        answer_revision(actor=vnpt, revision=revision, party=viettel.party, accepts=True)


def test_the_lead_does_not_answer_itself(regulator, revision):
    with pytest.raises(NotVisible):
        answer_revision(actor=regulator, revision=revision, party=regulator.party, accepts=True)


def test_an_old_revision_takes_no_answers(regulator, vnpt, draft, revision):
    recall(actor=regulator, memorandum=draft, reason="Sửa")
    circulate(actor=regulator, memorandum=draft, answer_by=ANSWER_BY)

    with pytest.raises(Refused):
        answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=True)


def test_a_party_reads_its_own_answer_alone(vnpt, viettel, regulator, revision):
    answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=False, note="Giá thuê quá cao")

    seen_by_rival = answers(actor=viettel, revision=revision)
    seen_by_lead = answers(actor=regulator, revision=revision)

    assert [(row.party.pk, row.answer) for row in seen_by_rival] == [(viettel.party.pk, None)]
    assert len(seen_by_lead) == 3


def test_no_page_shows_a_rival_the_answer(client_of, vnpt, viettel, regulator, revision):
    answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=False, note="Giá thuê quá cao")
    urls = [
        reverse("programme:memorandum_detail", args=[revision.memorandum_id]),
        reverse("programme:revision_detail", args=[revision.pk]),
    ]

    rival = [client_of(viettel).get(url).content.decode() for url in urls]
    lead = client_of(regulator).get(urls[0]).content.decode()

    assert not any("Giá thuê quá cao" in body for body in rival)
    assert "Giá thuê quá cao" in lead


def test_the_form_asks_to_choose(client_of, vnpt, revision):
    page = client_of(vnpt).post(reverse("programme:revision_answer", args=[revision.pk]), {"note": "Ghi chú"})

    assert page.status_code == 422
    assert "Ghi chú" in page.content.decode()


def test_the_form_sends_the_answer(client_of, vnpt, revision):
    page = client_of(vnpt).post(
        reverse("programme:revision_answer", args=[revision.pk]), {"accepts": "yes", "note": ""}
    )

    assert page.status_code == 302
    assert RevisionAnswer.objects.get().party_id == vnpt.party.pk
