"""The joint plan of a year in a real browser: from sealed needs to a signed agreement."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from tests.journeys import sharing
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_three_operators_from_sealed_needs_to_a_signed_agreement(stage: Stage, clock: time_machine.Traveller) -> None:
    sharing.set_out(stage)
    round_ = sharing.call_for_needs(stage)
    sharing.file_in_confidence(stage, round_)
    sharing.stays_sealed(stage, round_)
    clock.move_to(dt.datetime(2026, 6, 21, 9, tzinfo=dt.timezone(dt.timedelta(hours=7))))
    sharing.come_back(stage)
    sharing.plan(stage, round_)
    sharing.sign(stage, sharing.agree(stage, round_))

    assert stage.complaints() == []
