"""Breakdowns of the department and their values, each with the period in which it is used."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.forms.drafts import facts, next_position, save
from phoihop.clauses.briefings.models import Dimension, DimensionCode
from phoihop.clauses.briefings.queries.forms.dimensions import asked_until, is_published
from phoihop.people.models import AdminUnit, Party

DIMENSION_FIELDS = ("code", "name", "complete")
VALUE_CODE = re.compile(r"[A-Za-z0-9_.-]+")  # it stands in brackets in a rule, and in files of exchange
CODE_FIELDS = ("code", "name", "parent", "position", "valid_from", "valid_until")


class Published(Refused):
    """A published form breaks its figures down by it."""


def save_dimension(*, actor: Actor, regulator: Party, dimension: Dimension | None = None, **values: Any) -> Dimension:
    """Add a breakdown, or change one.

    :raises Published: its code, or whether it adds up, would change under a published form
    """
    require(actor, Permission.FORM_WRITE, party=regulator)
    with transaction.atomic():
        if dimension is not None and is_published(dimension):
            for name in ("code", "complete"):
                if values[name] != getattr(dimension, name):
                    raise Published(_("Biểu đã ban hành đang dùng phân tổ này: chỉ sửa được tên."), field=name)
        row = dimension or Dimension(regulator=regulator)
        save(actor, row, values, "briefings.dimension.saved", regulator.pk)
    return row


def remove_dimension(*, actor: Actor, dimension: Dimension) -> None:
    """Take a breakdown out that no form uses."""
    require(actor, Permission.FORM_WRITE, party=dimension.regulator_id)
    with transaction.atomic():
        if dimension.indicators.exists():
            raise Published(_("Phân tổ này đang được dùng trong biểu nên không xóa được."))
        audit.record(
            actor, "briefings.dimension.removed", dimension, party=dimension.regulator_id,
            before=facts(dimension, DIMENSION_FIELDS),
        )  # fmt: skip
        dimension.delete()


def save_code(
    *, actor: Actor, dimension: Dimension, member: DimensionCode | None = None, **values: Any
) -> DimensionCode:
    """Add a value of a breakdown, or change one.

    :raises Published: what was asked already would change; give it a period from a later day on
    """
    require(actor, Permission.FORM_WRITE, party=dimension.regulator_id)
    with transaction.atomic():
        if not VALUE_CODE.fullmatch(values["code"]):
            raise Refused(_("Mã gồm chữ không dấu, chữ số, gạch dưới. Ví dụ: 4g, hai_duong."), field="code")
        parent = values.get("parent")
        if parent is not None and (parent.parent_id is not None or parent.dimension_id != dimension.pk):
            raise Refused(_("Giá trị cấp trên phải là một giá trị cấp đầu của phân tổ này."), field="parent")
        if parent is not None and member is not None and (parent.pk == member.pk or member.children.exists()):
            raise Refused(_("Giá trị này đang có cấp dưới nên không thể đặt dưới giá trị khác."), field="parent")
        _check_period(dimension, member, values)
        row = member or DimensionCode(dimension=dimension, position=next_position(dimension.codes.all()))
        save(actor, row, values, "briefings.dimension_code.saved", dimension.regulator_id)
    return row


def _check_period(dimension: Dimension, member: DimensionCode | None, values: dict[str, Any]) -> None:
    """What a round has asked stays as it was: periods begin and end after it."""
    begins, ends = values["valid_from"], values["valid_until"]
    if begins and ends and ends < begins:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="valid_until")
    asked = asked_until(dimension)
    if asked is None:
        return
    words = {"day": asked.strftime("%d/%m/%Y")}
    if member is None:
        if begins is None or begins <= asked:
            raise Published(
                _("Đã có đợt báo cáo đến ngày %(day)s: giá trị mới dùng từ sau ngày đó.") % words, field="valid_from"
            )
        return
    if values["code"] != member.code or values.get("parent") != member.parent:
        raise Published(_("Đã có số liệu theo giá trị này: không đổi được mã và cấp trên."), field="code")
    if _moves(member.valid_from, begins, asked):
        raise Published(
            _("Đã có đợt báo cáo đến ngày %(day)s: không đổi được ngày bắt đầu.") % words, field="valid_from"
        )
    if _moves(member.valid_until, ends, asked - dt.timedelta(days=1)):
        raise Published(
            _("Đã có đợt báo cáo đến ngày %(day)s: hãy cho kết thúc từ ngày đó trở đi.") % words, field="valid_until"
        )


def _moves(was: dt.date | None, now: dt.date | None, until: dt.date) -> bool:
    """Whether a change of a day touches what came up to ``until``."""
    return was != now and any(day is not None and day <= until for day in (was, now))


def remove_code(*, actor: Actor, code: DimensionCode) -> None:
    """Take a value out that was entered by mistake; one that is no longer used gets an end."""
    require(actor, Permission.FORM_WRITE, party=code.dimension.regulator_id)
    used = Published(_("Giá trị này đang được dùng nên không xóa được. Hãy ghi ngày thôi dùng."))
    if is_published(code.dimension):
        raise used
    with transaction.atomic():
        audit.record(
            actor, "briefings.dimension_code.removed", code, party=code.dimension.regulator_id,
            before=facts(code, ("code", "name")),
        )  # fmt: skip
        try:
            code.delete()
        except ProtectedError as problem:
            raise used from problem


def add_units(*, actor: Actor, dimension: Dimension, level: str, valid_from: dt.date | None = None) -> int:
    """Make values of the administrative units of a level that exist today and are not there yet; tells how many."""
    require(actor, Permission.FORM_WRITE, party=dimension.regulator_id)
    with transaction.atomic():
        asked = asked_until(dimension)
        if asked is not None and (valid_from is None or valid_from <= asked):
            valid_from = asked + dt.timedelta(days=1)
        known = set(dimension.codes.values_list("code", flat=True))
        units = AdminUnit.objects.valid_on(actor.today).filter(level=level).exclude(code__in=known).order_by("code")
        first = next_position(dimension.codes.all())
        rows = [
            DimensionCode(
                dimension=dimension, code=unit.code, name=unit.name, unit=unit, position=first + place,
                valid_from=valid_from,
            )
            for place, unit in enumerate(units)
        ]  # fmt: skip
        DimensionCode.objects.bulk_create(rows)
        if rows:
            audit.record(
                actor, "briefings.dimension.units_added", dimension, party=dimension.regulator_id,
                after={"level": level, "added": len(rows)},
            )  # fmt: skip
    return len(rows)
