"""A regulator's person sets up an authenticator before doing anything else, and signs in with its code."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from phoihop.base.access import PartyKind, Role
from phoihop.people.models import Membership, Party, User
from tests.journeys.acting import PASSWORD
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PERIOD_S = 30


def _code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD_S))


def test_a_regulators_person_sets_up_an_authenticator_and_uses_it(
    stage: Stage, settings: Any, clock: time_machine.Traveller
) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    party = Party.objects.create(name="Sở TT&TT", short_name="Sở", code="STTTT", kind=PartyKind.REGULATOR)
    user = User.objects.create_user("ha@example.vn", "Lê Thu Hà", PASSWORD)
    Membership.objects.create(party=party, user=user, role=Role.OFFICER.value, started_on=dt.date(2026, 1, 1))
    officer = stage.newcomer("officer")

    officer.sign_in("ha@example.vn")
    officer.go("/programmes/")
    expect(officer.page).to_have_url(f"{stage.address}/account/2fa/")
    officer.go("/account/2fa/totp/activate/")
    officer.fill_in(password=PASSWORD)  # a change of how the account is guarded asks once more
    secret = officer.page.locator("#secret").inner_text()
    officer.picture("00-second-factor")
    officer.fill_in(code=_code(secret))
    officer.go("/programmes/")
    officer.sees("Chưa có chương trình nào")

    again = stage.newcomer("again")
    again.sign_in("ha@example.vn")
    clock.shift(PERIOD_S)  # no code opens twice
    again.fill_in(code=_code(secret))
    again.go("/programmes/")
    again.sees("Chưa có chương trình nào")
    assert stage.complaints() == []
