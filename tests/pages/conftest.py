"""The world of the access tests, and the demo year behind a server, built once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from phoihop.config.demo.build import build as build_demo
from phoihop.testing.cast import NOON
from phoihop.testing.demo import demo_mode
from tests.access.world import build
from tests.pages.demo import PEOPLE, Served, Visit
from tests.pages.looking import Known
from tests.serving import Server


@pytest.fixture
def world(cast):
    """Noon of 15/6/2026."""
    with time_machine.travel(NOON):
        yield build(cast)


def _demo() -> dict[str, Visit]:
    build_demo(timezone.now())
    visits = {name: Visit.of(email) for name, email in PEOPLE.items()}
    connection.close()
    return visits


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> Iterator[Served]:
    """A server that shows the demo year, built once; its rows are gone afterwards.

    It is built in a thread of its own: the browser's event loop runs in this one, and checking
    signatures starts another.
    """
    with django_db_blocker.unblock(), demo_mode(), ThreadPoolExecutor(1) as pool:
        visits = pool.submit(_demo).result()
        server = Server()
        yield Served(server.url, visits)
        server.stop()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Known:
    """What any worker of this run has seen."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "known"
    folder.mkdir(exist_ok=True)
    return Known(folder)
