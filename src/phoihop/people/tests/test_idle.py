import datetime as dt

import pytest
from django.core.management import call_command

from phoihop.people.idle import disable_idle_accounts
from phoihop.people.models import User
from phoihop.testing.cast import NOON

FORTY_FOUR, FORTY_SIX = dt.timedelta(days=44), dt.timedelta(days=46)


def _seen(user, ago):
    User.objects.filter(pk=user.pk).update(last_active_at=NOON - ago)


def _active(user):
    return User.objects.get(pk=user.pk).is_active


@pytest.fixture(autouse=True)
def _all_seen_today(cast):
    User.objects.update(last_active_at=NOON)


def test_account_is_disabled_after_45_days(vnpt, viettel):
    _seen(vnpt.user, FORTY_SIX)
    _seen(viettel.user, FORTY_FOUR)

    assert disable_idle_accounts(at=NOON) == 1
    assert (_active(vnpt.user), _active(viettel.user)) == (False, True)
    assert User.objects.get(pk=vnpt.user.pk).disabled_reason == "idle"


def test_account_that_nobody_ever_used_counts_from_its_making(vnpt):
    User.objects.filter(pk=vnpt.user.pk).update(last_active_at=None, joined_at=NOON - FORTY_SIX)
    disable_idle_accounts(at=NOON)

    assert not _active(vnpt.user)


def test_twice_is_as_good_as_once(vnpt):
    _seen(vnpt.user, FORTY_SIX)
    disable_idle_accounts(at=NOON)

    assert disable_idle_accounts(at=NOON) == 0


def test_last_keeper_stays(keeper):
    _seen(keeper.user, FORTY_SIX)
    disable_idle_accounts(at=NOON)

    assert _active(keeper.user)


def test_demo_cast_stays_in_demo_mode_alone(vnpt, settings):
    _seen(vnpt.user, FORTY_SIX)
    User.objects.update(is_demo=True)
    settings.DEMO = True
    disable_idle_accounts(at=NOON)
    stayed = _active(vnpt.user)
    settings.DEMO = False
    disable_idle_accounts(at=NOON)

    assert stayed
    assert not _active(vnpt.user)


def test_command_says_how_many(vnpt, capsys):
    User.objects.update(last_active_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    call_command("disable_idle")

    assert capsys.readouterr().out.strip() == f"{User.objects.filter(is_active=False).count()} accounts disabled"
