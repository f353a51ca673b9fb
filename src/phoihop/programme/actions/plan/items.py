"""Adding, changing, moving and removing items: freely in a draft, as an amendment once the plan is frozen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.people.models import Party
from phoihop.programme import kinds
from phoihop.programme.actions.plan import follow
from phoihop.programme.actions.plan.writing import locked_for_change, record_change
from phoihop.programme.models import Clause, Plan, PlanItem, PlanStatus

FIELDS = ("title", "kind", "starts_on", "ends_on", "place", "note", "day_code", "clause", "owner")


def add_item(
    *,
    actor: Actor,
    plan: Plan,
    title: str,
    starts_on: dt.date,
    ends_on: dt.date,
    owner: Party | None = None,
    participants: Iterable[Party] = (),
    clause: Clause | None = None,
    kind: str = "plain",
    place: str = "",
    note: str = "",
    day_code: str = "",
    reason: str = "",
    restricted: bool = False,
) -> PlanItem:
    """Add an item; to a frozen plan as an amendment, which opens its activity at once.

    :param owner: the party that leads it; the programme's lead where none is named
    :param restricted: of the lead and the participants alone; the other parties learn neither of it nor of its change
    :param reason: needed once the plan is frozen
    """
    require(actor, Permission.PLAN_WRITE, party=plan.programme.lead_id)
    with transaction.atomic():
        plan = locked_for_change(plan, reason)
        item = PlanItem(
            plan=plan, title=title, starts_on=starts_on, ends_on=ends_on, owner=owner or plan.programme.lead,
            clause=clause, kind=kind, place=place, note=note, day_code=day_code, order=plan.items.count(),
            restricted=restricted,
        )  # fmt: skip
        chosen = list(participants)
        _check(plan, item, chosen)
        item.save(force_insert=True)
        item.participants.set(chosen)
        record_change(actor, plan, item, "programme.plan_item.added", reason=reason, before={}, after=_facts(item))
        if plan.status == PlanStatus.FROZEN:
            follow.item_added(actor, item)
    return item


def edit_item(
    *, actor: Actor, item: PlanItem, reason: str = "", participants: Iterable[Party] | None = None, **values: Any
) -> PlanItem:
    """Change an item; of a frozen plan as an amendment, which its activity follows.

    :param values: columns of ``FIELDS``; those left out stay
    """
    require(actor, Permission.PLAN_WRITE, party=item.plan.programme.lead_id)
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise TypeError(f"an item of the plan has no {', '.join(sorted(unknown))}")
    with transaction.atomic():
        plan = locked_for_change(item.plan, reason)
        item = _current(plan, item.pk)
        before = _facts(item)
        for name, value in values.items():
            setattr(item, name, value)
        chosen = list(item.participants.all() if participants is None else participants)
        _check(plan, item, chosen)
        item.save()
        item.participants.set(chosen)
        _tell_of_change(actor, plan, item, before, reason)
    return item


def move_item(
    *, actor: Actor, item: PlanItem, starts_on: dt.date, ends_on: dt.date | None = None, reason: str = ""
) -> PlanItem:
    """Move an item to another day; without a last day it keeps its length."""
    require(actor, Permission.PLAN_WRITE, party=item.plan.programme.lead_id)
    return edit_item(
        actor=actor, item=item, reason=reason, starts_on=starts_on,
        ends_on=ends_on or starts_on + (item.ends_on - item.starts_on),
    )  # fmt: skip


def remove_item(*, actor: Actor, item: PlanItem, reason: str = "") -> None:
    """Take an item out: of a draft for good, of a frozen plan by an amendment that cancels its activity."""
    require(actor, Permission.PLAN_WRITE, party=item.plan.programme.lead_id)
    with transaction.atomic():
        plan = locked_for_change(item.plan, reason)
        item = _current(plan, item.pk)
        if plan.status == PlanStatus.FROZEN:
            PlanItem.objects.filter(pk=item.pk).update(dropped=True)
            item.dropped = True
            removed = "programme.plan_item.removed"
            record_change(actor, plan, item, removed, reason=reason, before=_facts(item), after={})
            follow.item_removed(actor, item, reason.strip())
            return
        record_change(actor, plan, item, "programme.plan_item.removed", reason=reason, before=_facts(item), after={})
        item.delete()


def _current(plan: Plan, pk: UUID) -> PlanItem:
    item = PlanItem.objects.current().select_for_update(of=("self",)).filter(plan=plan, pk=pk).first()
    if item is None:
        raise Refused(_("Việc này vừa được đưa ra khỏi kế hoạch. Hãy tải lại trang."))
    item.plan = plan
    return item


def _tell_of_change(actor: Actor, plan: Plan, item: PlanItem, before: Mapping[str, Any], reason: str) -> None:
    """Record what really changed; saving a form as it was is no change."""
    after = _facts(item)
    changed = [name for name in after if after[name] != before[name]]
    if changed:
        record_change(
            actor, plan, item, "programme.plan_item.changed", reason=reason,
            before={name: before[name] for name in changed}, after={name: after[name] for name in changed},
        )  # fmt: skip
        if plan.status == PlanStatus.FROZEN:
            follow.item_changed(actor, item, frozenset(changed))


def _facts(item: PlanItem) -> dict[str, Any]:
    """What an amendment shows of an item; all of it is shared by the parties."""
    return {
        "title": item.title,
        "kind": str(item.kind),
        "starts_on": item.starts_on.isoformat(),
        "ends_on": item.ends_on.isoformat(),
        "place": item.place,
        "owner": item.owner.short_name,
        "participants": sorted(party.short_name for party in item.participants.all()),
        "note": item.note,
    }


def _check(plan: Plan, item: PlanItem, participants: list[Party]) -> None:
    """Refuse dates outside the year, and parties, clauses and kinds that do not belong to the programme."""
    if item.ends_on < item.starts_on:
        raise Refused(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), field="ends_on")
    for field in ("starts_on", "ends_on"):
        if getattr(item, field).year != plan.year:
            raise Refused(
                _("Kế hoạch năm %(year)s chỉ nhận ngày trong năm đó. Việc kéo sang năm sau thì tách thành hai.")
                % {"year": plan.year},
                field=field,
            )
    joined = set(plan.programme.participants.values_list("party_id", flat=True)) | {plan.programme.lead_id}
    if item.owner_id not in joined:
        raise Refused(_("Đơn vị chủ trì phải thuộc chương trình."), field="owner")
    if any(party.pk not in joined for party in participants):
        raise Refused(_("Đơn vị tham gia phải thuộc chương trình."), field="participants")
    if item.clause is not None and item.clause.memorandum.programme_id != plan.programme_id:
        raise Refused(_("Nội dung này không thuộc biên bản ghi nhớ của chương trình."), field="clause")
    if item.kind not in {kind.code for kind in kinds.all_kinds()}:
        raise Refused(_("Không có loại hoạt động này. Hãy chọn loại khác."), field="kind")
