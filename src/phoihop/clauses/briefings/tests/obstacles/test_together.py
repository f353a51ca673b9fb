"""Duplicates are dealt with together; no enterprise learns that a rival's confidential one exists."""

import pytest
from django.urls import reverse

from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.obstacles import closing, handling, raising, together
from phoihop.clauses.briefings.models import Audience, ObstacleState
from phoihop.notices.models import Notice


@pytest.fixture
def pair(raised, regulator, vnpt, viettel):
    """Viettel's goes along with VNPT's; both are confidential."""
    head = raised(vnpt, "BIMAT-VNPT trạm thôn Đông")
    other = raised(viettel, "Trạm ở thôn Đông bị phản đối")
    together.merge(actor=regulator, obstacle=other, into=head)
    return head, other


def test_the_answer_reaches_both_each_in_its_own_words(pair, regulator):
    head, other = pair

    handling.answer(actor=regulator, obstacle=head, answer="BIMAT trả lời VNPT", answer_others="Xã sẽ họp dân.")
    other.refresh_from_db()

    assert (other.state, other.answer) == (ObstacleState.ANSWERED, "Xã sẽ họp dân.")


def test_no_answer_is_passed_on_by_mistake(pair, regulator):
    with pytest.raises(Refused) as refusal:
        handling.answer(actor=regulator, obstacle=pair[0], answer="BIMAT trả lời VNPT")

    assert refusal.value.field == "answer_others"


def test_nothing_tells_the_rival_that_there_is_another(pair, regulator, vnpt, viettel, client_of):
    head, other = pair
    handling.take(actor=regulator, obstacle=head)
    handling.answer(actor=regulator, obstacle=head, answer="BIMAT trả lời", answer_others="Xã sẽ họp dân.")
    pages = [
        reverse("briefings:obstacle_detail", args=[other.pk]),
        *(reverse(f"briefings:obstacle_{name}") for name in ("list", "board", "map", "statistics")),
    ]

    texts = [client_of(viettel).get(url).content.decode() for url in pages]
    own = client_of(vnpt).get(reverse("briefings:obstacle_detail", args=[head.pk])).content.decode()
    told = list(Notice.objects.filter(user=viettel.user).values_list("text", flat=True))

    assert "Sở trả lời" in texts[0]
    for text in [*texts, *told]:
        assert "BIMAT" not in text
        assert "gộp" not in text.lower().replace("đã gộp</option>", "")
        assert "Xử lý chung" not in text
    assert other.title not in own
    assert "Xử lý chung" not in own


def test_the_department_sees_one_card_for_both(pair, regulator, viettel, client_of):
    url = reverse("briefings:obstacle_board")

    desk, rival = (client_of(who).get(url).content.decode() for who in (regulator, viettel))

    assert pair[0].title in desk
    assert pair[1].title not in desk
    assert pair[1].title in rival


def test_reopening_takes_it_out_and_back_to_work(pair, regulator, viettel):
    head, other = pair
    handling.answer(actor=regulator, obstacle=head, answer="Một", answer_others="Hai")
    other.refresh_from_db()

    other = closing.reopen(actor=viettel, obstacle=other, reason="Chưa xong")

    assert (other.state, other.merged_into_id) == (ObstacleState.WORKING, None)


def test_what_went_along_stays_when_the_first_is_taken_back(pair, vnpt):
    head, other = pair

    raising.withdraw(actor=vnpt, obstacle=head, reason="Nhầm")
    other.refresh_from_db()

    assert (other.state, other.merged_into_id) == (ObstacleState.RAISED, None)


def test_a_partys_own_duplicate_ends_and_says_where_it_went(raised, regulator, vnpt, client_of):
    first, second = raised(vnpt, "Trạm thôn Đông"), raised(vnpt, "Trạm thôn Đông, lần hai")

    row = together.merge(actor=regulator, obstacle=second, into=first)
    text = client_of(vnpt).get(reverse("briefings:obstacle_detail", args=[second.pk])).content.decode()

    assert row.state == ObstacleState.MERGED
    assert reverse("briefings:obstacle_detail", args=[first.pk]) in text


def test_an_open_duplicate_never_ends_in_a_confidential_one(raised, regulator, vnpt):
    hidden, shown = raised(vnpt), raised(vnpt, audience=Audience.ALL)

    row = together.merge(actor=regulator, obstacle=shown, into=hidden)

    assert row.state == ObstacleState.RAISED
    assert row.merged_into == hidden


def test_it_can_be_taken_apart_again(pair, regulator):
    row = together.split(actor=regulator, obstacle=pair[1])

    assert row.merged_into_id is None
    with pytest.raises(Refused):
        together.split(actor=regulator, obstacle=row)
