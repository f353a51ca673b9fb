"""Secret addresses of calendars."""

import pytest
from django.db.models import QuerySet
from icalendar import Calendar

from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.base.models import AuditEntry
from phoihop.notices.actions import current_feed, renew_feed
from phoihop.notices.models import Feed
from phoihop.people.models import User
from phoihop.testing.factories import ActivityFactory, ProgrammeFactory


@pytest.fixture
def feed(vnpt):
    return current_feed(actor=vnpt)


def _get(client, feed):
    return client.get(f"/notices/feed/{feed.secret}.ics")


def test_a_person_has_one_feed_of_everything(vnpt, feed):
    assert current_feed(actor=vnpt) == feed
    assert len(feed.secret) >= 43


def test_a_visitor_has_none(visitor):
    with pytest.raises(NotAllowed):
        current_feed(actor=visitor)


def test_whoever_has_the_address_reads_what_its_owner_may(client, programme, feed):
    mine = ActivityFactory(programme=programme)
    ActivityFactory(programme=ProgrammeFactory())

    response = _get(client, feed)

    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [mine.title]
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


def test_a_feed_of_one_programme_holds_that_one(client, vnpt, programme):
    mine = ActivityFactory(programme=programme)
    other = ProgrammeFactory()
    other.participants.create(party=vnpt.party, joined_on="2026-01-01")
    ActivityFactory(programme=other)

    response = _get(client, current_feed(actor=vnpt, programme_id=programme.pk))

    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [mine.title]


def test_there_is_no_feed_of_a_programme_one_does_not_see(client_of, vnpt):
    foreign = ProgrammeFactory().pk

    with pytest.raises(NotVisible):
        current_feed(actor=vnpt, programme_id=foreign)
    assert client_of(vnpt).get(f"/notices/feeds/?programme={foreign}").status_code == 404
    assert client_of(vnpt).get("/notices/feeds/?programme=all").status_code == 404
    assert not Feed.objects.exists()


def test_the_second_of_two_first_uses_finds_the_feed_of_the_first(vnpt, feed, monkeypatch):
    get, missed = QuerySet.get, []

    def late(rows, *args, **kwargs):
        if rows.model is Feed and not missed:
            missed.append(kwargs)
            raise Feed.DoesNotExist
        return get(rows, *args, **kwargs)

    monkeypatch.setattr(QuerySet, "get", late)

    assert current_feed(actor=vnpt) == feed
    assert missed


def test_every_feed_is_listed_and_can_be_revoked_without_a_new_one(client_of, client, vnpt, programme, feed):
    one = current_feed(actor=vnpt, programme_id=programme.pk)
    body = client_of(vnpt).get("/notices/feeds/").content.decode()

    answer = client_of(vnpt).post(f"/notices/feeds/{one.pk}/revoke/")

    assert programme.name in body
    assert f"/notices/feeds/{one.pk}/revoke/" in body
    assert answer.status_code == 302
    assert _get(client, one).status_code == 404
    assert list(Feed.objects.filter(revoked_at=None)) == [feed]


def test_nobody_revokes_anothers(client_of, viettel, feed):
    assert client_of(viettel).post(f"/notices/feeds/{feed.pk}/revoke/").status_code == 404
    assert Feed.objects.get(pk=feed.pk).revoked_at is None


def test_renewing_kills_the_old_address(client, vnpt, feed):
    new = renew_feed(actor=vnpt, pk=feed.pk)

    assert _get(client, feed).status_code == 404
    assert _get(client, new).status_code == 200
    assert AuditEntry.objects.filter(event="notices.feed.revoked", object_id=str(feed.pk)).exists()


def test_the_secret_is_not_in_the_history(feed):
    for entry in AuditEntry.objects.all():
        assert feed.secret not in f"{entry.object_text}{entry.before}{entry.after}"


def test_nobody_renews_anothers(client_of, viettel, feed):
    assert client_of(viettel).post(f"/notices/feeds/{feed.pk}/renew/").status_code == 404
    assert Feed.objects.get(pk=feed.pk).revoked_at is None


def test_renewing_twice_from_an_old_page_is_refused(client_of, vnpt, feed):
    client = client_of(vnpt)

    answers = [client.post(f"/notices/feeds/{feed.pk}/renew/").status_code for _ in range(2)]

    assert answers == [302, 404]


def test_the_address_dies_with_the_account(client, vnpt, feed):
    User.objects.filter(pk=vnpt.user_id).update(is_active=False)

    assert _get(client, feed).status_code == 404


def test_a_wrong_address_is_nothing(client, db):
    assert client.get("/notices/feed/wrong.ics").status_code == 404


def test_the_page_shows_the_address(client_of, vnpt, feed):
    assert f"/notices/feed/{feed.secret}.ics" in client_of(vnpt).get("/notices/feeds/").content.decode()


def test_reading_is_noted(client, feed):
    _get(client, feed)

    feed.refresh_from_db()
    assert feed.last_read_at is not None
