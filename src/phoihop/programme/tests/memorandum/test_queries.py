"""Pages ask the same number of questions however much there is, and show parties only what was sent."""

import pytest
from django.urls import reverse

from phoihop.programme.actions.memorandum import comment, edit_terms, recall
from phoihop.programme.queries.memorandum import memoranda
from phoihop.programme.revising import terms_token


def count_of(client, url, django_assert_max_num_queries):
    with django_assert_max_num_queries(200) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("who", ["regulator", "vnpt"])
def test_the_page_does_not_ask_more_for_more_comments(
    client_of, cast, vnpt, revision, who, django_assert_max_num_queries
):
    client, url = client_of(cast[who]), reverse("programme:memorandum_detail", args=[revision.memorandum_id])
    comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="costs", text="Một")
    client.get(url)
    before = count_of(client, url, django_assert_max_num_queries)
    for clause in revision.content["clauses"]:
        comment(actor=vnpt, revision=revision, party=vnpt.party, anchor=clause["id"], text="Thêm")

    after = count_of(client, url, django_assert_max_num_queries)

    assert after == before


def test_a_party_reads_the_title_it_was_sent(regulator, vnpt, programme, draft, revision):
    recall(actor=regulator, memorandum=draft, reason="Sửa")
    draft.refresh_from_db()
    edit_terms(
        actor=regulator, memorandum=draft, title="Tên chưa gửi ai", starts_on=draft.starts_on, ends_on=draft.ends_on,
        token=terms_token(draft),
    )  # fmt: skip

    seen = [line.title for line in memoranda(actor=vnpt, programme=programme.pk)]

    assert seen == [revision.content["title"]]


def test_the_working_text_of_a_recalled_one_is_not_shown(client_of, regulator, vnpt, draft, revision):
    recall(actor=regulator, memorandum=draft, reason="Sửa")
    draft.refresh_from_db()
    edit_terms(
        actor=regulator, memorandum=draft, title="Tên chưa gửi ai", starts_on=draft.starts_on, ends_on=draft.ends_on,
        token=terms_token(draft),
    )  # fmt: skip

    body = client_of(vnpt).get(reverse("programme:memorandum_detail", args=[draft.pk])).content.decode()

    assert "Tên chưa gửi ai" not in body
