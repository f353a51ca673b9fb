"""One digest a person a day; each stage of each due thing once."""

import datetime as dt

import pytest
from django.core import mail as outbox

from phoihop.notices.actions import tell
from phoihop.notices.digests import send_digest, send_due, stage_of
from phoihop.notices.models import Notice, OutgoingMail
from phoihop.people.models import User
from phoihop.testing.cast import DAY, NOON

ONE_DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("days", "stage"), [(8, ""), (7, "soon"), (1, "soon"), (0, "today"), (-1, "overdue"), (-400, "overdue")]
)
def test_stages(owed, days, stage):
    assert stage_of(owed(DAY + days * ONE_DAY), DAY) == stage


def test_what_has_no_day_is_not_reminded_of(owed):
    assert stage_of(owed(None), DAY) == ""


def test_each_stage_is_mailed_once(owed, vnpt):
    owed(DAY)
    days = [-8, -7, -6, -1, 0, 0, 1, 2, 30]

    sent = [send_digest(vnpt.user, NOON + day * ONE_DAY) for day in days]

    assert sent == [False, True, False, False, True, False, True, False, False]


def test_a_new_day_for_the_same_thing_is_told_anew(owed, vnpt):
    owed(DAY, key="same")
    send_digest(vnpt.user, NOON)
    owed.all.clear()
    owed(DAY + 5 * ONE_DAY, key="same")

    assert send_digest(vnpt.user, NOON)


def test_nobody_is_reminded_of_what_others_owe_them(owed, regulator):
    owed(DAY)

    assert not send_digest(regulator.user, NOON)


def test_what_is_personal_goes_to_that_person(owed, vnpt, viettel):
    owed(DAY, user_id=viettel.user_id)

    assert not send_digest(vnpt.user, NOON)


def test_the_subject_counts(owed, vnpt):
    owed(DAY)
    owed(DAY - ONE_DAY)

    send_digest(vnpt.user, NOON)

    assert outbox.outbox[0].subject == "Phối Hợp: 2 việc cần làm, 1 việc quá hạn"
    assert outbox.outbox[0].to == [vnpt.user.email]


def test_unread_notices_are_mailed_once_and_read_ones_never(owed, regulator, vnpt):
    for key in ("mới", "đã đọc"):
        tell(actor=regulator, users_of=[vnpt.party.pk], text=f"Tin {key}", url="/", key=key)
    Notice.objects.filter(key="đã đọc").update(read_at=NOON)

    assert [send_digest(vnpt.user, NOON), send_digest(vnpt.user, NOON + ONE_DAY)] == [True, False]
    assert "Tin mới" in outbox.outbox[0].body
    assert "Tin đã đọc" not in outbox.outbox[0].body


def test_in_the_persons_language(owed, vnpt):
    owed(DAY)
    vnpt.user.language = "en"

    send_digest(vnpt.user, NOON)

    assert "việc" not in outbox.outbox[0].subject


@pytest.mark.parametrize(("hour", "count"), [(6, 0), (7, 1), (23, 1)])
def test_digests_go_out_from_seven_in_the_morning(owed, vnpt, hour, count):
    owed(DAY)

    assert send_due(at=NOON.replace(hour=hour)) == count


def test_ticking_twice_mails_once(owed, vnpt):
    owed(DAY)

    assert [send_due(at=NOON), send_due(at=NOON)] == [1, 0]


def test_what_comes_up_later_in_the_day_waits_for_the_next_morning(owed, regulator, vnpt):
    owed(DAY)
    send_due(at=NOON)
    tell(actor=regulator, users_of=[vnpt.party.pk], text="Tin chiều", url="/", key="chiều")

    assert [send_due(at=NOON + dt.timedelta(hours=3)), send_due(at=NOON + ONE_DAY)] == [0, 1]


def test_a_disabled_account_gets_nothing(owed, vnpt):
    owed(DAY)
    User.objects.filter(pk=vnpt.user_id).update(is_active=False)

    assert send_due(at=NOON) == 0


def test_what_is_wrong_with_one_digest_keeps_nobody_from_theirs(owed, vnpt, viettel, monkeypatch):
    for person in (vnpt, viettel):
        owed(DAY, user_id=person.user_id)
    sent = []

    def broken_for_one(user, at):
        if user.pk == vnpt.user_id:
            raise ValueError
        sent.append(user.pk)
        return True

    monkeypatch.setattr("phoihop.notices.digests.send_digest", broken_for_one)

    send_due(at=NOON)

    assert viettel.user_id in sent


@pytest.fixture
def dead_server(settings):
    settings.EMAIL_BACKEND = "phoihop.notices.tests.dead_server.Refusing"


def test_what_the_mail_server_refuses_does_not_count_as_told(owed, vnpt, dead_server):
    owed(DAY)
    Notice.objects.create(user=vnpt.user, text="Tin mới", url="/", key="one")

    assert not send_digest(vnpt.user, NOON)

    assert Notice.objects.get(key="one").mailed_at is None
    assert OutgoingMail.objects.get().error


def test_a_refused_digest_is_tried_again_the_next_hour(owed, vnpt, settings):
    owed(DAY)
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "phoihop.notices.tests.dead_server.Refusing"
    assert [send_due(at=NOON), send_due(at=NOON + dt.timedelta(minutes=5))] == [0, 0]
    assert OutgoingMail.objects.count() == 1

    settings.EMAIL_BACKEND = backend
    sent = [send_due(at=NOON + dt.timedelta(hours=hours)) for hours in (1, 2)]

    assert sent == [1, 0]
    assert outbox.outbox[0].to == [vnpt.user.email]
