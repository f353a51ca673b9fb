"""The database itself refuses to change the history."""

import pytest
from django.db import DatabaseError, connection, transaction

from phoihop.base import audit
from phoihop.base.append_only import REFUSAL, protect_sql, release_sql
from phoihop.base.models import AuditEntry


def _run(statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def protected(regulator):
    audit.record(regulator, "people.party.edited", regulator.party)
    _run(release_sql(connection.vendor))
    _run(protect_sql(connection.vendor))
    yield
    _run(release_sql(connection.vendor))


def test_an_entry_cannot_be_changed(protected):
    with pytest.raises(DatabaseError, match=REFUSAL), transaction.atomic():
        AuditEntry.objects.update(user_name="Người khác")

    assert audit.verify_chain().intact


def test_an_entry_cannot_be_removed(protected):
    with pytest.raises(DatabaseError, match=REFUSAL), transaction.atomic():
        AuditEntry.objects.all().delete()

    assert AuditEntry.objects.count() == 1


def test_entries_can_still_be_added(protected, regulator):
    audit.record(regulator, "people.party.edited", regulator.party)

    assert audit.verify_chain() == audit.ChainReport(2, None)


def test_the_way_back_takes_the_protection_away(protected):
    _run(release_sql(connection.vendor))

    assert AuditEntry.objects.update(user_name="Người khác") == 1


def test_another_database_is_not_known():
    with pytest.raises(LookupError):
        protect_sql("oracle")
