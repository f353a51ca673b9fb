"""Sending a request: for a mast that was disclosed, by an owner's code, or for a place that the department routes."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.models import AuditEntry
from phoihop.clauses.towers.models import (
    AskedBy,
    DisclosedMast,
    Mast,
    MastState,
    RequestStatus,
    ShareCode,
    SharingRequest,
    SharingRule,
    Tenancy,
)
from phoihop.clauses.towers.sharing.clock import Limits
from phoihop.clauses.towers.sharing.rows import advance
from phoihop.people.models import Party

TRIES_A_DAY = 20
FAILED = "towers.sharing.code_failed"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the asker wants to put up, and for what; heights in metres, wind area in square metres."""

    purpose: str
    technology: str
    antenna_height_m: Decimal
    wind_area_m2: Decimal | None = None
    wanted_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the asker looks for a mast: degrees in WGS 84, radius in metres; for the department alone."""

    latitude: float
    longitude: float
    radius_m: int
    note: str = ""


def limits_on(lead_id: UUID, day: dt.date) -> Limits:
    """The time limits that a regulator set for ``day``, or the usual ones."""
    rule = SharingRule.objects.in_force(lead_id, day)
    if rule is None:
        return Limits()
    return Limits(
        rule.answer_days, rule.decide_months, rule.reply_days, rule.sign_days, rule.unused_months, rule.pause_days
    )


def ask_by_code(*, actor: Actor, asker: Party, code: str, wish: Wish) -> SharingRequest:
    """Ask for the mast of an owner's code.

    Every code that does not lead to a mast on offer gets one and the same answer, so that trying codes tells nothing.

    :raises Refused: no such code, or its mast is not on offer, or too many wrong codes today
    """
    require(actor, Permission.SHARING_ASK, party=asker)
    failed = AuditEntry.objects.filter(event=FAILED, party_id=asker.pk, at__gt=actor.at - dt.timedelta(days=1)).count()
    if failed >= TRIES_A_DAY:
        raise Refused(_("Hôm nay đơn vị đã nhập sai mã quá nhiều lần. Hãy hỏi lại chủ cột rồi thử vào ngày mai."))
    mast = _mast_of_code(code, actor.today)
    if mast is None or not _can_ask(asker, mast):
        audit.record(actor, FAILED, asker, party=asker)
        raise Refused(_("Không dùng được mã này. Hãy kiểm tra lại mã, hoặc hỏi lại đơn vị đã đưa mã."), field="code")
    return _ask(actor, asker, mast, wish, AskedBy.CODE)


def ask_for_disclosed(*, actor: Actor, asker: Party, shown: DisclosedMast, wish: Wish) -> SharingRequest:
    """Ask for a mast that was disclosed to the asker.

    :raises NotVisible: it was disclosed to another, or the period is over
    :raises Refused: it is no longer on offer
    """
    require(actor, Permission.SHARING_ASK, party=asker)
    period, mast = shown.cell.period, shown.mast
    if mast is None or period.asker_id != asker.pk or period.ends_on < actor.today:
        raise NotVisible
    if not _can_ask(asker, mast):
        raise Refused(_("Cột này hiện không nhận yêu cầu dùng chung. Hãy chọn cột khác hoặc gửi nhu cầu theo khu vực."))
    return _ask(actor, asker, mast, wish, AskedBy.DISCLOSED)


def ask_for_place(*, actor: Actor, asker: Party, wish: Wish, place: Place) -> SharingRequest:
    """Tell the department where a mast is needed; it finds one and sends the request on to its owner.

    :raises Refused: no department keeps the asker
    """
    require(actor, Permission.SHARING_ASK, party=asker)
    if asker.registered_by_id is None:
        raise Refused(_("Đơn vị chưa thuộc cơ quan quản lý nào. Hãy liên hệ Sở để được thêm vào chương trình."))
    where = {
        "latitude": place.latitude, "longitude": place.longitude, "radius_m": place.radius_m, "lead_note": place.note,
    }  # fmt: skip
    with transaction.atomic():
        row = _create(actor, asker, asker.registered_by_id, wish, AskedBy.PLACE, RequestStatus.ROUTING, where)
        advance(actor, row, "asked_for_place", party=asker.pk, tell_to=[row.lead_id])
    return row


def _mast_of_code(code: str, today: dt.date) -> Mast | None:
    plain = "".join(char for char in code.upper() if char.isalnum())
    found = ShareCode.objects.filter(code=plain, revoked_at__isnull=True, expires_on__gte=today)
    row = found.select_related("mast__site__owner").first()
    return row.mast if row else None


def _can_ask(asker: Party, mast: Mast) -> bool:
    site = mast.site
    offered = mast.offered_for_sharing and mast.state != MastState.REMOVED
    return offered and site.owner_id != asker.pk and site.regulator_id == asker.registered_by_id


def _ask(actor: Actor, asker: Party, mast: Mast, wish: Wish, by: AskedBy) -> SharingRequest:
    require_free(asker, mast)
    owned = {"owner_id": mast.site.owner_id, "mast_id": mast.pk}
    with transaction.atomic():
        row = _create(actor, asker, mast.site.regulator_id, wish, by, RequestStatus.ASKED, owned)
        advance(actor, row, "asked", party=asker.pk, tell_to=[row.owner_id])
    return row


def require_free(asker: Party, mast: Mast) -> None:
    """Refuse a second request for one mast, and one for a mast on which the asker stands already.

    :raises Refused: there is one, or the asker is there
    """
    going = SharingRequest.objects.filter(asker=asker, mast=mast).unfinished().first()
    if going is not None:
        words = _("Đơn vị đã có yêu cầu %(reference)s đang xử lý cho cột này. Hãy tiếp tục yêu cầu đó.")
        raise Refused(words % {"reference": going.reference})
    if Tenancy.objects.filter(mast=mast, operator=asker).current().exists():
        raise Refused(_("Đơn vị đang có trên cột này rồi. Mỗi doanh nghiệp thuê một chỗ trên một cột."))


def _create(
    actor: Actor, asker: Party, lead_id: UUID, wish: Wish, by: AskedBy, status: RequestStatus, extra: dict[str, Any]
) -> SharingRequest:
    limits = limits_on(lead_id, actor.today)
    return SharingRequest.objects.create(
        lead_id=lead_id, asker=asker, asked_by=by, status=status, asked_at=actor.at, clock_on=actor.today,
        moved_on=actor.today, asker_person_id=actor.user_id, **asdict(wish), **asdict(limits), **extra,
    )  # fmt: skip
