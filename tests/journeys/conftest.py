"""A stage: an installation without a single row, and a browser window for whoever comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser

from phoihop.people.models import User
from phoihop.testing.cast import NOON
from tests.journeys.acting import PASSWORD, Person
from tests.serving import Server

KEEPER = "quantri@phoihop.example.vn"


class Stage:
    """The people of a journey, each at a window of their own."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.people: dict[str, Person] = {}

    def newcomer(self, name: str) -> Person:
        """Open a window for somebody."""
        self.people[name] = Person(self.browser, self.address)
        return self.people[name]

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    def complaints(self) -> list[str]:
        """What all browsers complained of."""
        return [f"{name}: {said}" for name, person in self.people.items() for said in person.complaints]


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Noon of 15/6/2026, going on from there."""
    with time_machine.travel(NOON, tick=True) as traveller:
        yield traveller


@pytest.fixture
def stage(browser: Browser, live_server: Server, settings: Any) -> Iterator[Stage]:
    """Nobody but the keeper has an account."""
    settings.BASE_URL = live_server.url
    settings.REQUIRE_SECOND_FACTOR = False
    User.objects.create_user(KEEPER, "Người quản trị", PASSWORD, is_keeper=True)
    stage = Stage(browser, live_server.url)
    yield stage
    for person in stage.people.values():
        person.close()
