"""SQL that makes the history append-only in the database itself: no UPDATE, no DELETE, whoever connects.

A migration runs it; ``TRUNCATE`` and ``DROP`` stay to the owner of the database, and the chain of hashes shows them.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "base_auditentry"
REFUSAL = "the history is append-only"
VERBS = ("UPDATE", "DELETE")


def _name(verb: str) -> str:
    return f"{TABLE}_no_{verb.lower()}"


def _sqlite() -> Iterable[str]:
    for verb in VERBS:
        yield (f"CREATE TRIGGER {_name(verb)} BEFORE {verb} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END")


def _postgresql() -> Iterable[str]:
    yield (
        f"CREATE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    for verb in VERBS:
        yield (f"CREATE TRIGGER {_name(verb)} BEFORE {verb} ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()")


def protect_sql(vendor: str) -> list[str]:
    """The statements that put the protection in place.

    :param vendor: ``connection.vendor``: ``sqlite`` or ``postgresql``
    :raises LookupError: no other database is known
    """
    return list({"sqlite": _sqlite, "postgresql": _postgresql}[vendor]())


def release_sql(vendor: str) -> list[str]:
    """The statements that take it away again, for the way back of the migration."""
    where = {"sqlite": "", "postgresql": f" ON {TABLE}"}[vendor]
    dropped = [f"DROP TRIGGER IF EXISTS {_name(verb)}{where}" for verb in VERBS]
    return dropped + ([f"DROP FUNCTION IF EXISTS {TABLE}_refuse()"] if vendor == "postgresql" else [])


def protect(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """For ``migrations.RunPython(protect, release)``."""
    for statement in protect_sql(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def release(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The way back."""
    for statement in release_sql(schema_editor.connection.vendor):
        schema_editor.execute(statement)
