"""Tenancies, kept by the owner of the mast, and stations, kept by the operator whose they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused, Stale
from phoihop.clauses.towers.actions.registry.facts import facts, fill
from phoihop.clauses.towers.actions.registry.room import Load, require_height, require_room
from phoihop.clauses.towers.models import Mast, MastState, SharingRequest, Station, StationState, Tenancy
from phoihop.people.models import Party

FIELDS = ("antenna_height_m", "wind_area_m2", "since", "until", "agreement_ref")
STATION_FIELDS = ("technology", "power_w", "state", "since")
AGREED = ("operator", "antenna_height_m", "wind_area_m2", "since", "until", "agreement_ref")  # between the two sides


class Agreed(Refused):
    """It stands in an agreement, which one side alone does not change."""


def begin_tenancy(actor: Actor, mast: Mast, operator: Party, **values: Any) -> Tenancy:
    """Let an operator onto a mast, in the transaction of the action that agreed to it.

    :param values: columns of ``Tenancy``; ``agreement_id`` where a request or a proposal led to it
    :raises Refused: the mast does not stand, has no room for the antennas, or the operator is there already
    """
    if mast.state != MastState.IN_USE:
        raise Refused(_("Chỉ cột đang sử dụng mới ghi được doanh nghiệp dùng chung."))
    tenancy = Tenancy(mast=mast, operator=operator)
    fill(tenancy, values)
    agreed = tenancy.agreement_id
    require_room(mast, load_of(tenancy), but_agreement=agreed, noted=agreed is None)
    return record_begun(actor, tenancy)


def enter_agreed(actor: Actor, mast: Mast, operator: Party, **values: Any) -> Tenancy:
    """Let an operator onto a mast as it was signed; a line that the owner had noted meanwhile becomes the agreed one.

    On a mast that is only planned the tenancy begins with the mast: ``since`` is empty until it stands.

    :param mast: held by the caller
    :param values: columns of ``Tenancy``, ``agreement_id`` among them
    :raises NoRoom: the mast cannot take it any more
    """
    there = Tenancy.objects.filter(mast=mast, operator=operator).current().first()
    if there is not None:
        there.mast = mast
        change_tenancy(actor, there, values | {"since": there.since or values["since"]})
        return there
    if mast.state != MastState.PLANNED:
        return begin_tenancy(actor, mast, operator, **values)
    tenancy = Tenancy(mast=mast, operator=operator)
    fill(tenancy, values)
    require_height(mast, tenancy.antenna_height_m)
    return record_begun(actor, tenancy)


def record_begun(actor: Actor, tenancy: Tenancy) -> Tenancy:
    """Save a new tenancy with its line in the history."""
    tenancy.save(force_insert=True)
    told = facts(tenancy, FIELDS) | {"operator": tenancy.operator.short_name}
    audit.record(actor, "towers.tenancy.begun", tenancy, party=tenancy.mast.site.owner_id, after=told)
    return tenancy


def load_of(tenancy: Tenancy) -> Load:
    """What a tenancy puts on its mast."""
    return Load(tenancy.operator_id, tenancy.antenna_height_m, tenancy.wind_area_m2 or Decimal(0))


def add_tenancy(*, actor: Actor, mast: Mast, operator: Party, **values: Any) -> Tenancy:
    """Record an operator on one's own mast."""
    require(actor, Permission.MAST_MANAGE, party=mast.site.owner_id)
    with transaction.atomic():
        return begin_tenancy(actor, mast, operator, **values)


def edit_tenancy(*, actor: Actor, tenancy: Tenancy, **values: Any) -> Tenancy:
    """Change a tenancy on one's own mast.

    :raises Agreed: what was agreed would change
    :raises Refused: the mast has no room for it
    """
    require(actor, Permission.MAST_MANAGE, party=tenancy.mast.site.owner_id)
    with transaction.atomic():
        if any(name in values and values[name] != getattr(tenancy, name) for name in AGREED):
            _require_free(tenancy)
        change_tenancy(actor, tenancy, values)
    return tenancy


def change_tenancy(actor: Actor, tenancy: Tenancy, values: Mapping[str, Any]) -> None:
    """Write what has changed, in the transaction of the action that may; a heavier or higher load needs room.

    :raises Refused: the mast has no room for it, or a rule is broken
    """
    before, load = facts(tenancy, FIELDS), load_of(tenancy)
    fill(tenancy, values)
    if tenancy.until is None and load_of(tenancy) != load:
        agreed = tenancy.agreement_id
        require_room(tenancy.mast, load_of(tenancy), but_agreement=agreed, but_tenancy=tenancy.pk, noted=agreed is None)
    tenancy.save()
    if tenancy.until is not None:
        Station.objects.filter(tenancy=tenancy).update(state=StationState.OFF)
    audit.record(
        actor, "towers.tenancy.edited", tenancy, party=tenancy.mast.site.owner_id, before=before,
        after=facts(tenancy, FIELDS),
    )  # fmt: skip


def end_tenancy(*, actor: Actor, tenancy: Tenancy, until: dt.date) -> None:
    """The operator has left the mast; its stations there are off.

    :raises Agreed: it stands by an agreement
    :raises Refused: the day lies before its first
    :raises Stale: it has ended already
    """
    require(actor, Permission.MAST_MANAGE, party=tenancy.mast.site.owner_id)
    if tenancy.since and until < tenancy.since:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="until")
    with transaction.atomic():
        _require_free(tenancy)
        if not Tenancy.objects.filter(pk=tenancy.pk, until__isnull=True).update(until=until):
            raise Stale
        Station.objects.filter(tenancy=tenancy).update(state=StationState.OFF)
        audit.record(
            actor, "towers.tenancy.ended", tenancy, party=tenancy.mast.site.owner_id, after={"until": str(until)}
        )


def _require_free(tenancy: Tenancy) -> None:
    """Refuse what belongs to both sides: a tenancy by agreement changes with the other side's word alone."""
    request = request_of(tenancy)
    if request is not None:
        words = _("Việc dùng cột này theo yêu cầu dùng chung %(reference)s. Hãy thay đổi hoặc kết thúc ở yêu cầu đó.")
        raise Agreed(words % {"reference": request.reference})
    if tenancy.agreement_id is not None and tenancy.until is None:
        raise Agreed(
            _("Việc dùng cột này theo thỏa thuận %(reference)s. Hãy gửi đề nghị sửa để bên kia đồng ý.")
            % {"reference": tenancy.agreement_ref}
        )
    if tenancy.agreement_id is not None:
        raise Agreed(
            _("Việc dùng cột theo thỏa thuận %(reference)s đã kết thúc và được giữ nguyên như đã thỏa thuận.")
            % {"reference": tenancy.agreement_ref}
        )


def request_of(tenancy: Tenancy) -> SharingRequest | None:
    """The open request under which a tenancy stands."""
    requests = SharingRequest.objects.unfinished().filter(Q(tenancy=tenancy) | Q(pk=tenancy.agreement_id))
    return requests.first()


def set_station(*, actor: Actor, tenancy: Tenancy, technology: str, **values: Any) -> Station:
    """Record one's own station of a technology; the one that is there already is changed.

    :param values: ``power_w`` in watts, ``state``, ``since``
    """
    require(actor, Permission.MAST_MANAGE, party=tenancy.operator_id)
    if tenancy.until is not None:
        raise Refused(_("Việc sử dụng cột này đã kết thúc nên không ghi thêm trạm được."))
    with transaction.atomic():
        same = Station.objects.filter(tenancy=tenancy, technology=technology).first()
        before = facts(same, STATION_FIELDS) if same else {}
        station = same or Station(tenancy=tenancy, technology=technology)
        fill(station, values)
        station.save()
        audit.record(
            actor, "towers.station.recorded", station, party=tenancy.operator_id, before=before,
            after=facts(station, STATION_FIELDS),
        )  # fmt: skip
    return station


def remove_station(*, actor: Actor, station: Station) -> None:
    """Take out a station that was entered by mistake."""
    require(actor, Permission.MAST_MANAGE, party=station.tenancy.operator_id)
    with transaction.atomic():
        audit.record(
            actor, "towers.station.removed", station, party=station.tenancy.operator_id,
            before=facts(station, STATION_FIELDS),
        )  # fmt: skip
        station.delete()
