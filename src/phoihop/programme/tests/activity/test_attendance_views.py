"""Taking attendance of all parties on one page, and taking a party out."""

import pytest
from django.urls import reverse

from phoihop.programme.actions.activity import send_attendees
from phoihop.programme.actions.activity.participation import Sent


@pytest.fixture
def take(client_of, regulator, activity):
    def taken(**data):
        address = reverse("programme:activity_attendance", args=[activity.pk])
        return client_of(regulator).post(address, data, follow=True)

    return taken


def test_a_forged_person_is_passed_over(take, regulator, activity, vnpt):
    row = send_attendees(actor=regulator, activity=activity, party=vnpt.party, people=[Sent("Nguyễn A")])
    key, known = vnpt.party.pk, row.attendees.get().pk

    response = take(**{f"attended-{key}": "yes", f"people-{key}": ["không phải mã", str(known)]})

    assert response.status_code == 200
    row.refresh_from_db()
    assert (row.attended, row.present) == (True, 1)
    assert row.attendees.get().present


@pytest.mark.parametrize("count", ["9" * 5000, "12345", "-3", "ba", "501"])
def test_a_number_that_cannot_be_is_refused_in_words(take, activity, vnpt, count):
    key = vnpt.party.pk

    response = take(**{f"attended-{key}": "yes", f"present-{key}": count})

    assert f"{vnpt.party.short_name}: " in response.content.decode()
    assert activity.participations.get(party=vnpt.party).attended is None


def test_one_refused_line_keeps_out_all(take, activity, vnpt, viettel, post):
    keys = [member.party.pk for member in (vnpt, viettel, post)]
    data = {f"attended-{key}": "yes" for key in keys} | {f"present-{keys[0]}": "2", f"present-{keys[1]}": "2"}

    take(**data, **{f"present-{keys[2]}": "900"})

    assert not activity.participations.filter(attended__isnull=False).exists()


def test_the_lead_takes_a_party_out_by_a_button(client_of, regulator, activity, vnpt):
    client, address = client_of(regulator), reverse("programme:activity_detail", args=[activity.pk])
    button = reverse("programme:participant_remove", args=[activity.pk, vnpt.party.pk])

    assert button in client.get(address).content.decode()
    client.post(button)

    assert not activity.participations.filter(party=vnpt.party).exists()
    assert button not in client.get(address).content.decode()


def test_an_enterprise_sees_no_such_button(client_of, activity, vnpt):
    page = client_of(vnpt).get(reverse("programme:activity_detail", args=[activity.pk])).content.decode()

    assert reverse("programme:participant_remove", args=[activity.pk, vnpt.party.pk]) not in page
