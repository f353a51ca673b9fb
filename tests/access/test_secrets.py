"""What VNPT alone and the department may read never reaches a rival, by whatever way."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail

from phoihop.notices.actions import current_feed
from phoihop.notices.digests import send_digest
from phoihop.notices.models import OutgoingMail
from phoihop.testing.cast import NOON
from tests.access.crawling import crawl
from tests.access.markers import FIGURE, MARKER
from tests.access.matrix import LINES
from tests.access.reading import address

GROUPED = f"{int(FIGURE):,}".replace(",", ".")
# Who has the secret address may read what is behind it.
OWN_KEY = {"people:invitation_accept", "notices:feed", "briefings:asked", "briefings:asked_file"}
TELLTALES = (MARKER, MARKER.lower(), FIGURE, GROUPED)


def _told(text: str) -> list[str]:
    return [word for word in TELLTALES if word in text]


def _everything(world, client):
    starts = [address(line, world.args) for line in LINES if line.name not in OWN_KEY]
    return dict(crawl(client, list(dict.fromkeys(starts))))


def test_a_rival_reads_no_secret_in_page_or_file(world, client_of):
    read = _everything(world, client_of(world.people["viettel"]))

    assert {url: found for url, text in read.items() if (found := _told(text))} == {}
    assert any(text.startswith("BEGIN:VCALENDAR") for text in read.values())
    assert any("/data.json" in url and FIGURE not in text for url, text in read.items())


def test_the_same_search_finds_them_for_their_owner(world, client_of):
    read = _everything(world, client_of(world.people["vnpt"]))

    found = {word for text in read.values() for word in _told(text)}
    assert {MARKER, FIGURE, GROUPED} <= found


@pytest.mark.parametrize("name", ["viettel", "post"])
def test_no_mail_to_a_rival_holds_a_secret(world, name):
    rival = world.people[name]

    send_digest(rival.user, NOON + dt.timedelta(days=1))

    sent = [f"{one.subject} {one.body} {one.alternatives}" for one in mail.outbox if rival.user.email in one.to]
    kept = [f"{one.subject} {one.body}" for one in OutgoingMail.objects.filter(to=rival.user.email)]
    assert sent
    assert kept
    assert [_told(text) for text in sent + kept if _told(text)] == []


def test_a_rival_calendar_holds_no_secret(world, client, client_of):
    feed = current_feed(actor=world.people["viettel"])

    response = client.get(f"/notices/feed/{feed.secret}.ics")

    assert response.status_code == 200
    assert b"BEGIN:VEVENT" in response.content
    assert _told(response.content.decode().replace("\r\n ", "")) == []


def test_answers_of_errors_hold_no_secret(world, client_of):
    client = client_of(world.people["viettel"])

    texts = [
        client.post(address(line, world.args), {"nothing": "1"}).content.decode(errors="replace")
        for line in LINES
        if line.row and line.name not in OWN_KEY
    ]

    assert [found for text in texts if (found := _told(text))] == []
