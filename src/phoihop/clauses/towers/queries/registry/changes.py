"""Proposed changes of agreed tenancies, for the two sides."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.models import Tenancy, TenancyChange
from phoihop.people.models import Party


def shared_tenancy(*, actor: Actor, pk: UUID) -> tuple[Tenancy, Party]:
    """A tenancy of which the actor keeps one side, and that side.

    :raises NotVisible: neither side is theirs
    """
    found = Tenancy.objects.visible_to(actor).select_related("mast__site__owner", "operator").filter(pk=pk).first()
    if found is not None:
        for party in (found.mast.site.owner, found.operator):
            if actor.may(Permission.MAST_MANAGE, party.pk):
                return found, party
    raise NotVisible


def visible_change(*, actor: Actor, pk: UUID) -> TenancyChange:
    """A proposed change.

    :raises NotVisible: it is between others
    """
    found = TenancyChange.objects.visible_to(actor).select_related("tenancy__mast__site", "tenancy__operator", "by")
    change = found.filter(pk=pk).first()
    if change is None or not ({change.by_id, change.asked_of_id} & actor.party_ids):
        raise NotVisible
    return change


def waiting_changes(*, actor: Actor) -> QuerySet[TenancyChange]:
    """Those that wait for an answer, of one's own sides."""
    found = TenancyChange.objects.visible_to(actor).waiting()
    return found.select_related("tenancy__mast__site", "tenancy__operator", "by")
