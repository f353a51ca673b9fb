import datetime as dt

import pytest
from django.urls import reverse

from phoihop.clauses.towers.actions.registry import tenancies
from phoihop.testing.factories import ActivityFactory, ParticipationFactory


@pytest.fixture
def address(programme, vnpt, viettel, post, mast_of):
    """The page of an activity in whose time Bưu điện came onto a mast of VNPT."""
    activity = ActivityFactory(programme=programme, kind="towers")
    for member in (vnpt, viettel):
        ParticipationFactory(activity=activity, party=member.party)
    tenancies.add_tenancy(actor=vnpt, mast=mast_of(vnpt), operator=post.party, since=dt.date(2026, 5, 1))
    return reverse("programme:activity_detail", args=[activity.pk])


def test_owner_and_department_read_what_was_counted(regulator, vnpt, address, client_of):
    for member in (regulator, vnpt):
        assert "Cột ăng ten dùng chung mới – VNPT" in client_of(member).get(address).content.decode()


def test_a_rival_does_not(viettel, address, client_of):
    shown = client_of(viettel).get(address).content.decode()

    assert "Sổ cột ăng ten" in shown
    assert "Cột ăng ten dùng chung mới" not in shown
