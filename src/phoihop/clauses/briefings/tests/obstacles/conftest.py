"""Obstacles to test with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phoihop.clauses.briefings.actions.obstacles.raising import raise_obstacle
from phoihop.clauses.briefings.models import Audience, Obstacle
from phoihop.testing.cast import CastMember


@pytest.fixture
def raised(programme) -> Callable[..., Obstacle]:
    """Raise an obstacle for somebody, confidential unless told otherwise."""

    def make(who: CastMember, title: str = "Người dân phản đối trạm tại xã Gia Tân", **values: Any) -> Obstacle:
        given = {"text": "Các hộ dân gần trạm không cho thi công.", "audience": Audience.DEPARTMENT} | values
        return raise_obstacle(actor=who, programme=programme, party=who.party, title=title, **given)

    return make
