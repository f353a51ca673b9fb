"""How much an item should bring: for all parties together, or for one, which its rivals never see."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.people.models import Party
from phoihop.programme.actions.plan.writing import locked_for_change, record_change
from phoihop.programme.models import PlanItem, PlanTarget


def set_target(
    *, actor: Actor, item: PlanItem, label: str, unit: str, value: Decimal, party: Party | None = None, reason: str = ""
) -> PlanTarget:
    """Set a target; the one with the same label, unit and party is replaced.

    :param party: whose target it is; None for all together
    :param reason: needed once the plan is frozen
    """
    require(actor, Permission.PLAN_WRITE, party=item.plan.programme.lead_id)
    if value < 0:
        raise Refused(_("Chỉ tiêu không thể âm."), field="value")
    if party is not None and not item.plan.programme.participants.filter(party=party).exists():
        raise Refused(_("Đơn vị này không thuộc chương trình."), field="party")
    with transaction.atomic():
        plan = locked_for_change(item.plan, reason)
        same = PlanTarget.objects.filter(item=item, party=party, label=label, unit=unit).first()
        before = _facts(same) if same else {}
        target = same or PlanTarget(item=item, party=party, label=label, unit=unit)
        target.value = value
        target.save()
        if before != _facts(target):
            record_change(
                actor, plan, item, "programme.plan_target.set", reason=reason, before=before, after=_facts(target),
                party_id=party.pk if party else None,
            )  # fmt: skip
    return target


def remove_target(*, actor: Actor, target: PlanTarget, reason: str = "") -> None:
    """Take a target back."""
    require(actor, Permission.PLAN_WRITE, party=target.item.plan.programme.lead_id)
    with transaction.atomic():
        plan = locked_for_change(target.item.plan, reason)
        record_change(
            actor, plan, target.item, "programme.plan_target.removed", reason=reason, before=_facts(target), after={},
            party_id=target.party_id,
        )  # fmt: skip
        target.delete()


def _facts(target: PlanTarget) -> dict[str, Any]:
    return {"target": f"{target.label} ({target.unit})", "value": f"{target.value.normalize():f}"}
