"""Plans, one and all."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.programme.models import Plan, Programme


def visible_plan(*, actor: Actor, pk: UUID) -> Plan:
    """One plan with its programme and memorandum.

    :raises NotVisible: there is none for this person
    """
    found = (
        Plan.objects.visible_to(actor).select_related("programme__lead", "memorandum", "paper").filter(pk=pk).first()
    )
    if found is None:
        raise NotVisible
    return found


def plan_list(*, actor: Actor, programme: Programme) -> QuerySet[Plan]:
    """Plans of a programme, newest year first, with how many items they have."""
    return (
        Plan.objects.visible_to(actor)
        .filter(programme=programme)
        .select_related("programme__lead")
        .annotate(item_count=Count("items", filter=Q(items__dropped=False)))
        .order_by("-year")
    )
