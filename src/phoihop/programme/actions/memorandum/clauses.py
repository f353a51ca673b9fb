"""The clauses of a draft: add, edit, remove, order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused, Stale
from phoihop.programme import kinds
from phoihop.programme.memorandum_rows import EditedMeanwhile, lead_of, locked_draft, moved, reorder
from phoihop.programme.models import Cadence, Clause, Memorandum
from phoihop.programme.revising import CLAUSE_FIELDS, clause_content, clause_token

MONTHS = range(1, 13)


def add_clause(*, actor: Actor, memorandum: Memorandum, **facts: Any) -> Clause:
    """Add a clause at the end of a draft.

    :param facts: the fields of ``CLAUSE_FIELDS``; see :class:`Clause`
    :raises Refused: the kind, months or days do not fit
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    values = _checked(facts)
    with transaction.atomic():
        row = locked_draft(memorandum)
        last = row.clauses.aggregate(last=Max("order"))["last"] or 0
        clause = Clause.objects.create(
            memorandum=row, order=last + 1, icon=str(kinds.kind_of(values["kind"]).icon), **values
        )
        after = {"clause": clause.pk, "heading": clause.heading}
        audit.record(actor, "programme.clause.added", row, party=lead_of(row), after=after)
    return clause


def edit_clause(*, actor: Actor, clause: Clause, token: str, **facts: Any) -> Clause:
    """Change a clause of a draft.

    :raises EditedMeanwhile: somebody else changed it since ``token`` was given out
    :raises Stale: somebody else removed it
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(clause.memorandum))
    values = _checked(facts)
    with transaction.atomic():
        memorandum = locked_draft(clause.memorandum)
        row = memorandum.clauses.filter(pk=clause.pk).first()
        if row is None:
            raise Stale(_("Người khác vừa bỏ nội dung này. Hãy chép lại phần đã nhập rồi thêm thành nội dung mới."))
        before = {name: getattr(row, name) for name in CLAUSE_FIELDS}
        if token != clause_token(row):
            raise EditedMeanwhile(before, clause_token(row))
        if row.kind != values["kind"]:
            row.icon = str(kinds.kind_of(values["kind"]).icon)
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=[*CLAUSE_FIELDS, "icon"])
        audit.record(
            actor, "programme.clause.edited", memorandum, party=lead_of(memorandum),
            before=before | {"clause": row.pk}, after=values,
        )  # fmt: skip
    return row


def remove_clause(*, actor: Actor, clause: Clause) -> None:
    """Take a clause out of a draft; the history keeps its text."""
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(clause.memorandum))
    with transaction.atomic():
        memorandum = locked_draft(clause.memorandum)
        audit.record(
            actor, "programme.clause.removed", memorandum, party=lead_of(memorandum), before=clause_content(clause)
        )
        memorandum.clauses.filter(pk=clause.pk).delete()


def order_clauses(*, actor: Actor, memorandum: Memorandum, order: Sequence[UUID]) -> None:
    """Put the clauses of a draft in order.

    :raises Stale: a clause was added or removed since the person saw the list
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    with transaction.atomic():
        row = locked_draft(memorandum)
        reorder(list(row.clauses.order_by("order")), order)
        audit.record(actor, "programme.clause.ordered", row, party=lead_of(row), after={"order": list(order)})


def move_clause(*, actor: Actor, clause: Clause, step: int) -> None:
    """Move a clause of a draft one place up (-1) or down (+1)."""
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(clause.memorandum))
    ids = list(clause.memorandum.clauses.order_by("order").values_list("pk", flat=True))
    order_clauses(actor=actor, memorandum=clause.memorandum, order=moved(ids, clause.pk, step))


def _checked(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts a clause may have, with the months or days that its cadence asks for and no others."""
    values = {name: facts[name] for name in CLAUSE_FIELDS}
    if not values["heading"].strip() or not values["text"].strip():
        raise Refused(_("Hãy nhập tên và nội dung."), field="heading" if not values["heading"].strip() else "text")
    if values["kind"] not in dict(kinds.choices()):
        raise Refused(_("Loại hoạt động này không có. Hãy chọn loại khác."), field="kind")
    cadence = values["cadence"]
    values["months"] = sorted({int(month) for month in values["months"]})
    values["days"] = sorted(set(values["days"]))
    if not set(values["months"]) <= set(MONTHS):
        raise Refused(_("Tháng phải từ 1 đến 12."), field="months")
    if cadence == Cadence.NAMED_DAYS and not values["days"]:
        raise Refused(_("Hãy chọn ít nhất một ngày lễ."), field="days")
    if cadence in {Cadence.NAMED_DAYS, Cadence.AD_HOC}:
        values["months"] = []
    if cadence != Cadence.NAMED_DAYS:
        values["days"] = []
    return values
