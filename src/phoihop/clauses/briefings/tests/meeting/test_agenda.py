"""Building the agenda, and the officer's hand on it."""

import pytest

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.briefings.actions.meeting import agenda as actions
from phoihop.clauses.briefings.actions.meeting.proposing import PRIVATE, propose_agenda
from phoihop.clauses.briefings.models import AgendaItem, Briefing
from phoihop.clauses.briefings.queries.meeting.agenda import agenda


def titles(actor, briefing):
    return [line.item.title for line in agenda(actor=actor, briefing=briefing).lines]


def test_what_is_open_comes_in_order_carried_over_first(regulator, vnpt, before, briefing, topic, obstacle, decision):
    AgendaItem.objects.create(briefing=before, title="Ngầm hóa cáp", status="carried")
    obstacle(vnpt, topic=topic)
    decision(vnpt)

    propose_agenda(actor=regulator, briefing=briefing)

    assert titles(regulator, briefing) == [
        "Khai mạc, giới thiệu thành phần dự họp", "Ngầm hóa cáp", "Kiểm điểm kết luận, nhiệm vụ quá hạn",
        "Vướng mắc: Thuê cột điện, cống bể", PRIVATE, "Kết luận của chủ trì",
    ]  # fmt: skip


def test_again_it_adds_only_what_is_new_and_keeps_the_officers_order(regulator, vnpt, briefing, topic, obstacle):
    first = obstacle(vnpt, topic=topic)
    propose_agenda(actor=regulator, briefing=briefing)
    closing = briefing.items.last()
    actions.move_item(actor=regulator, item=closing, up=True)
    second, other = obstacle(vnpt, "Thêm", topic=topic), obstacle(vnpt, "Ngoài nhóm")

    added = propose_agenda(actor=regulator, briefing=briefing)

    assert added == 1
    assert titles(regulator, briefing)[-3:] == ["Kết luận của chủ trì", "Vướng mắc khác", PRIVATE]
    assert set(briefing.items.get(group=topic).obstacles.all()) == {first, second}
    assert list(briefing.items.get(title="Vướng mắc khác").obstacles.all()) == [other]


def test_rivals_read_the_same_agenda_with_a_confidential_obstacle_as_without(
    regulator, vnpt, viettel, briefing, topic, obstacle
):
    obstacle(vnpt, topic=topic)
    propose_agenda(actor=regulator, briefing=briefing)
    without = agenda(actor=viettel, briefing=briefing)
    secret = obstacle(vnpt, "Kín", audience="department", topic=topic)

    propose_agenda(actor=regulator, briefing=briefing)

    assert agenda(actor=viettel, briefing=briefing) == without
    assert [line.obstacles for line in agenda(actor=vnpt, briefing=briefing).lines if line.item.private_talk] == [
        [secret]
    ]


def test_each_topic_begins_when_the_one_before_ends(regulator, briefing):
    for minutes in (5, 20, 170):
        actions.add_item(actor=regulator, briefing=briefing, title=f"Nội dung {minutes}", minutes=minutes)

    found = agenda(actor=regulator, briefing=briefing)

    minutes = [(line.starts_at - briefing.activity.starts_at).seconds // 60 for line in found.lines]
    assert (minutes, found.minutes, found.over) == ([0, 5, 25], 195, 15)
    briefing.activity.refresh_from_db()
    assert briefing.activity.agenda.splitlines()[1] == "2. Nội dung 20 (20 phút)"


def test_an_enterprise_does_not_write_the_agenda(vnpt, briefing):
    with pytest.raises(NotAllowed):
        propose_agenda(actor=vnpt, briefing=briefing)


def test_a_new_order_names_every_topic(regulator, briefing):
    one, two = (actions.add_item(actor=regulator, briefing=briefing, title=t, minutes=5) for t in ("Một", "Hai"))

    actions.reorder_items(actor=regulator, briefing=briefing, order=[two.pk, one.pk])

    assert titles(regulator, briefing) == ["Hai", "Một"]
    with pytest.raises(Stale):
        actions.reorder_items(actor=regulator, briefing=briefing, order=[one.pk])


def test_a_proposal_taken_off_waits_again_for_an_answer(regulator, vnpt, briefing):
    item = AgendaItem.objects.create(briefing=briefing, title="Đề xuất", proposed_by=vnpt.party)

    actions.remove_item(actor=regulator, item=item)

    item.refresh_from_db()
    assert item.status == "proposed"


def test_what_was_discussed_stays(regulator, briefing):
    item = actions.add_item(actor=regulator, briefing=briefing, title="Một", minutes=5)
    AgendaItem.objects.filter(pk=item.pk).update(started_at=regulator.at)

    with pytest.raises(Refused, match="đã được bàn"):
        actions.remove_item(actor=regulator, item=item)


def test_an_ended_briefing_keeps_its_agenda(regulator, briefing):
    Briefing.objects.filter(pk=briefing.pk).update(status="ended")

    with pytest.raises(Refused):
        actions.add_item(actor=regulator, briefing=briefing, title="Muộn", minutes=5)


def test_topics_have_some_minutes(regulator, briefing):
    with pytest.raises(Refused, match="phút"):
        actions.add_item(actor=regulator, briefing=briefing, title="Không", minutes=0)
