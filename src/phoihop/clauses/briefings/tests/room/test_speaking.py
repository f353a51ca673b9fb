"""Who speaks."""

import pytest

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.briefings.actions.room import running, speaking
from phoihop.clauses.briefings.queries.room.state import room_state


def names(actor, briefing):
    state = room_state(actor=actor, briefing=briefing)
    return (state.speaking.name if state.speaking else None, [one.name for one in state.waiting])


def test_in_the_order_in_which_they_ask_each_once(regulator, vnpt, viettel, live):
    for member in (vnpt, viettel, vnpt):
        speaking.ask_to_speak(actor=member, briefing=live, party=member.party)

    speaking.give_floor(actor=regulator, briefing=live)

    assert names(viettel, live) == (vnpt.name, [viettel.name])


def test_giving_the_floor_ends_the_turn_before(regulator, vnpt, viettel, live):
    first, second = (speaking.ask_to_speak(actor=m, briefing=live, party=m.party) for m in (vnpt, viettel))
    speaking.give_floor(actor=regulator, briefing=live, speaker=second)
    speaking.give_floor(actor=regulator, briefing=live, speaker=first)

    second.refresh_from_db()

    assert (second.state, names(regulator, live)) == ("done", (vnpt.name, []))
    with pytest.raises(Stale):
        speaking.give_floor(actor=regulator, briefing=live, speaker=second)


def test_one_withdraws_oneself_and_nobody_else(regulator, vnpt, viettel, live):
    row = speaking.ask_to_speak(actor=vnpt, briefing=live, party=vnpt.party)
    with pytest.raises(NotAllowed):
        speaking.withdraw(actor=viettel, briefing=live, speaker=row)

    speaking.withdraw(actor=vnpt, briefing=live, speaker=row)

    assert names(regulator, live) == (None, [])


def test_the_desk_writes_down_a_raised_hand(regulator, vnpt, live):
    speaking.add_speaker(actor=regulator, briefing=live, party=vnpt.party, name="Phạm Văn Tú")
    speaking.add_speaker(actor=regulator, briefing=live, party=vnpt.party, name="Đỗ Thị Lan")

    assert names(vnpt, live) == (None, ["Phạm Văn Tú", "Đỗ Thị Lan"])


def test_for_ones_own_party_and_while_there_is_a_topic(regulator, vnpt, viettel, topics, live):
    with pytest.raises(NotAllowed):
        speaking.ask_to_speak(actor=vnpt, briefing=live, party=viettel.party)
    for item in topics:
        running.next_topic(actor=regulator, briefing=live, seen=item.pk)

    with pytest.raises(Refused, match="Chưa có nội dung"):
        speaking.ask_to_speak(actor=vnpt, briefing=live, party=vnpt.party)


def test_with_the_topic_the_list_ends(regulator, vnpt, topics, live):
    waiting = speaking.ask_to_speak(actor=vnpt, briefing=live, party=vnpt.party)

    running.next_topic(actor=regulator, briefing=live, seen=topics[0].pk)

    waiting.refresh_from_db()
    assert waiting.state == "withdrawn"
