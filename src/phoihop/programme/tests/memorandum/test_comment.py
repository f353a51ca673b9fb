import pytest
from django.urls import reverse

from phoihop.base.errors import NotVisible, Refused
from phoihop.programme.actions.memorandum import comment, recall, reply, withdraw_comment
from phoihop.programme.models import ClauseComment
from phoihop.programme.queries.memorandum import reading, revisions, visible_comment


@pytest.fixture
def remark(vnpt, revision):
    return comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="costs", text="Ghi rõ mức kinh phí")


def shown(actor, revision):
    found = reading(actor=actor, memorandum=revision.memorandum, revision=revision)
    return [one.text for passage in (*found.before, *found.clauses, *found.after) for one in passage.comments]


def test_own_party_and_lead_read_a_comment(vnpt, regulator, revision, remark):
    assert shown(vnpt, revision) == ["Ghi rõ mức kinh phí"]
    assert shown(regulator, revision) == ["Ghi rõ mức kinh phí"]


def test_a_rival_does_not_and_cannot_count_it(viettel, revision, remark):
    listed = revisions(actor=viettel, memorandum=revision.memorandum)

    assert shown(viettel, revision) == []
    assert [row.comment_count for row in listed] == [0]
    with pytest.raises(NotVisible):
        visible_comment(actor=viettel, pk=remark.pk)


def test_a_comment_opened_to_all_is_read_by_all(vnpt, viettel, revision):
    comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="costs", text="Cùng bàn", open_to_all=True)

    assert shown(viettel, revision) == ["Cùng bàn"]


def test_a_proposal_that_changes_nothing_is_none(vnpt, revision):
    same = revision.content["sections"]["costs"]

    row = comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="costs", text="Hỏi thêm", proposal=same)

    assert row.proposal == ""


def test_neither_words_nor_proposal_is_refused(vnpt, revision):
    with pytest.raises(Refused):
        comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="costs", text=" ")


def test_a_clause_of_no_revision_does_not_exist(vnpt, revision):
    with pytest.raises(NotVisible):
        comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="nothing", text="x")


def test_a_comment_is_taken_back_until_the_lead_replied(vnpt, regulator, revision, remark):
    other = comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="review", text="Thêm khen thưởng")
    reply(actor=regulator, comment=remark, reply="Sẽ ghi trong kế hoạch", settled=True)

    withdraw_comment(actor=vnpt, comment=other)
    with pytest.raises(Refused):
        withdraw_comment(actor=vnpt, comment=remark)

    assert list(ClauseComment.objects.values_list("pk", flat=True)) == [remark.pk]


def test_the_page_offers_the_text_to_rewrite(client_of, vnpt, revision):
    clause = revision.content["clauses"][1]
    url = reverse("programme:comment_new", args=[revision.pk, clause["id"]])

    page = client_of(vnpt).get(url)

    assert clause["text"] in page.content.decode()


def test_the_page_sends_a_comment(client_of, vnpt, revision):
    clause = revision.content["clauses"][1]
    url = reverse("programme:comment_new", args=[revision.pk, clause["id"]])

    page = client_of(vnpt).post(url, {"text": "Giữ 6 tháng một lần", "proposal": clause["text"]})

    assert page.status_code == 302
    assert ClauseComment.objects.get().anchor == clause["id"]


def test_rivals_page_says_nothing_of_it(client_of, viettel, revision, remark):
    pages = [
        client_of(viettel).get(reverse("programme:memorandum_detail", args=[revision.memorandum_id])),
        client_of(viettel).get(reverse("programme:revision_detail", args=[revision.pk])),
    ]

    assert all(page.status_code == 200 for page in pages)
    assert not any("Ghi rõ mức kinh phí" in page.content.decode() for page in pages)


def test_a_comment_that_comes_too_late_is_refused_on_a_page_that_keeps_it(client_of, vnpt, regulator, revision):
    recall(actor=regulator, memorandum=revision.memorandum, reason="Sửa")
    url = reverse("programme:comment_new", args=[revision.pk, "costs"])

    page = client_of(vnpt).post(url, {"text": "Đã gõ rất lâu", "proposal": ""})

    assert page.status_code == 422
    assert "Đã gõ rất lâu" in page.content.decode()
    assert not ClauseComment.objects.exists()
