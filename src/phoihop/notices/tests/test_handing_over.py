"""Unread notices go to the successor, unless they may be another party's."""

import pytest

from phoihop.notices.actions import tell
from phoihop.notices.handing_over import pass_notices, unread_notices
from phoihop.notices.models import Notice
from phoihop.testing.factories import MembershipFactory


@pytest.fixture
def heir(vnpt):
    return MembershipFactory(party=vnpt.party).user


@pytest.fixture
def told(regulator, vnpt):
    tell(actor=regulator, users_of=[vnpt.party.pk], text="Tin", url="/", key="tin")


def test_unread_notices_pass_to_the_successor(told, vnpt, heir):
    Notice.objects.filter(user=heir).delete()

    assert [work.title for work in unread_notices(vnpt.user, vnpt.party)] == ["Tin"]
    pass_notices(vnpt.user, heir, vnpt.party, vnpt)

    assert list(Notice.objects.filter(user=heir).values_list("text", flat=True)) == ["Tin"]


def test_of_somebody_who_sat_for_another_party_none_passes(told, vnpt, viettel, heir):
    MembershipFactory(party=viettel.party, user=vnpt.user)
    Notice.objects.filter(user=heir).delete()

    assert list(unread_notices(vnpt.user, vnpt.party)) == []
    pass_notices(vnpt.user, heir, vnpt.party, vnpt)

    assert not Notice.objects.filter(user=heir).exists()
