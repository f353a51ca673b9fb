"""Invitations by mail and on paper, as jobs that may be run again."""

import json

import pytest

from phoihop.notices.models import OutgoingMail, Reminder
from phoihop.papers.models import Paper, PaperStatus
from phoihop.papers.present_signer import signature_of
from phoihop.programme.actions.activity_papers import draw_invitation, draw_minutes
from phoihop.programme.jobs import invitations


class Told:
    """Keeps what a job says of its progress."""

    def __init__(self):
        self.notes = []

    def expect(self, total):
        self.total = total

    def step(self, done, note=""):
        self.notes.append(note)


@pytest.fixture
def invite(regulator, activity):
    def invited():
        return invitations.send_invitations(regulator, Told(), activity=str(activity.pk), sequence=0)

    return invited


@pytest.fixture
def draw(regulator, activity, vnpt):
    def drawn():
        lead = activity.programme.lead
        return draw_invitation(
            actor=regulator, activity=activity, guest=vnpt.party, signer=signature_of(lead, on=regulator.today)
        )

    return drawn


def test_a_job_that_stopped_while_mailing_mails_nobody_twice(invite, monkeypatch):
    sent = []

    def mail_and_stop(activity, user, actor):
        sent.append(user.pk)
        raise ConnectionError

    monkeypatch.setattr(invitations, "_mail_one", mail_and_stop)
    with pytest.raises(ConnectionError):
        invite()
    monkeypatch.setattr(invitations, "_mail_one", lambda activity, user, actor: sent.append(user.pk))
    invite()

    assert len(sent) == len(set(sent)) == Reminder.objects.count() > 1


def test_running_it_again_mails_nobody(invite):
    invite()
    first = OutgoingMail.objects.count()

    invite()

    assert OutgoingMail.objects.count() == first > 0


def test_an_invitation_that_still_fits_is_left_alone(draw):
    first = draw().paper

    again = draw().paper

    assert (again.pk, again.pdf_id) == (first.pk, first.pdf_id)


def test_a_draft_is_drawn_again_when_the_place_changed(draw, activity):
    first = draw().paper
    activity.place = "Hội trường tầng 5"

    again = draw()

    kept = Paper.objects.get(pk=first.pk)
    assert (again.paper.pk, again.behind) == (first.pk, False)
    assert "Hội trường tầng 5" in json.dumps(kept.description, ensure_ascii=False)


def test_one_that_left_the_desk_stays_and_the_note_says_so(draw, regulator, activity, vnpt):
    first = draw().paper
    Paper.objects.filter(pk=first.pk).update(status=PaperStatus.FINAL)
    activity.place = "Hội trường tầng 5"
    activity.save()
    told = Told()

    invitations.draw_all_invitations(regulator, told, activity=str(activity.pk))

    assert "Hội trường tầng 5" not in json.dumps(Paper.objects.get(pk=first.pk).description, ensure_ascii=False)
    assert vnpt.party.short_name in told.notes[-1]
    assert "giữ nguyên" in told.notes[-1]


def test_the_minutes_name_parties_without_counting_heads(regulator, activity, vnpt):
    activity.participations.filter(party=vnpt.party).update(attended=True, present=7)
    activity.minutes = "Đã họp."

    text = json.dumps(draw_minutes(actor=regulator, activity=activity).description, ensure_ascii=False)

    assert vnpt.party.name in text
    assert "7 người" not in text
