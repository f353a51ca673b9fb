"""One party takes over from another; papers made before keep the old name."""

from __future__ import annotations

import datetime as dt
import uuid

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused
from phoihop.people.actions.checking import check_row
from phoihop.people.desks import desk_of
from phoihop.people.models import (
    Division,
    Membership,
    Party,
    PartyContact,
    Service,
    Succession,
    SuccessionKind,
)
from phoihop.people.succeeding import take_over


def _require(actor: Actor, party: Party) -> None:
    if not actor.is_keeper:
        require(actor, Permission.PARTY_CREATE, party=desk_of(actor, party))
    elif party.registered_by_id is not None:
        raise NotAllowed


def succeed_party(
    *, actor: Actor, predecessor: Party, successor: Party, on: dt.date, kind: str, basis: str = ""
) -> Succession:
    """Record that ``successor`` takes over: people move on the day, and whatever other apps registered.

    The predecessor's validity ends the day before, unless it was only split. Its former people and their successors
    still read what it left.

    :raises NotAllowed: the actor registers no such parties; for departments, nor keeps the platform
    :raises Refused: another kind of party, the same party, a day to come, or before the predecessor began
    """
    _require(actor, predecessor)
    if predecessor.kind != successor.kind:
        raise Refused(_("Đơn vị kế thừa phải cùng loại với đơn vị cũ."), field="successor")
    if on > actor.today:
        raise Refused(_("Hãy ghi nhận khi việc kế thừa đã có hiệu lực, không sớm hơn hôm nay."), field="on")
    if predecessor.valid_from and on <= predecessor.valid_from:
        raise Refused(_("Ngày kế thừa phải sau ngày đơn vị cũ bắt đầu hoạt động."), field="on")
    with transaction.atomic():
        row = Succession(predecessor=predecessor, successor=successor, on=on, kind=kind, basis=basis)
        check_row(row)
        row.save(force_insert=True)
        if kind != SuccessionKind.SPLIT:
            _end(predecessor, successor, on)
            take_over(predecessor, successor, on, actor)
        after = {"successor": successor.name, "on": on, "kind": kind, "basis": basis}
        audit.record(actor, "people.party.succeeded", predecessor, party=predecessor, after=after)
    return row


def rename_party(
    *, actor: Actor, party: Party, name: str, short_name: str, code: str, on: dt.date, kind: str, basis: str = ""
) -> Party:
    """Create the successor from the party itself, under a new name, and let it take over.

    :raises NotAllowed: see :func:`succeed_party`
    :raises Refused: see :func:`succeed_party`
    """
    _require(actor, party)
    with transaction.atomic():
        heir = Party.objects.get(pk=party.pk)
        heir.pk = uuid.uuid4()
        heir.name, heir.short_name, heir.code, heir.valid_from, heir.valid_to = name, short_name, code, on, None
        heir.logo = None  # a new name has a new sign
        heir._state.adding = True
        check_row(heir)
        heir.save(force_insert=True)
        for model in (Division, Service, PartyContact):
            for row in model._default_manager.filter(party=party):
                row.pk, row.party = uuid.uuid4(), heir
                row._state.adding = True
                row.save(force_insert=True)
        audit.record(actor, "people.party.created", heir, party=heir, after={"name": name, "kind": heir.kind})
        succeed_party(actor=actor, predecessor=party, successor=heir, on=on, kind=kind, basis=basis)
    return heir


def _end(predecessor: Party, successor: Party, on: dt.date) -> None:
    Party.objects.filter(pk=predecessor.pk).update(valid_to=on - dt.timedelta(days=1))
    held = set(Membership.objects.current().filter(party=successor).values_list("user_id", "role"))
    divisions = {division.name: division for division in Division.objects.filter(party=successor)}
    for seat in Membership.objects.current().filter(party=predecessor).select_related("division"):
        Membership.objects.filter(pk=seat.pk).update(ended_on=max(on, seat.started_on))
        if (seat.user_id, seat.role) not in held:
            Membership.objects.create(
                user_id=seat.user_id, party=successor, role=seat.role, title=seat.title, started_on=on,
                division=divisions.get(seat.division.name) if seat.division else None,
            )  # fmt: skip
    try:
        with transaction.atomic():
            Party.objects.filter(registered_by=predecessor).exclude(pk=successor.pk).update(registered_by=successor)
    except IntegrityError as problem:
        raise Refused(
            _("Hai cơ quan đang quản lý hai đơn vị cùng ký hiệu. Hãy đổi ký hiệu của một đơn vị rồi làm lại.")
        ) from problem
