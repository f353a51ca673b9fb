"""Tenancies, kept by the owner of the mast, and stations, kept by the operator whose they are."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused, Stale
from phoihop.clauses.towers.actions.registry.facts import facts, fill
from phoihop.clauses.towers.models import Mast, MastState, SharingRequest, Station, StationState, Tenancy
from phoihop.people.models import Party

FIELDS = ("antenna_height_m", "wind_area_m2", "since", "until", "agreement_ref")
STATION_FIELDS = ("technology", "power_w", "state", "since")
AGREED = (
    "operator",
    "antenna_height_m",
    "wind_area_m2",
    "since",
    "until",
)  # between the two sides


def begin_tenancy(actor: Actor, mast: Mast, operator: Party, **values: Any) -> Tenancy:
    """Let an operator onto a mast, in the transaction of the action that agreed to it.

    :param values: columns of ``Tenancy``; ``agreement_id`` where a request led to it
    :raises Refused: the mast does not stand, the antenna is above it, or the operator is there already
    """
    if mast.state != MastState.IN_USE:
        raise Refused(_("Chỉ cột đang sử dụng mới ghi được doanh nghiệp dùng chung."))
    _check_height(mast, values.get("antenna_height_m"))
    tenancy = Tenancy(mast=mast, operator=operator)
    fill(tenancy, values)
    tenancy.save(force_insert=True)
    told = facts(tenancy, FIELDS) | {"operator": operator.short_name}
    audit.record(actor, "towers.tenancy.begun", tenancy, party=mast.site.owner_id, after=told)
    return tenancy


def _check_height(mast: Mast, height_m: Decimal | None) -> None:
    if height_m is not None and height_m > mast.height_m:
        raise Refused(_("Độ cao ăng ten không được vượt chiều cao cột."), field="antenna_height_m")


def add_tenancy(*, actor: Actor, mast: Mast, operator: Party, **values: Any) -> Tenancy:
    """Record an operator on one's own mast."""
    require(actor, Permission.MAST_MANAGE, party=mast.site.owner_id)
    with transaction.atomic():
        return begin_tenancy(actor, mast, operator, **values)


def edit_tenancy(*, actor: Actor, tenancy: Tenancy, **values: Any) -> Tenancy:
    """Change a tenancy on one's own mast.

    :raises Refused: what was agreed would change, and an open request led to the tenancy
    """
    require(actor, Permission.MAST_MANAGE, party=tenancy.mast.site.owner_id)
    _check_height(tenancy.mast, values.get("antenna_height_m"))
    with transaction.atomic():
        if any(name in values and values[name] != getattr(tenancy, name) for name in AGREED):
            _require_free(tenancy)
        before = facts(tenancy, FIELDS)
        fill(tenancy, values)
        tenancy.save()
        audit.record(
            actor, "towers.tenancy.edited", tenancy, party=tenancy.mast.site.owner_id, before=before,
            after=facts(tenancy, FIELDS),
        )  # fmt: skip
    return tenancy


def end_tenancy(*, actor: Actor, tenancy: Tenancy, until: dt.date) -> None:
    """The operator has left the mast; its stations there are off.

    :raises Refused: an open request led to it, or the day lies before its first
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
    """Refuse what belongs to both sides: a tenancy by agreement changes through its request alone."""
    requests = SharingRequest.objects.unfinished().filter(Q(tenancy=tenancy) | Q(pk=tenancy.agreement_id))
    request = requests.first()
    if request is not None:
        words = _("Việc dùng cột này theo yêu cầu dùng chung %(reference)s. Hãy thay đổi hoặc kết thúc ở yêu cầu đó.")
        raise Refused(words % {"reference": request.reference})


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
