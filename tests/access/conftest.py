"""The world, at noon of 15/6/2026."""

import pytest
import time_machine

from phoihop.testing.cast import NOON
from tests.access.world import build


@pytest.fixture
def world(cast):
    with time_machine.travel(NOON):
        yield build(cast)
