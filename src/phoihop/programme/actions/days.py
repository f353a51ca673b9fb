"""Keeping a regulator's own named days."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.cores.viet import slug
from phoihop.programme.models import DayRule, NamedDay

FIELDS = ("name_vi", "name_en", "rule", "month", "day", "year", "length_days", "category", "first_year")


class NationalDay(Refused):
    """A day of everyone is changed only for one regulator, by a day of its own."""


def _new_code(keeper_id: UUID, name: str) -> str:
    """A code made of the name: ``Ngày thành lập Sở`` → ``ngay-thanh-lap-so``; numbered where it is taken."""
    base = slug(name)[:34] or "ngay"
    taken = set(NamedDay.objects.for_lead(keeper_id).filter(code__startswith=base).values_list("code", flat=True))
    return next(code for number in range(1, 1000) if (code := base if number == 1 else f"{base}-{number}") not in taken)


def _facts(row: NamedDay) -> dict[str, Any]:
    return {field: getattr(row, field) for field in FIELDS}


def _fill(row: NamedDay, values: dict[str, Any]) -> None:
    """Set and check ``values``; the year belongs to single dates alone."""
    for field, value in values.items():
        setattr(row, field, value)
    if row.rule != DayRule.DATE:
        row.year = None
    if row.rule == DayRule.LUNAR and row.day > 30:
        raise Refused(_("Tháng âm lịch có nhiều nhất 30 ngày."), field="day")
    same = NamedDay.objects.filter(keeper_id=row.keeper_id, code=row.code, year=row.year).exclude(pk=row.pk)
    if same.exists():
        raise Refused(_("Đã có ngày này trong lịch của đơn vị. Hãy sửa ngày đã có."), field="name_vi")


def add_day(*, actor: Actor, keeper_id: UUID, code: str = "", **values: Any) -> NamedDay:
    """Add a day to a regulator's own calendar.

    :param code: that of a national day takes its place for this regulator; a new one is made of the name
    :param values: columns of ``NamedDay``, see ``FIELDS``
    """
    require(actor, Permission.DAYS_EDIT, party=keeper_id)
    with transaction.atomic():
        row = NamedDay(keeper_id=keeper_id, code=code or _new_code(keeper_id, values["name_vi"]))
        _fill(row, values)
        row.save(force_insert=True)
        audit.record(actor, "programme.day.added", row, party=keeper_id, after=_facts(row))
    return row


def edit_day(*, actor: Actor, row: NamedDay, **values: Any) -> NamedDay:
    """Change a day of one's own calendar.

    :raises NationalDay: the day belongs to everyone
    """
    if row.keeper_id is None:
        raise NationalDay(_("Đây là ngày chung của cả nước. Hãy thêm ngày riêng của đơn vị để thay cho ngày này."))
    require(actor, Permission.DAYS_EDIT, party=row.keeper_id)
    with transaction.atomic():
        before = _facts(row)
        _fill(row, values)
        row.save()
        audit.record(actor, "programme.day.changed", row, party=row.keeper_id, before=before, after=_facts(row))
    return row


def remove_day(*, actor: Actor, row: NamedDay) -> None:
    """Take a day out of one's own calendar; a national one of the same code shows again.

    :raises NationalDay: the day belongs to everyone
    """
    if row.keeper_id is None:
        raise NationalDay(_("Ngày chung của cả nước không gỡ được. Hãy thêm ngày riêng để thay cho ngày này."))
    require(actor, Permission.DAYS_EDIT, party=row.keeper_id)
    with transaction.atomic():
        audit.record(actor, "programme.day.removed", row, party=row.keeper_id, before=_facts(row))
        row.delete()
