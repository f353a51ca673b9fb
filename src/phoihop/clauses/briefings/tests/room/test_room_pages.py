"""The room on phones, on the projector, at the desk."""

import pytest
from django.urls import reverse

from phoihop.clauses.briefings.actions.room import speaking
from phoihop.clauses.briefings.models import AgendaItem, Briefing, Vote
from phoihop.clauses.briefings.queries.room.record import room_record


def url(name, *args):
    return reverse(f"briefings:{name}", args=args)


@pytest.mark.parametrize("name", ["room_state", "screen_state", "desk_state"])
def test_unchanged_is_said_without_a_page(regulator, vnpt, client_of, live, name):
    client = client_of(regulator)
    seen = {"v": live.room_version}
    live.refresh_from_db()
    seen = {"v": live.room_version}

    before = client.get(url(name, live.pk), seen)
    speaking.ask_to_speak(actor=vnpt, briefing=live, party=vnpt.party)
    after = client.get(url(name, live.pk), seen)

    assert (before.status_code, after.status_code) == (204, 200)
    assert vnpt.name in after.content.decode()


def test_numbers_for_the_script_are_plain_digits(regulator, client_of, topics, live):
    Briefing.objects.filter(pk=live.pk).update(room_version=1234)
    AgendaItem.objects.filter(pk=topics[0].pk).update(minutes=20, spent_s=5000)

    for name in ("room", "room_screen", "room_desk"):
        text = client_of(regulator).get(url(name, live.pk)).content.decode()

        assert "?v=1234" in text
        assert 'data-allowed="1200"' in text
        assert "1.234" not in text


def test_unchanged_asks_one_question_of_the_room(vnpt, client_of, live, django_assert_num_queries):
    live.refresh_from_db()
    client = client_of(vnpt)
    client.get(url("room_state", live.pk), {"v": live.room_version})

    with django_assert_num_queries(4):  # the session, the person, the seats, and the version
        client.get(url("room_state", live.pk), {"v": live.room_version})


def test_two_clients_one_meeting(regulator, vnpt, viettel, client_of, topics, live):
    desk, phone, rival = (client_of(member) for member in (regulator, vnpt, viettel))
    phone.post(url("speak_ask", live.pk, vnpt.party.pk))
    desk.post(url("speak_floor", live.pk))
    desk.post(url("vote_open", live.pk), {"question": "Đồng ý?", "options": "Có\nKhông"})
    vote = Vote.objects.get()
    yes = vote.options.first()
    phone.post(url("vote_cast", vote.pk, vnpt.party.pk), {"option": yes.pk})
    stolen = rival.post(url("vote_cast", vote.pk, vnpt.party.pk), {"option": yes.pk})
    desk.post(url("vote_close", vote.pk))
    desk.post(url("room_step", live.pk, "next"), {"current": topics[0].pk})
    late = desk.post(url("room_step", live.pk, "next"), {"current": topics[0].pk}, follow=True)

    record = room_record(actor=regulator, briefing=live)

    assert stolen.status_code == 404
    assert "Người khác vừa chuyển" in late.content.decode()
    first = record.topics[0]
    assert [one.name for one in first.speakers] == [vnpt.name]
    assert [(line.option.text, line.count) for line in first.votes[0].options] == [("Có", 1), ("Không", 0)]
    assert record.topics[1].started_at is not None


def test_the_projector_shows_nothing_confidential_whoever_opened_it(
    regulator, client_of, topics, live, vnpt, obstacle, decision
):
    topics[0].obstacles.set([obstacle(vnpt, "Chung"), obstacle(vnpt, "bimat-vm", audience="department")])
    topics[0].decisions.set([decision(vnpt, "bimat-kl", confidential_to=vnpt.party)])

    screen = client_of(regulator).get(url("room_screen", live.pk)).content.decode()
    desk = client_of(regulator).get(url("room", live.pk)).content.decode()

    assert "Chung" in screen
    assert "bimat" not in screen
    assert "bimat-vm" in desk


def test_a_wrong_vote_is_told_beside_its_field(regulator, client_of, live):
    answer = client_of(regulator).post(url("vote_open", live.pk), {"question": "Gì?", "options": "Một"})

    assert answer.status_code == 422
    assert "từ 2 đến 8" in answer.content.decode()


def test_only_what_is_published_is_shown(regulator, client_of, live):
    answer = client_of(regulator).post(url("room_show", live.pk), {"code": "doanh_thu"}, follow=True)

    live.refresh_from_db()
    assert live.shown_figure == ""
    assert "đã công bố" in answer.content.decode()
