"""Requests come at noon of the cast's day, so that certificates and numbers are of their time."""

import pytest
import time_machine

from phoihop.testing.cast import NOON


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield
