"""A year of coordination in a real browser, from an installation without a single row."""

from __future__ import annotations

import pytest
import time_machine

from tests.journeys import agreeing, doing, founding, signing
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_year(stage: Stage, clock: time_machine.Traveller) -> None:
    founding.found_department(stage)
    founding.create_enterprises(stage)
    programme = founding.create_programme(stage)
    memorandum = agreeing.write_memorandum(stage, programme)
    agreeing.agree(stage, memorandum)
    signing.sign(stage, agreeing.open_signing(stage, memorandum))
    signing.number(stage, memorandum)
    plan = doing.plan(stage, programme)
    doing.hold_activity(stage, plan)
    doing.commend(stage, doing.report(stage, programme))

    assert stage.complaints() == []
