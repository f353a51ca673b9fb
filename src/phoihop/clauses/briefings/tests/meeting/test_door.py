"""Who came: by code, by name, late, and whom no list named."""

import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.briefings.actions.meeting import delegates, door
from phoihop.clauses.briefings.agenda.passes import token_of
from phoihop.clauses.briefings.models import Briefing, Pass
from phoihop.clauses.briefings.queries.meeting.attendance import party_lines
from phoihop.programme.models import Participation


@pytest.fixture
def lan(vnpt, briefing):
    return delegates.name_delegate(actor=vnpt, briefing=briefing, party=vnpt.party, name="Đỗ Thị Lan")


@pytest.fixture
def address(lan):
    return reverse("briefings:door", args=[token_of(Pass.objects.get(attendee=lan))])


def test_a_scanned_code_shows_who_it_is_and_lets_in_with_a_button(regulator, vnpt, client_of, lan, address):
    officer = client_of(regulator)

    shown = officer.get(address)
    lan.refresh_from_db()
    before = lan.present
    answer = officer.post(address, follow=True)

    lan.refresh_from_db()
    row = Participation.objects.get(party=vnpt.party, activity=lan.participation.activity)
    assert "Đỗ Thị Lan" in shown.content.decode()
    assert (before, lan.present, row.attended, row.present) == (False, True, True, 1)
    assert "Đã điểm danh" in answer.content.decode()


def test_once(regulator, briefing, lan):
    door.check_in(actor=regulator, briefing=briefing, attendee=lan)

    with pytest.raises(door.AlreadyIn, match="trước đó"):
        door.check_in(actor=regulator, briefing=briefing, attendee=lan)


def test_an_unknown_code_and_an_old_one_are_told_apart(regulator, vnpt, client_of, briefing, lan, address):
    officer = client_of(regulator)
    unknown = officer.get(reverse("briefings:door", args=["khong-co"]))
    delegates.remove_delegate(actor=vnpt, briefing=briefing, attendee=lan)
    old = officer.post(address)

    assert (unknown.status_code, old.status_code) == (404, 404)
    assert "Không có mã này" in unknown.content.decode()
    assert "Mã cũ" in old.content.decode()


def test_to_everybody_else_it_is_no_code(vnpt, viettel, client_of, address):
    for member in (vnpt, viettel):
        answer = client_of(member).get(address)

        assert answer.status_code == 404
        assert "Đỗ Thị Lan" not in answer.content.decode()


def test_the_clerk_keeps_the_door_and_an_enterprise_does_not(clerk, vnpt, briefing, lan):
    with pytest.raises(NotAllowed):
        door.check_in(actor=vnpt, briefing=briefing, attendee=lan)

    assert door.check_in(actor=clerk, briefing=briefing, attendee=lan).checked_in_at == clerk.at


def test_whoever_comes_after_the_beginning_is_late(regulator, vnpt, briefing, lan):
    Briefing.objects.filter(pk=briefing.pk).update(started_at=regulator.at - dt.timedelta(minutes=10))
    briefing.refresh_from_db()
    door.check_in(actor=regulator, briefing=briefing, attendee=lan)

    lines = party_lines(actor=vnpt, briefing=briefing)

    assert [person.late for line in lines for person in line.people] == [True]


def test_the_list_takes_names_and_numbers_at_once(regulator, vnpt, viettel, briefing, lan):
    tu = door.add_walk_in(actor=regulator, briefing=briefing, party=vnpt.party, name="Phạm Văn Tú")

    total = door.record_attendance(actor=regulator, briefing=briefing, present={lan.pk}, unnamed={viettel.party.pk: 2})

    lan.refresh_from_db()
    tu.refresh_from_db()
    assert (total, lan.present, tu.present) == (3, True, False)
    assert Participation.objects.get(activity=briefing.activity, party=viettel.party).present == 2


def test_a_briefing_that_is_concluded_has_closed_its_door(regulator, briefing, lan):
    Briefing.objects.filter(pk=briefing.pk).update(status="concluded")

    with pytest.raises(Refused):
        door.check_in(actor=regulator, briefing=briefing, attendee=lan)


def test_the_list_on_the_page(regulator, vnpt, client_of, briefing, lan):
    page = reverse("briefings:attendance", args=[briefing.pk])

    answer = client_of(regulator).post(page, {"present": [str(lan.pk)], f"unnamed-{vnpt.party.pk}": "1"}, follow=True)

    assert "2 người có mặt" in answer.content.decode()
    wrong = client_of(regulator).post(page, {f"unnamed-{vnpt.party.pk}": "nhiều"}, follow=True)
    assert "số người phải là số" in wrong.content.decode()
