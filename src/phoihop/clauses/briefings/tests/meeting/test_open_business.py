"""What is open before a briefing, with the eyes of each reader."""

from phoihop.clauses.briefings.models import AgendaItem
from phoihop.clauses.briefings.queries.meeting.open_business import open_business


def test_obstacles_come_by_topic_the_urgent_first(regulator, vnpt, briefing, topic, obstacle):
    later = obstacle(vnpt, "Thường", topic=topic)
    urgent = obstacle(vnpt, "Khẩn", topic=topic, urgency="high")
    other = obstacle(vnpt, "Không nhóm")
    obstacle(vnpt, "Đã rút", state="withdrawn")

    found = open_business(actor=regulator, briefing=briefing)

    assert [(group.topic, group.obstacles) for group in found.topics] == [(topic, [urgent, later]), (None, [other])]


def test_a_confidential_obstacle_is_the_departments_and_its_partys(regulator, vnpt, viettel, briefing, obstacle, topic):
    secret = obstacle(vnpt, "Kín", audience="department", topic=topic)

    seen = {who: open_business(actor=who, briefing=briefing) for who in (regulator, vnpt, viettel)}

    assert seen[regulator].private == seen[vnpt].private == [secret]
    assert seen[viettel].is_empty
    assert seen[regulator].topics == []


def test_late_by_the_day_of_the_meeting(regulator, viettel, vnpt, briefing, decision):
    late = decision(vnpt)
    decision(vnpt, due_on=None)
    decision(vnpt, state="done")
    secret = decision(vnpt, "Kín", confidential_to=vnpt.party)

    found = open_business(actor=regulator, briefing=briefing)

    assert (found.late, found.private_late) == ([late], [secret])
    assert open_business(actor=viettel, briefing=briefing).private_late == []


def test_what_the_briefing_before_carried_over(viettel, before, briefing):
    carried = AgendaItem.objects.create(briefing=before, title="Ngầm hóa cáp", status="carried")
    AgendaItem.objects.create(briefing=before, title="Xong", status="done")
    AgendaItem.objects.create(briefing=before, title="Trao đổi riêng", status="carried", private_talk=True)

    assert open_business(actor=viettel, briefing=briefing).carried == [carried]


def test_proposals_that_are_confidential_are_left_out_for_rivals(regulator, vnpt, viettel, briefing):
    shared = AgendaItem.objects.create(briefing=briefing, title="Chung", status="proposed", proposed_by=vnpt.party)
    secret = AgendaItem.objects.create(
        briefing=briefing, title="Kín", status="proposed", proposed_by=vnpt.party, confidential=True
    )

    assert open_business(actor=regulator, briefing=briefing).proposals == [shared, secret]
    assert open_business(actor=viettel, briefing=briefing).proposals == [shared]
