"""Sending one mail and keeping a record of it."""

import pytest
from django.core import mail as outbox

from phoihop.notices.actions import mail
from phoihop.notices.models import OutgoingMail


@pytest.fixture
def send(vnpt):
    def sent(**values):
        context = {"user": vnpt.user, "reminders": [], "notices": [], "today": None}
        return mail(
            to=vnpt.user.email, subject="Tóm tắt", template="notices/mail/digest", context=context, kind="digest",
            **values,
        )  # fmt: skip

    return sent


def test_as_text_and_as_html(send):
    send(attachments=[("moi.ics", b"BEGIN:VCALENDAR", "text/calendar")])

    message = outbox.outbox[0]
    assert "Kính gửi" in message.body
    assert message.alternatives[0].mimetype == "text/html"
    assert message.attachments[0].filename == "moi.ics"


def test_in_the_readers_language(send):
    send(language="en")

    assert "Kính gửi" not in outbox.outbox[0].body


def test_a_record_is_kept(send, vnpt):
    kept = send()

    assert (kept.to, kept.error) == (vnpt.user.email, "")
    assert kept.sent_at is not None


def test_a_server_that_refuses_is_noted_and_does_not_undo_the_action(send, monkeypatch):
    def refuse(message):
        raise ConnectionRefusedError("cổng 25")

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)

    kept = send()

    assert kept.sent_at is None
    assert "cổng 25" in OutgoingMail.objects.get().error


def test_a_line_break_does_not_forge_the_head(vnpt):
    context = {"user": vnpt.user, "reminders": [], "notices": [], "today": None}

    mail(
        to=vnpt.user.email, subject="Họp\r\nBcc: a@b.vn", template="notices/mail/digest", context=context, kind="digest"
    )

    assert outbox.outbox[0].subject == "Họp Bcc: a@b.vn"
