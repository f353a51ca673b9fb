import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.programme.actions.programmes import AlreadyTakesPart, add_participant, leave_programme
from phoihop.programme.queries.programmes import addable_parties
from phoihop.testing.factories import PartyFactory, RegulatorFactory

DAY = dt.date(2026, 6, 15)


def test_an_enterprise_joins(regulator, programme):
    party = PartyFactory()

    row = add_participant(actor=regulator, programme=programme, party=party, joined_on=DAY)

    assert (row.party_id, row.left_on) == (party.pk, None)


def test_twice_is_refused(regulator, programme, vnpt):
    with pytest.raises(AlreadyTakesPart):
        add_participant(actor=regulator, programme=programme, party=vnpt.party, joined_on=DAY)


def test_who_left_may_come_back(regulator, programme, vnpt):
    leave_programme(actor=regulator, programme=programme, party=vnpt.party, left_on=dt.date(2026, 1, 31))

    row = add_participant(actor=regulator, programme=programme, party=vnpt.party, joined_on=DAY)

    assert row.left_on is None


def test_a_regulator_does_not_join(regulator, programme):
    with pytest.raises(Refused):
        add_participant(actor=regulator, programme=programme, party=RegulatorFactory(), joined_on=DAY)


def test_leaving_before_joining_is_refused(regulator, programme, vnpt):
    with pytest.raises(Refused) as refusal:
        leave_programme(actor=regulator, programme=programme, party=vnpt.party, left_on=dt.date(2020, 1, 1))

    assert refusal.value.field == "left_on"


def test_a_stranger_cannot_leave(regulator, programme):
    with pytest.raises(NotVisible):
        leave_programme(actor=regulator, programme=programme, party=PartyFactory(), left_on=DAY)


def test_enterprises_change_nothing(vnpt, programme):
    with pytest.raises(NotAllowed):
        leave_programme(actor=vnpt, programme=programme, party=vnpt.party, left_on=DAY)


def test_only_those_outside_are_offered(regulator, programme, vnpt):
    outside = PartyFactory(registered_by=regulator.party)
    PartyFactory(name="Của cơ quan khác")
    leave_programme(actor=regulator, programme=programme, party=vnpt.party, left_on=DAY)

    assert set(addable_parties(actor=regulator, programme=programme)) == {outside, vnpt.party}


def test_joining_by_the_page(client_of, regulator, programme):
    party = PartyFactory(registered_by=regulator.party)

    page = client_of(regulator).post(
        reverse("programme:programme_join", args=[programme.pk]), {"party": str(party.pk), "joined_on": "15/06/2026"}
    )

    assert page.status_code == 302
    assert programme.participants.filter(party=party).exists()


def test_leaving_by_the_page(client_of, regulator, programme, vnpt):
    url = reverse("programme:programme_leave", args=[programme.pk, vnpt.party.pk])

    page = client_of(regulator).post(url, {"left_on": "2026-06-15"})

    assert page.status_code == 302
    assert programme.participants.get(party=vnpt.party).left_on == DAY
