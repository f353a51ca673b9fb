"""What every change of a plan shares: the draft that may be written, the frozen plan that needs a reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.notices.actions import tell
from phoihop.programme.models import Plan, PlanAmendment, PlanItem, PlanStatus

FOR_ALL = models.Q(party__isnull=True)


class PlanClosed(Refused):
    """The plan lies with the parties, or is not a draft any more."""


class NeedsReason(Refused):
    """A change of a frozen plan says why."""


def plan_url(plan: Plan) -> str:
    """The address of the plan's page."""
    return reverse("programme:plan_detail", args=[plan.pk])


def locked(plan: Plan) -> Plan:
    """The plan as it stands now, held until the transaction ends."""
    return Plan.objects.select_for_update(of=("self",)).select_related("programme__lead").get(pk=plan.pk)


def locked_draft(plan: Plan) -> Plan:
    """The plan, if it is still a draft.

    :raises PlanClosed: it was proposed or frozen
    """
    plan = locked(plan)
    if plan.status != PlanStatus.DRAFT:
        raise PlanClosed(_("Việc này chỉ làm được khi kế hoạch đang lập. Hãy rút kế hoạch về để sửa."))
    return plan


def locked_for_change(plan: Plan, reason: str) -> Plan:
    """The plan, if its items may be changed: freely in a draft, with a reason once it is frozen.

    :raises PlanClosed: it lies with the parties
    :raises NeedsReason: it is frozen and no reason was given
    """
    plan = locked(plan)
    if plan.status == PlanStatus.PROPOSED:
        raise PlanClosed(_("Kế hoạch đang chờ các bên thống nhất. Hãy rút về để sửa, rồi gửi lại."))
    if plan.status == PlanStatus.FROZEN and not reason.strip():
        raise NeedsReason(_("Kế hoạch đã thống nhất. Hãy nêu lý do điều chỉnh."), field="reason")
    return plan


def record_change(
    actor: Actor,
    plan: Plan,
    item: PlanItem,
    event: str,
    *,
    reason: str,
    before: dict[str, Any],
    after: dict[str, Any],
    party_id: UUID | None = None,
) -> PlanAmendment | None:
    """Note a change in the history; of a frozen plan also as a numbered amendment, told to those it concerns.

    A restricted item makes no amendment: its number, or a gap, would tell the others of it.

    :param party_id: set where the change is of one party's target, which its rivals must not learn of
    """
    audit.record(
        actor, event, item, party=party_id or plan.programme.lead_id, before=before,
        after={**after, "reason": reason} if reason else after,
    )  # fmt: skip
    if plan.status != PlanStatus.FROZEN or item.restricted:
        return None
    amendments = PlanAmendment.objects.filter(plan=plan).filter(models.Q(party_id=party_id) if party_id else FOR_ALL)
    last = amendments.aggregate(last=models.Max("number"))["last"] or 0
    amendment = PlanAmendment.objects.create(
        plan=plan, item=item, party_id=party_id, number=last + 1, reason=reason.strip(), before=before, after=after,
        author_id=actor.user_id,
    )  # fmt: skip
    tell(
        actor=actor, users_of=[party_id] if party_id else participants_of(plan), icon="calendar-time",
        text=format_lazy(
            gettext_lazy("Kế hoạch {year} được điều chỉnh: {item}. Lý do: {reason}"),
            year=plan.year, item=item.title, reason=reason.strip(),
        ),
        url=reverse("programme:plan_amendments", args=[plan.pk]), key=f"plan.amended:{amendment.pk}",
    )  # fmt: skip
    return amendment


def participants_of(plan: Plan) -> Iterable[UUID]:
    """Every party around the programme, apart from the lead."""
    return list(plan.programme.participants.filter(left_on__isnull=True).values_list("party_id", flat=True))
