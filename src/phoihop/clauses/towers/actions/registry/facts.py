"""Filling rows, and what the history keeps of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from phoihop.people.actions.checking import check_row

UNTOLD = {"rent_asked_vnd"}  # for the owner alone: the history is read by the department too


def fill(row: models.Model, values: Mapping[str, Any]) -> None:
    """Set ``values`` and hold the row against its rules, without saving it.

    :raises Refused: in the words of the rule that is broken
    """
    for name, value in values.items():
        setattr(row, name, value)
    check_row(row)


def facts(row: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """What the history keeps: values as text; what is for the owner alone is left out."""
    return {name: _told(getattr(row, name)) for name in names if name not in UNTOLD}


def _told(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | str) else str(value)
