"""Moving a row from one state to the next, so that two people cannot both do it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from phoihop.base.errors import Refused, Stale

Transitions = Mapping[Any, Collection[str]]  # states are members of TextChoices, and keys of a Mapping are invariant


class WrongState(Refused):
    """The row is in a state from which this step does not lead on."""


def move(row: models.Model, new: str, transitions: Transitions, *, field: str = "status", **values: Any) -> None:
    """Set ``row``'s state to ``new``, and ``values`` with it, if nobody moved it meanwhile.

    :param transitions: from each state, the states it may go to
    :raises WrongState: ``new`` does not follow the row's present state
    :raises Stale: somebody else moved the row first
    """
    old = getattr(row, field)
    if new not in transitions.get(old, ()):
        raise WrongState(_("Trạng thái hiện tại không cho phép bước này. Hãy tải lại trang để xem việc cần làm tiếp."))
    manager = type(row)._default_manager
    if not manager.filter(**{"pk": row.pk, field: old}).update(**{field: new}, **values):
        raise Stale
    for name, value in {field: new, **values}.items():
        setattr(row, name, value)
