"""What every write of a form needs: the draft locked, a row filled and told, rows put in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.base.errors import Refused, Stale
from phoihop.clauses.briefings.models import FormStatus, FormVersion
from phoihop.people.actions.checking import check_row


class NotADraft(Refused):
    """A published version never changes."""

    default = _("Phiên bản đã ban hành thì không sửa được. Hãy tạo phiên bản mới từ phiên bản này rồi sửa.")


def locked_draft(version_id: UUID) -> FormVersion:
    """The version as it is now, held until the transaction ends.

    :raises NotADraft: it was published
    """
    found = FormVersion.objects.select_for_update(of=("self",)).select_related("form").get(pk=version_id)
    if found.status != FormStatus.DRAFT:
        raise NotADraft
    return found


def fill(row: models.Model, values: Mapping[str, Any]) -> None:
    """Set ``values`` and hold the row against its rules, without saving it.

    :raises Refused: in the words of the rule that is broken
    """
    for name, value in values.items():
        setattr(row, name, value)
    check_row(row)


def facts(row: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """What the history keeps of a row."""
    return {name: _told(getattr(row, name)) for name in names}


def _told(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def save(actor: Actor, row: models.Model, values: Mapping[str, Any], event: str, party_id: UUID) -> None:
    """Fill and save a row of the department, and tell the history what changed."""
    before = {} if row._state.adding else facts(row, values)
    fill(row, values)
    row.save()
    audit.record(actor, event, row, party=party_id, before=before, after=facts(row, values))


def reorder(rows: Sequence[Any], order: Sequence[UUID]) -> None:
    """Give ``rows`` the positions of ``order``.

    :raises Stale: a row was added or removed since the person saw the list
    """
    known = {row.pk: row for row in rows}
    if len(order) != len(known) or set(order) != set(known):
        raise Stale
    for position, pk in enumerate(order):
        known[pk].position = position
    if rows:
        type(rows[0])._default_manager.bulk_update(rows, ["position"])


def moved(ids: Sequence[UUID], pk: UUID, step: int) -> list[UUID]:
    """``ids`` with one of them a place up (-1) or down (+1); at the end nothing moves."""
    order = list(ids)
    at = order.index(pk)
    to = at + step
    if 0 <= to < len(order):
        order[at], order[to] = order[to], order[at]
    return order


def next_position(rows: models.QuerySet[Any]) -> int:
    """The place behind the last one."""
    last = rows.aggregate(last=models.Max("position"))["last"]
    return 0 if last is None else int(last) + 1
