"""The index behind the search of obstacles: FTS5 on SQLite, GIN on PostgreSQL, the same words in both.

The words are cut and folded by us before they are kept, so that neither database's own idea of a word, of diacritics or
of đ decides what is found. What makes the index stands in ``Meta.indexes``: whatever makes the tables makes it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Index, Model

NOTHING = "SELECT 1"  # where a database has no such part
LISTED = "array_to_tsvector(string_to_array({0}, ' ') || string_to_array({1}, ' '))"
FILLED = "INSERT INTO {0}_find(rowid, words, scope) VALUES (new.id, new.words, new.scope);"
EMPTIED = "INSERT INTO {0}_find({0}_find, rowid, words, scope) VALUES ('delete', old.id, old.words, old.scope);"
ON = {"insert": FILLED, "update": EMPTIED + FILLED, "delete": EMPTIED}


def _statement(model: type[Model], sql: str) -> Statement:
    table = model._meta.db_table
    return Statement(sql, table=Table(table, str))


class WordIndex(Index):
    """The words of ``words`` and ``scope``."""

    def create_sql(
        self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor, using: str = "", **kwargs: Any
    ) -> Statement:
        """A table of FTS5 beside the rows, or an index of PostgreSQL on them."""
        table = model._meta.db_table
        if schema_editor.connection.vendor == "postgresql":
            listed = LISTED.format("words", "scope")
            return _statement(model, f"CREATE INDEX IF NOT EXISTS {self.name} ON {table} USING gin ({listed})")
        return _statement(
            model,
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table}_find USING fts5(words, scope, content='{table}', "
            "content_rowid='id', tokenize='ascii', detail='column', columnsize=0)",
        )

    def remove_sql(  # type: ignore[override]  # the stubs say text; it is run like any other statement
        self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor, **kwargs: Any
    ) -> Statement:
        """The way back."""
        if schema_editor.connection.vendor == "postgresql":
            return _statement(model, f"DROP INDEX IF EXISTS {self.name}")
        return _statement(model, f"DROP TABLE IF EXISTS {model._meta.db_table}_find")


class WordTrigger(Index):
    """On SQLite: what keeps the table of FTS5 in step with the rows. PostgreSQL's index does so itself."""

    def __init__(self, verb: str = "", *, name: str, fields: tuple[str, ...] = ("words",)) -> None:
        self.verb = verb
        super().__init__(fields=fields, name=name)

    def deconstruct(self) -> Any:
        """For migrations."""
        path, _args, kwargs = super().deconstruct()
        return path, (self.verb,), {"name": kwargs["name"]}

    def create_sql(
        self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor, using: str = "", **kwargs: Any
    ) -> Statement:
        """A trigger after one verb."""
        if schema_editor.connection.vendor == "postgresql":
            return _statement(model, NOTHING)
        table = model._meta.db_table
        return _statement(
            model,
            f"CREATE TRIGGER IF NOT EXISTS {self.name} AFTER {self.verb.upper()} ON {table} "
            f"BEGIN {ON[self.verb].format(table)} END",
        )

    def remove_sql(  # type: ignore[override]  # the stubs say text; it is run like any other statement
        self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor, **kwargs: Any
    ) -> Statement:
        """The way back."""
        if schema_editor.connection.vendor == "postgresql":
            return _statement(model, NOTHING)
        return _statement(model, f"DROP TRIGGER IF EXISTS {self.name}")


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for; all words are folded and cut as those that are kept.

    :param scope: words of ``scope`` of which one must be there
    :param all_of: words that must all be there
    :param any_of: words of which one must be there
    :param begun: whether the last of ``all_of`` may go on
    """

    scope: tuple[str, ...]
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    begun: bool = False

    def for_fts(self) -> str:
        """As FTS5 takes it."""
        said = [f'"{word}"' for word in self.all_of]
        if said and self.begun:
            said[-1] += " *"
        if self.any_of:
            said.append("(" + " OR ".join(f'"{word}"' for word in self.any_of) + ")")
        seen = " OR ".join(f'"{word}"' for word in self.scope)
        return f"(words : ({' AND '.join(said)})) AND (scope : ({seen}))"

    def for_tsquery(self) -> str:
        """As PostgreSQL takes it."""
        said = [f"'{word}'" for word in self.all_of]
        if said and self.begun:
            said[-1] += ":*"
        groups = [" | ".join(f"'{word}'" for word in group) for group in (self.any_of, self.scope) if group]
        return " & ".join([*said, *(f"({group})" for group in groups)])


def newest(model: type[Model], question: Question, most: int) -> list[int]:
    """The numbers of the rows that answer, the newest first, and of these not more than ``most``."""
    table = connection.ops.quote_name(model._meta.db_table)
    if connection.vendor == "postgresql":
        where, asked = f"{LISTED.format('words', 'scope')} @@ %s::tsquery", question.for_tsquery()
        # Without OFFSET 0 the newest rows might be read one by one until so many answer, however few there are.
        within = f"(SELECT id FROM {table} WHERE {where} OFFSET 0)"  # noqa: S608 - names of our own tables
        sql = f"SELECT id FROM {within} AS found ORDER BY id DESC LIMIT %s"  # noqa: S608
    else:
        find = f"{model._meta.db_table}_find"
        sql = f"SELECT rowid FROM {find} WHERE {find} MATCH %s ORDER BY rowid DESC LIMIT %s"  # noqa: S608
        asked = question.for_fts()
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked, most])
        return [number for (number,) in cursor.fetchall()]
