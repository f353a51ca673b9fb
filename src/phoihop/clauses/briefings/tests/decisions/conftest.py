"""A task of VNPT that all parties know of, and one that concerns VNPT alone."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.clauses.briefings.actions.decisions.following import record_decision
from phoihop.clauses.briefings.models import Decision

DUE = dt.date(2026, 7, 31)


@pytest.fixture
def task(regulator, vnpt, programme) -> Decision:
    return record_decision(
        actor=regulator, programme=programme, text="Hạ ngầm cáp tuyến Trần Hưng Đạo", owner=vnpt.party, due_on=DUE
    )


@pytest.fixture
def secret(regulator, vnpt, programme) -> Decision:
    return record_decision(
        actor=regulator, programme=programme, text="Di dời trạm bí mật KM14", owner=vnpt.party, due_on=DUE,
        confidential_to=vnpt.party,
    )  # fmt: skip
