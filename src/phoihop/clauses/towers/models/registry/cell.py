"""The hexagon of a row's position, kept so that the database can count and round by it."""

from __future__ import annotations

from typing import Any

from django.db import models

from phoihop.clauses.towers.cells import cell_of


class CellField(models.BigIntegerField[int, int]):
    """Follows ``latitude`` and ``longitude`` whenever the row is saved; nobody sets it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"editable": False, "default": 0}
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> int:
        """The hexagon of the position that is being saved."""
        cell = cell_of(model_instance.latitude, model_instance.longitude)  # type: ignore[attr-defined]
        setattr(model_instance, self.attname, cell)
        return cell
