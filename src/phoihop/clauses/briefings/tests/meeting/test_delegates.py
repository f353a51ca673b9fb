"""People that parties send, deputies, passes."""

import pytest

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.clauses.briefings.actions.meeting import delegates, door
from phoihop.clauses.briefings.agenda.passes import address_of, token_of
from phoihop.clauses.briefings.models import Pass
from phoihop.clauses.briefings.queries.meeting import attendance
from phoihop.programme.actions.activity.participation import Sent, send_attendees


@pytest.fixture
def lan(vnpt, briefing):
    return delegates.name_delegate(
        actor=vnpt, briefing=briefing, party=vnpt.party, name="Đỗ Thị Lan", position="Phó phòng"
    )


def test_whoever_is_named_has_a_pass_that_can_be_drawn_again(briefing, lan):
    way_in = Pass.objects.get(attendee=lan)

    assert token_of(way_in) in address_of(way_in)
    assert token_of(way_in) not in way_in.salt + way_in.token_hash


def test_with_another_key_the_pass_is_not_drawn(lan, settings):
    settings.SECRET_KEY = "another"

    assert address_of(Pass.objects.get(attendee=lan)) == ""


def test_a_deputy_has_a_new_pass_and_the_old_code_is_told_as_old(regulator, vnpt, briefing, lan):
    old = token_of(Pass.objects.get(attendee=lan))

    delegates.send_deputy(actor=vnpt, briefing=briefing, attendee=lan, name="Phạm Văn Tú")

    new = Pass.objects.get(attendee=lan)
    assert (new.attendee.name, new.stands_in_for) == ("Phạm Văn Tú", "Đỗ Thị Lan")
    assert attendance.arrival(actor=regulator, token=old).person is None
    assert attendance.arrival(actor=regulator, token=token_of(new)).person == lan


def test_passes_outlive_a_list_that_is_written_again(vnpt, briefing, lan):
    people = [Sent("Đỗ Thị Lan", "Trưởng phòng"), Sent("Người mới")]

    send_attendees(actor=vnpt, activity=briefing.activity, party=vnpt.party, people=people)

    way_in = Pass.objects.get(briefing=briefing)
    assert (way_in.attendee, way_in.attendee.position) == (lan, "Trưởng phòng")
    assert delegates.make_missing_passes(actor=vnpt, briefing=briefing, party=vnpt.party) == 1


def test_whoever_is_taken_off_the_list_leaves_an_old_code(regulator, vnpt, briefing, lan):
    old = token_of(Pass.objects.get(attendee=lan))

    delegates.remove_delegate(actor=vnpt, briefing=briefing, attendee=lan)

    assert attendance.arrival(actor=regulator, token=old).person is None


def test_whoever_is_there_is_not_replaced(regulator, vnpt, briefing, lan):
    door.check_in(actor=regulator, briefing=briefing, attendee=lan)

    with pytest.raises(Refused, match="có mặt"):
        delegates.send_deputy(actor=vnpt, briefing=briefing, attendee=lan, name="Khác")


def test_rivals_know_neither_names_nor_numbers(viettel, vnpt, briefing, lan):
    lines = {line.party: line for line in attendance.party_lines(actor=viettel, briefing=briefing)}

    assert (lines[vnpt.party].row, lines[vnpt.party].people) == (None, [])
    with pytest.raises(NotVisible):
        attendance.code_of(actor=viettel, briefing=briefing, pk=lan.pk)
    with pytest.raises(NotAllowed):
        delegates.remove_delegate(actor=viettel, briefing=briefing, attendee=lan)
