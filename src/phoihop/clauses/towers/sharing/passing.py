"""Requests when a person hands over, and when one party takes over from another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.towers.actions.sharing.ask import limits_on
from phoihop.clauses.towers.actions.sharing.closing import close_open_things
from phoihop.clauses.towers.models import RequestStatus, SharingReason, SharingRequest, SharingRule
from phoihop.clauses.towers.sharing.rows import address, advance, locked, set_values
from phoihop.people.handover import OpenWork
from phoihop.people.models import Party, User


def open_requests(user: User, party: Party) -> Iterable[OpenWork]:
    """The open requests that the person deals with for a party; what is due stands on the sheet already."""
    mine = Q(asker_person=user, asker=party) | Q(owner_person=user, owner=party)
    for row in SharingRequest.objects.unfinished().filter(mine).order_by("asked_at"):
        yield OpenWork(_("Yêu cầu dùng chung phụ trách"), row.reference, address(row))


def pass_requests(from_user: User, to_user: User, party: Party, actor: Actor) -> None:
    """The successor deals with them from now on."""
    going = SharingRequest.objects.unfinished()
    going.filter(asker_person=from_user, asker=party).update(asker_person=to_user)
    going.filter(owner_person=from_user, owner=party).update(owner_person=to_user)


def take_over_requests(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """Open requests go on with the successor; those between two that have become one are closed."""
    sides = Q(asker=predecessor) | Q(owner=predecessor) | Q(lead=predecessor)
    for found in SharingRequest.objects.unfinished().filter(sides):
        row = locked(found)
        after = {side: successor.pk if pk == predecessor.pk else pk for side, pk in _parties(row).items()}
        if row.owner_id is not None and after["asker_id"] == after["owner_id"]:
            _close_merged(actor, row)
            continue
        if row.awaited_id == predecessor.pk:
            after["awaited_id"] = successor.pk
        if _second(row, after):
            _close_merged(actor, row)
            continue
        set_values(row, **after)
        advance(actor, row, "taken_over", party=successor.pk, text=successor.short_name)
    SharingRule.objects.filter(regulator=predecessor, valid_from__gt=on).update(regulator=successor)
    _copy_lists(predecessor, successor, on)


def _parties(row: SharingRequest) -> dict[str, UUID | None]:
    return {"asker_id": row.asker_id, "owner_id": row.owner_id, "lead_id": row.lead_id}


def _second(row: SharingRequest, after: dict[str, UUID | None]) -> bool:
    """Whether the successor asks for this mast already."""
    if row.mast_id is None or after["asker_id"] == row.asker_id:
        return False
    others = SharingRequest.objects.unfinished().filter(asker_id=after["asker_id"] or row.asker_id, mast_id=row.mast_id)
    return others.exclude(pk=row.pk).exists()


def _close_merged(actor: Actor, row: SharingRequest) -> None:
    """Nothing is left to agree; what is out for signature was closed by papers before."""
    close_open_things(actor, row)
    if row.status == RequestStatus.IN_USE:
        advance(actor, row, "ended", party=None, to=RequestStatus.ENDED, ended_on=actor.today)
        return
    text = _("Hai bên đã hợp nhất.")
    advance(actor, row, "merged", party=None, to=RequestStatus.WITHDRAWN, closing_text=text, awaited_id=None)


def _copy_lists(predecessor: Party, successor: Party, on: dt.date) -> None:
    """A successor department begins with the limits and reasons of the old one."""
    rule = SharingRule.objects.in_force(predecessor.pk, on)
    if rule is not None and SharingRule.objects.in_force(successor.pk, on) is None:
        SharingRule.objects.create(
            regulator=successor, valid_from=on, basis=rule.basis, **asdict(limits_on(predecessor.pk, on))
        )
    known = set(SharingReason.objects.filter(regulator=successor).values_list("use", "code"))
    for reason in SharingReason.objects.filter(regulator=predecessor):
        if (reason.use, reason.code) not in known:
            SharingReason.objects.create(
                regulator=successor, use=reason.use, code=reason.code, name_vi=reason.name_vi, name_en=reason.name_en,
                hidden=reason.hidden,
            )  # fmt: skip
