"""Telling people of some parties one thing."""

import datetime as dt

import pytest
from django.utils.translation import gettext_lazy

from phoihop.base.access import Permission, Role
from phoihop.notices.actions import people_of, tell
from phoihop.notices.models import Notice
from phoihop.people.models import Membership, User
from phoihop.testing.cast import DAY, seat


def _tell(actor, *parties, key="k", **values):
    values = {"text": gettext_lazy("Đã lưu."), "url": "/", **values}
    return tell(actor=actor, users_of=[one.party.pk for one in parties], key=key, **values)


def test_one_thing_is_told_once_a_person(regulator, vnpt, viettel):
    _tell(regulator, vnpt, viettel)
    _tell(regulator, vnpt, viettel)
    _tell(regulator, vnpt, key="another")

    assert Notice.objects.filter(user=vnpt.user).count() == 2
    assert Notice.objects.filter(user=viettel.user).count() == 1


def test_each_in_their_own_language(regulator, vnpt, viettel):
    User.objects.filter(pk=viettel.user_id).update(language="en")

    _tell(regulator, vnpt, viettel)

    assert Notice.objects.get(user=vnpt.user).text == "Đã lưu."
    assert Notice.objects.get(user=viettel.user).text == "Saved."


def test_who_did_it_is_not_told_unless_asked_for(regulator, director, vnpt):
    _tell(regulator, regulator)
    assert not Notice.objects.filter(user=regulator.user).exists()

    _tell(regulator, regulator, key="self", also_self=True)
    assert Notice.objects.filter(user=regulator.user, key="self").exists()
    assert Notice.objects.filter(user=director.user).count() == 2


def test_only_who_may_act_on_it(regulator, vnpt):
    member = seat(vnpt.party, Role.MEMBER, "Thành viên", "thanhvien@example.vn")

    _tell(regulator, vnpt, permission=Permission.REPORT_CONFIRM)

    assert not Notice.objects.filter(user=member.user).exists()
    assert Notice.objects.filter(user=vnpt.user).exists()


@pytest.mark.parametrize("change", ["left", "not yet", "disabled"])
def test_only_who_sits_there_now(regulator, vnpt, change):
    if change == "left":
        Membership.objects.filter(user=vnpt.user).update(ended_on=DAY)
    elif change == "not yet":
        Membership.objects.filter(user=vnpt.user).update(started_on=DAY + dt.timedelta(days=1))
    else:
        User.objects.filter(pk=vnpt.user_id).update(is_active=False)

    assert people_of([vnpt.party.pk], None, DAY) == []
    assert _tell(regulator, vnpt) == 0
