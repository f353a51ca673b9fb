"""The index behind the search of obstacles: FTS5 on SQLite, GIN on PostgreSQL, the same words in both.

The words are cut and folded by us before they are kept, so that neither database's own idea of a word, of diacritics or
of đ decides what is found. What makes the index stands in ``Meta.indexes``: whatever makes the tables makes it too.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import BooleanField, F, Func, Index, Model
from django.db.models.sql.compiler import SQLCompiler

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


class Finds(Func):
    """Whether a row of words answers a question; true or false, so that it can filter.

    :param all_of: words that must all be there; the last may go on
    :param any_of: words of which one must be there
    :param scope: words of ``scope`` of which one must be there
    :param before: how to get to the row, as ``body__``
    """

    output_field = BooleanField()
    conditional = True

    def __init__(
        self,
        *,
        scope: tuple[str, ...],
        all_of: tuple[str, ...] = (),
        any_of: tuple[str, ...] = (),
        begun: bool = False,
        before: str = "",
    ) -> None:
        self.question = (all_of, any_of, scope, begun)
        super().__init__(F(f"{before}id"), F(f"{before}words"), F(f"{before}scope"))

    def as_sql(self, compiler: SQLCompiler, connection: Any, *_args: Any, **_context: Any) -> Any:
        """SQLite: the numbers that FTS5 finds."""
        number, _words, _scope = (compiler.compile(one)[0] for one in self.source_expressions)
        table = f"{self.source_expressions[0].target.model._meta.db_table}_find"  # type: ignore[attr-defined]
        found = f"{number} IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)"  # noqa: S608 - names of our own tables
        return found, [self._fts()]

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:
        """PostgreSQL: the list of words, exactly as it is indexed."""
        _number, words, scope = (compiler.compile(one)[0] for one in self.source_expressions)
        return f"{LISTED.format(words, scope)} @@ %s::tsquery", [self._tsquery()]

    def _fts(self) -> str:
        all_of, any_of, scope, begun = self.question
        said = [f'"{word}"' for word in all_of]
        if said and begun:
            said[-1] += " *"
        parts = [*said, *(["(" + " OR ".join(f'"{word}"' for word in any_of) + ")"] if any_of else [])]
        seen = " OR ".join(f'"{word}"' for word in scope)
        return f"(words : ({' AND '.join(parts)})) AND (scope : ({seen}))" if parts else f"scope : ({seen})"

    def _tsquery(self) -> str:
        all_of, any_of, scope, begun = self.question
        said = [f"'{word}'" for word in all_of]
        if said and begun:
            said[-1] += ":*"
        groups = [" | ".join(f"'{word}'" for word in group) for group in (any_of, scope) if group]
        return " & ".join([*said, *(f"({group})" for group in groups)])

    def __repr__(self) -> str:
        return f"Finds{self.question}"
