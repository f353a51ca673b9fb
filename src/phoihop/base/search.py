"""Searching text the way people type it: with or without diacritics, in capitals or not, on both databases."""

from __future__ import annotations

import sqlite3
from functools import reduce
from operator import or_
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Func, Q, TextField
from django.db.models.lookups import Contains
from django.db.models.sql.compiler import SQLCompiler

from phoihop.cores.viet import fold

SIGNS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
BOTH_CASES = SIGNS + SIGNS.upper()
PLAIN = "".join(fold(sign) for sign in BOTH_CASES)


class Fold(Func):
    """A column in lower case without diacritics, as :func:`phoihop.cores.viet.fold` has it."""

    function = "phoihop_fold"
    arity = 1
    output_field = TextField()

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """By a table of signs: no extension has to be installed, and no locale knows better."""
        template = f"lower(translate(%(expressions)s, '{BOTH_CASES}', '{PLAIN}'))"
        return self.as_sql(compiler, connection, template=template, **context)


def matches(text: str, *fields: str) -> Q:
    """Rows in which every word of ``text`` stands in one of ``fields``, whatever its case and diacritics.

    :param fields: names of text columns, across relations as ``party__name``
    """
    found = Q()
    for word in fold(text).split():
        found &= reduce(or_, (Q(Contains(Fold(F(field)), word)) for field in fields))
    return found


def teach_sqlite(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """SQLite folds with our own function; it is told so at each new connection."""
    raw = connection.connection
    if isinstance(raw, sqlite3.Connection):
        raw.create_function("phoihop_fold", 1, _fold_or_none, deterministic=True)


def _fold_or_none(text: str | None) -> str | None:
    return None if text is None else fold(text)
