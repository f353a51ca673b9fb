"""Answers, people, attendance."""

import pytest
from icalendar import Calendar, vCalAddress, vText

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.notices import calendar
from phoihop.programme import happenings
from phoihop.programme.actions.activity import (
    add_participants,
    answer_invitation,
    invite_participants,
    record_attendance,
    remove_participant,
    send_attendees,
    take_reply,
)
from phoihop.programme.actions.activity.participation import Sent
from phoihop.programme.models import Answer
from phoihop.programme.queries.activity import shown_participations
from phoihop.testing.factories import PartyFactory


def test_a_party_answers_for_itself(vnpt, activity):
    row = answer_invitation(actor=vnpt, activity=activity, party=vnpt.party, answer="accepted", expected=3)

    assert (row.answer, row.expected) == (Answer.YES, 3)


def test_a_party_cannot_answer_for_its_rival(vnpt, viettel, activity):
    with pytest.raises(NotAllowed):
        answer_invitation(actor=vnpt, activity=activity, party=viettel.party, answer="declined")


def test_whoever_declines_expects_nobody(vnpt, activity):
    row = answer_invitation(actor=vnpt, activity=activity, party=vnpt.party, answer="declined", expected=3)

    assert row.expected == 0


@pytest.mark.parametrize("answer", ["needs-action", "maybe?", ""])
def test_an_answer_is_one_of_three(vnpt, activity, answer):
    with pytest.raises(Refused):
        answer_invitation(actor=vnpt, activity=activity, party=vnpt.party, answer=answer)


def test_a_party_that_was_not_invited_has_nothing_to_answer(regulator, activity):
    with pytest.raises(NotVisible):
        answer_invitation(actor=regulator, activity=activity, party=PartyFactory(), answer="accepted")


def test_a_rival_sees_only_that_the_other_takes_part(vnpt, viettel, activity):
    answer_invitation(actor=vnpt, activity=activity, party=vnpt.party, answer="accepted", note="Cử 3 người")
    send_attendees(actor=vnpt, activity=activity, party=vnpt.party, people=[Sent("Trần Văn A", "Trưởng phòng")])

    shown = {one.party: one for one in shown_participations(actor=viettel, activity=activity)}

    assert shown[vnpt.party].row is None
    assert shown[vnpt.party].people == []
    assert shown[viettel.party].row is not None


def test_the_lead_sees_answers_and_people(regulator, vnpt, activity):
    send_attendees(actor=vnpt, activity=activity, party=vnpt.party, people=[Sent("Trần Văn A")])

    shown = {one.party: one for one in shown_participations(actor=regulator, activity=activity)}

    assert [one.name for one in shown[vnpt.party].people] == ["Trần Văn A"]


def test_attendance_counts_the_people_named(regulator, vnpt, activity):
    row = send_attendees(actor=vnpt, activity=activity, party=vnpt.party, people=[Sent("A"), Sent("B")])
    ids = [one.pk for one in row.attendees.all()]

    row = record_attendance(actor=regulator, activity=activity, party=vnpt.party, attended=True, present_ids=ids)

    assert row.present == 2


def test_a_party_that_came_is_not_taken_out(regulator, vnpt, activity):
    record_attendance(actor=regulator, activity=activity, party=vnpt.party, attended=True, present=1)

    with pytest.raises(Refused):
        remove_participant(actor=regulator, activity=activity, party=vnpt.party)


def test_adding_twice_adds_once(regulator, vnpt, activity):
    add_participants(actor=regulator, activity=activity, parties=[vnpt.party])

    assert activity.participations.filter(party=vnpt.party).count() == 1


def test_inviting_mails_an_entry_that_can_be_answered(
    regulator, vnpt, activity, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        invite_participants(actor=regulator, activity=activity)

    mine = next(mail for mail in mailoutbox if mail.to == [vnpt.user.email])
    entry = Calendar.from_ical(mine.attachments[0][1])
    event = entry.walk("VEVENT")[0]
    assert entry["METHOD"] == "REQUEST"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert str(event["UID"]) == f"{activity.pk}@phoihop"


def _reply(activity, email, partstat):
    body = calendar.invitation(
        happenings.happening_of(activity),
        organizer=("Sở", "so@example.vn"),
        attendee=("A", email),
        now=activity.starts_at,
    )
    entry = Calendar.from_ical(body)
    entry["METHOD"] = vText("REPLY")
    attendee = vCalAddress(f"MAILTO:{email}")
    attendee.params["PARTSTAT"] = vText(partstat)
    entry.walk("VEVENT")[0]["ATTENDEE"] = attendee
    return entry.to_ical()


def test_a_calendar_programs_reply_is_entered(regulator, vnpt, activity):
    row = take_reply(actor=regulator, activity=activity, data=_reply(activity, vnpt.user.email, "TENTATIVE"))

    assert (row.party, row.answer) == (vnpt.party, Answer.MAYBE)


@pytest.mark.parametrize("data", [b"", b"hello", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
def test_what_is_no_reply_is_refused_in_words(regulator, activity, data):
    with pytest.raises(Refused, match=r"\.ics"):
        take_reply(actor=regulator, activity=activity, data=data)


def test_a_strangers_reply_is_refused(regulator, activity):
    with pytest.raises(Refused, match="địa chỉ"):
        take_reply(actor=regulator, activity=activity, data=_reply(activity, "ai-do@example.com", "ACCEPTED"))
