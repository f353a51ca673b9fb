"""Changing an agreed tenancy: one side proposes, the other answers, and only then the registry changes."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.registry.facts import facts, fill
from phoihop.clauses.towers.actions.registry.room import held_mast
from phoihop.clauses.towers.actions.registry.tenancies import change_tenancy, request_of
from phoihop.clauses.towers.models import ChangeState, Tenancy, TenancyChange
from phoihop.clauses.towers.models.registry.changes import CHANGE_TRANSITIONS
from phoihop.notices.actions import tell
from phoihop.people.models import Party

FIELDS = ("antenna_height_m", "wind_area_m2", "agreement_ref", "until")


def propose_change(*, actor: Actor, tenancy: Tenancy, party: Party, text: str, **values: Any) -> TenancyChange:
    """Ask the other side of an agreed tenancy for a change; nothing changes before it agrees.

    :param party: the side that asks: the owner of the mast, or the tenant
    :param values: of ``FIELDS``; empty ones stay as they are
    :raises Refused: it is not by agreement, nothing would change, or another proposal waits
    """
    require(actor, Permission.MAST_MANAGE, party=party)
    owner_id = tenancy.mast.site.owner_id
    if party.pk not in (owner_id, tenancy.operator_id):
        raise NotVisible
    request = request_of(tenancy)
    if tenancy.until is not None or (tenancy.agreement_id is None and request is None):
        raise Refused(_("Dòng này không theo thỏa thuận nào. Chủ cột sửa thẳng trong sổ."))
    if owner_id == tenancy.operator_id:
        raise Refused(_("Phần của chính chủ cột theo thỏa thuận xây chung chỉ đổi bằng thỏa thuận mới."))
    if values.get("until") and request is not None:
        words = _("Việc dùng cột này kết thúc ở yêu cầu dùng chung %(reference)s.")
        raise Refused(words % {"reference": request.reference}, field="until")
    wished = {name: values[name] for name in FIELDS if values.get(name) not in (None, "", getattr(tenancy, name))}
    if not wished:
        raise Refused(_("Hãy nhập ít nhất một điều cần sửa."))
    with transaction.atomic():
        change = TenancyChange(tenancy=tenancy, by=party, person_id=actor.user_id)
        fill(change, wished | {"text": text.strip()})
        change.save(force_insert=True)
        audit.record(actor, "towers.tenancy.change_proposed", change, party=party, after=facts(change, FIELDS))
        _tell(actor, change, gettext_lazy("{party} đề nghị sửa việc dùng cột theo thỏa thuận {reference}."), "asked")
    return change


def agree_change(*, actor: Actor, change: TenancyChange) -> Tenancy:
    """The other side agrees: the registry changes, with its own checks.

    :raises NoRoom: the mast cannot take it
    """
    with transaction.atomic():
        row = _asked(actor, change)
        tenancy = row.tenancy
        tenancy.mast = held_mast(tenancy.mast_id)
        move(row, ChangeState.AGREED, CHANGE_TRANSITIONS, field="state", answered_at=actor.at)
        change_tenancy(
            actor, tenancy, {name: getattr(row, name) for name in FIELDS if getattr(row, name) not in (None, "")}
        )
        audit.record(actor, "towers.tenancy.change_agreed", row, party=row.asked_of_id)
        _tell(actor, row, gettext_lazy("{party} đồng ý sửa việc dùng cột theo thỏa thuận {reference}."), "agreed")
    return tenancy


def decline_change(*, actor: Actor, change: TenancyChange, answer: str) -> None:
    """The other side does not agree; everything stays.

    :raises Refused: no reason is given
    """
    if not answer.strip():
        raise Refused(_("Hãy nêu lý do không đồng ý."), field="text")
    with transaction.atomic():
        row = _asked(actor, change)
        move(row, ChangeState.DECLINED, CHANGE_TRANSITIONS, field="state", answered_at=actor.at, answer=answer.strip())
        audit.record(actor, "towers.tenancy.change_declined", row, party=row.asked_of_id)
        _tell(
            actor, row, gettext_lazy("{party} không đồng ý sửa việc dùng cột theo thỏa thuận {reference}."), "declined"
        )


def withdraw_change(*, actor: Actor, change: TenancyChange) -> None:
    """Whoever proposed takes it back."""
    require(actor, Permission.MAST_MANAGE, party=change.by_id)
    with transaction.atomic():
        move(change, ChangeState.WITHDRAWN, CHANGE_TRANSITIONS, field="state", answered_at=actor.at)
        audit.record(actor, "towers.tenancy.change_withdrawn", change, party=change.by_id)


def _asked(actor: Actor, change: TenancyChange) -> TenancyChange:
    """The row, held, where the actor answers for the side that is asked."""
    rows = TenancyChange.objects.select_for_update(of=("self",)).select_related("tenancy__mast__site", "by")
    row = rows.get(pk=change.pk)
    require(actor, Permission.MAST_MANAGE, party=row.asked_of_id)
    if row.tenancy.until is not None:
        raise Refused(_("Việc dùng cột này đã kết thúc."))
    return row


def _tell(actor: Actor, change: TenancyChange, words: Any, key: str) -> None:
    """The other side reads what this one did."""
    asked = key == "asked"
    who = change.by if asked else Party.objects.get(pk=change.asked_of_id)
    tell(
        actor=actor, users_of=[change.asked_of_id if asked else change.by_id], permission=Permission.MAST_MANAGE,
        icon="arrows-exchange", text=format_lazy(words, party=who.short_name, reference=change.tenancy.agreement_ref),
        url=reverse("towers:mast_detail", args=[change.tenancy.mast_id]), key=f"tenancy.change.{key}:{change.pk}",
    )  # fmt: skip
