"""The fixed cast, for tests of every app: ``regulator``, ``director``, ``clerk``, ``auditor``, ``vnpt``, ``viettel``,
``post``, ``visitor``, and the ``programme`` they share; ``client_of(member)`` is a browser signed in as one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, settings

from phoihop.base.append_only import release_sql
from phoihop.testing.cast import CastMember, stage

# No timing stands in a test: a busy machine is no mistake of the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only-database", action="store_true", help="leave out what asks no database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--only-database"):
        return
    asking = [item for item in items if _asks_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(asking)])
    items[:] = asking


def _asks_database(item: pytest.Item) -> bool:
    return bool(DATABASE.intersection(getattr(item, "fixturenames", ()))) or bool(item.get_closest_marker("django_db"))


@pytest.fixture
def cast(db):
    return stage()


def _member(name: str):
    def member(cast):
        return cast[name]

    member.__name__ = name
    return pytest.fixture(member)


regulator = _member("regulator")
director = _member("director")
clerk = _member("clerk")
auditor = _member("auditor")
vnpt = _member("vnpt")
viettel = _member("viettel")
post = _member("post")
visitor = _member("visitor")
programme = _member("programme")


@pytest.fixture
def client_of() -> Callable[[CastMember], Client]:
    def sign_in(member: CastMember) -> Client:
        client = Client()
        if member.user is not None:
            client.force_login(member.user, backend="phoihop.people.backends.AccountBackend")
        return client

    return sign_in


@pytest.fixture
def unprotected_history(db) -> None:
    """The history without the triggers that refuse changes, as whoever owns the database could make it."""
    with connection.cursor() as cursor:
        for statement in release_sql(connection.vendor):
            cursor.execute(statement)
