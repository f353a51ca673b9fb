"""A row's own rules, spoken as a refusal."""

from __future__ import annotations

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from phoihop.base.errors import Refused


def check_row(row: models.Model) -> None:
    """Hold a row against its fields and constraints before it is saved.

    :raises Refused: in the words of the first rule that is broken
    """
    try:
        row.full_clean()
    except ValidationError as problem:
        field, messages = next(iter(problem.message_dict.items()))
        raise Refused(" ".join(messages), field=None if field == NON_FIELD_ERRORS else field) from problem
