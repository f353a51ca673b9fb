"""From topic to topic."""

import pytest

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.briefings.actions.room import running, voting
from phoihop.clauses.briefings.models import Briefing
from phoihop.clauses.briefings.queries.room.state import room_state
from phoihop.clauses.briefings.tests.room.conftest import later


def statuses(briefing):
    return [item.status for item in briefing.items.all()]


def test_it_begins_with_the_first_topic(topics, live):
    assert (live.status, live.current) == ("running", topics[0])


def test_not_without_topics(regulator, briefing):
    with pytest.raises(Refused, match="chưa có nội dung"):
        running.start_room(actor=regulator, briefing=briefing)


def test_days_before_only_where_the_chair_says_so(regulator, briefing, topics):
    early = later(regulator, days=-1)
    with pytest.raises(Refused, match="Chưa đến giờ"):
        running.start_room(actor=early, briefing=briefing)

    running.start_room(actor=early, briefing=briefing, early=True)

    ended = running.end_room(actor=early, briefing=briefing)
    ended.activity.refresh_from_db()
    assert (ended.status, ended.activity.status) == ("ended", "open")


def test_time_is_kept_across_a_pause(regulator, topics, live):
    one = topics[0]
    running.pause(actor=later(regulator, minutes=4), briefing=live, seen=one.pk)
    running.resume(actor=later(regulator, minutes=30), briefing=live, seen=one.pk)

    running.next_topic(actor=later(regulator, minutes=33), briefing=live, seen=one.pk)

    one.refresh_from_db()
    assert (one.status, one.spent_s) == ("done", 7 * 60)


def test_two_officers_press_next_at_once_and_one_topic_passes(regulator, director, topics, live):
    running.next_topic(actor=regulator, briefing=live, seen=topics[0].pk)

    with pytest.raises(Stale, match="Người khác vừa chuyển"):
        running.next_topic(actor=director, briefing=live, seen=topics[0].pk)

    live.refresh_from_db()
    assert live.current == topics[1]


def test_a_topic_is_carried_over_and_the_rest_follows_at_the_end(regulator, topics, live):
    running.carry_over(actor=regulator, briefing=live, seen=topics[0].pk)

    ended = running.end_room(actor=later(regulator, hours=3), briefing=live)

    assert statuses(live) == ["carried", "done", "carried"]
    ended.activity.refresh_from_db()
    assert (ended.status, ended.current, ended.activity.status) == ("ended", None, "held")


def test_one_goes_back_to_a_topic_and_its_clock_goes_on(regulator, topics, live):
    running.go_to(actor=later(regulator, minutes=2), briefing=live, item=topics[2], seen=topics[0].pk)
    running.go_to(actor=later(regulator, minutes=3), briefing=live, item=topics[0], seen=topics[2].pk)

    live.refresh_from_db()
    clock = room_state(actor=later(regulator, minutes=4), briefing=live).clock

    assert (clock.spent_s, clock.tone) == (3 * 60, "ok")


def test_more_time_changes_the_clock(regulator, topics, live):
    running.extend(actor=regulator, briefing=live, minutes=5, seen=topics[0].pk)
    live.refresh_from_db()

    tones = [room_state(actor=later(regulator, minutes=minutes), briefing=live).clock.tone for minutes in (11, 12, 16)]

    assert tones == ["ok", "soon", "over"]
    with pytest.raises(Refused, match="120"):
        running.extend(actor=regulator, briefing=live, minutes=116, seen=topics[0].pk)


def test_after_the_last_topic_there_is_none(regulator, topics, live):
    for item in topics:
        running.next_topic(actor=regulator, briefing=live, seen=item.pk)

    live.refresh_from_db()
    assert live.current is None
    assert running.next_topic(actor=regulator, briefing=live, seen=None) is None


def test_an_open_vote_keeps_the_meeting_open(regulator, live):
    voting.open_vote(actor=regulator, briefing=live, question="?", options=["A", "B"])

    with pytest.raises(Refused, match="bỏ phiếu"):
        running.end_room(actor=regulator, briefing=live)


def test_parties_do_not_run_the_room(vnpt, topics, live):
    with pytest.raises(NotAllowed):
        running.next_topic(actor=vnpt, briefing=live, seen=topics[0].pk)


def test_where_nobody_kept_the_room(regulator, topics, briefing):
    with pytest.raises(Refused, match="chưa đến giờ"):
        running.hold_without_room(actor=regulator, briefing=briefing)

    running.hold_without_room(actor=later(regulator, hours=4), briefing=briefing)

    assert statuses(briefing) == ["done"] * 3
    assert Briefing.objects.get(pk=briefing.pk).started_at == briefing.activity.starts_at
