"""Masts: adding, editing, putting into use, taking down; height bands; what was entered by mistake."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.registry.facts import facts, fill
from phoihop.clauses.towers.actions.registry.keeping import require_strength
from phoihop.clauses.towers.models import Mast, MastState, RequestStatus, SharingRequest, Site, SlotBand, Tenancy
from phoihop.clauses.towers.models.registry.masts import MAST_TRANSITIONS
from phoihop.clauses.towers.queries.joint.settled import agreed_rents
from phoihop.clauses.towers.queries.registry.vetoes import closed_masts
from phoihop.notices.actions import tell

FIELDS = (
    "code", "mast_class", "height_m", "state", "in_use_since", "removed_on", "permit_number", "permit_on",
    "certificate_number", "certificate_expires_on", "wind_area_limit_m2", "offered_for_sharing", "rent_asked_vnd",
)  # fmt: skip


class StillUsed(Refused):
    """Others stand on the mast, or agreements speak of it."""


def new_mast(actor: Actor, site: Site, values: Mapping[str, Any], *, own_use: bool = True) -> Mast:
    """Add a mast in the transaction of an action.

    :param own_use: the owner's own equipment stands on it, as a tenancy
    """
    mast = Mast(site=site)
    fill(mast, values)
    mast.save(force_insert=True)
    audit.record(actor, "towers.mast.created", mast, party=site.owner_id, after=facts(mast, FIELDS))
    if own_use and mast.state == MastState.IN_USE:
        Tenancy.objects.create(mast=mast, operator_id=site.owner_id, since=mast.in_use_since)
    return mast


def add_mast(*, actor: Actor, site: Site, own_use: bool = True, **values: Any) -> Mast:
    """Add another mast to a site."""
    require(actor, Permission.MAST_MANAGE, party=site.owner_id)
    with transaction.atomic():
        return new_mast(actor, site, values, own_use=own_use)


def edit_mast(*, actor: Actor, mast: Mast, **values: Any) -> Mast:
    """Change what a mast is; its state moves by :func:`take_down` and :func:`put_into_use`.

    :raises Agreed: an agreement with another needs a higher or a stronger mast
    """
    require(actor, Permission.MAST_MANAGE, party=mast.site.owner_id)
    with transaction.atomic():
        locked = Mast.objects.select_for_update().select_related("site").get(pk=mast.pk)
        require_strength(
            locked, values.get("height_m", locked.height_m), values.get("wind_area_limit_m2", locked.wind_area_limit_m2)
        )
        if values.get("offered_for_sharing") and closed_masts(masts=[locked.pk]):
            words = _("Đơn vị đã tuyên bố cột này không nhận thêm. Hãy rút tuyên bố trước khi chào cho dùng chung.")
            raise Refused(words, field="offered_for_sharing")
        before = facts(locked, FIELDS)
        fill(locked, values)
        locked.save()
        audit.record(
            actor, "towers.mast.edited", locked, party=locked.site.owner_id, before=before, after=facts(locked, FIELDS)
        )
    return locked


def put_into_use(*, actor: Actor, mast: Mast, in_use_since: dt.date) -> None:
    """A planned mast stands now, with the owner's own equipment on it and everyone who built it along.

    :raises Refused: the day is to come

    :raises Refused: the day is to come
    """
    require(actor, Permission.MAST_MANAGE, party=mast.site.owner_id)
    if in_use_since > actor.today:
        raise Refused(_("Ngày không thể ở tương lai."), field="on")
    with transaction.atomic():
        move(mast, MastState.IN_USE, MAST_TRANSITIONS, field="state", in_use_since=in_use_since)
        agreed = Tenancy.objects.current().filter(mast=mast, since__isnull=True, agreement_id__isnull=False)
        for tenancy in agreed.select_related("operator", "mast__site"):
            tenancy.since = in_use_since
            tenancy.save(update_fields=["since"])
            told = {"since": str(in_use_since), "operator": tenancy.operator.short_name}
            audit.record(actor, "towers.tenancy.edited", tenancy, party=mast.site.owner_id, after=told)
            _tell_tenant(actor, tenancy)
        Tenancy.objects.get_or_create(
            mast=mast, operator_id=mast.site.owner_id, until=None, defaults={"since": in_use_since}
        )
        audit.record(
            actor, "towers.mast.put_into_use", mast, party=mast.site.owner_id, after={"in_use_since": str(in_use_since)}
        )


def _tell_tenant(actor: Actor, tenancy: Tenancy) -> None:
    """Whoever built along may put up its antennas."""
    if tenancy.operator_id != tenancy.mast.site.owner_id:
        words = gettext_lazy("Cột xây chung theo đề xuất {code} đã xây xong.")
        tell(
            actor=actor, users_of=[tenancy.operator_id], permission=Permission.MAST_MANAGE,
            icon="building-broadcast-tower", text=format_lazy(words, code=tenancy.agreement_ref),
            url=reverse("towers:mast_detail", args=[tenancy.mast_id]), key=f"mast.built:{tenancy.pk}",
        )  # fmt: skip


def take_down(*, actor: Actor, mast: Mast, removed_on: dt.date) -> None:
    """The mast is gone; the owner's own tenancy ends with it.

    :raises StillUsed: another operator stands on it, or has agreed on a place on it
    """
    require(actor, Permission.MAST_MANAGE, party=mast.site.owner_id)
    if mast.in_use_since and removed_on < mast.in_use_since:
        raise Refused(_("Ngày tháo dỡ phải sau ngày đưa vào sử dụng."), field="removed_on")
    with transaction.atomic():
        Mast.objects.select_for_update(of=("self",)).get(pk=mast.pk)  # who agrees on a place holds the mast too
        _require_no_agreement(mast)
        current = Tenancy.objects.select_for_update().filter(mast=mast).current()
        if current.exclude(operator_id=mast.site.owner_id).exists():
            raise StillUsed(_("Còn doanh nghiệp khác trên cột này. Hãy kết thúc việc dùng chung trước khi tháo dỡ."))
        current.update(until=removed_on)
        move(mast, MastState.REMOVED, MAST_TRANSITIONS, field="state", removed_on=removed_on)
        audit.record(
            actor, "towers.mast.taken_down", mast, party=mast.site.owner_id, after={"removed_on": str(removed_on)}
        )


def _require_no_agreement(mast: Mast) -> None:
    request = SharingRequest.objects.filter(mast=mast, status=RequestStatus.AGREED).first()
    if request is not None:
        words = _("Hai bên đã thống nhất dùng chung cột này theo yêu cầu %(reference)s. Hãy kết thúc yêu cầu đó trước.")
        raise StillUsed(words % {"reference": request.reference})
    _require_no_rent(mast)


def _require_no_rent(mast: Mast) -> None:
    rents = agreed_rents(masts=[mast.pk], leads=[mast.site.regulator_id])
    if rents:
        words = _(
            "Các bên đã đồng ý dùng chung cột này theo đề xuất %(code)s của phương án chung. Hãy hủy đề xuất đó trước."
        )
        raise StillUsed(words % {"code": rents[0].code})


def delete_mast(*, actor: Actor, mast: Mast) -> None:
    """Take out a mast that was entered by mistake, and its site where no other mast is left on it.

    :raises StillUsed: another operator stands or stood on it, or an agreement speaks of it
    """
    require(actor, Permission.MAST_MANAGE, party=mast.site.owner_id)
    with transaction.atomic():
        site = mast.site
        if Tenancy.objects.filter(mast=mast).exclude(operator_id=site.owner_id).exists():
            raise StillUsed(_("Cột này có doanh nghiệp khác dùng chung nên không xóa được. Hãy ghi nhận tháo dỡ."))
        _require_no_rent(mast)
        audit.record(actor, "towers.mast.deleted", mast, party=site.owner_id, before=facts(mast, FIELDS))
        try:
            Tenancy.objects.filter(mast=mast).delete()
            mast.delete()
            if not site.masts.exists() and not site.files.exists():
                site.delete()
        except ProtectedError as problem:
            raise StillUsed(_("Cột này đã có trong hồ sơ khác nên không xóa được. Hãy ghi nhận tháo dỡ.")) from problem


def add_band(*, actor: Actor, mast: Mast, from_m: Decimal, to_m: Decimal, slots: int) -> SlotBand:
    """Say how many operators find room between two heights.

    :raises Refused: the band lies above the mast, or over another band
    """
    require(actor, Permission.MAST_MANAGE, party=mast.site.owner_id)
    with transaction.atomic():
        if to_m > mast.height_m:
            raise Refused(_("Khoảng độ cao không được vượt chiều cao cột."), field="to_m")
        if SlotBand.objects.filter(mast=mast, from_m__lt=to_m, to_m__gt=from_m).exists():
            raise Refused(_("Khoảng này trùng với một khoảng độ cao đã có. Hãy xóa khoảng cũ trước."), field="from_m")
        band = SlotBand(mast=mast)
        fill(band, {"from_m": from_m, "to_m": to_m, "slots": slots})
        band.save(force_insert=True)
        audit.record(actor, "towers.mast.band_added", mast, party=mast.site.owner_id, after=_told(band))
    return band


def remove_band(*, actor: Actor, band: SlotBand) -> None:
    """Take a height band back."""
    require(actor, Permission.MAST_MANAGE, party=band.mast.site.owner_id)
    with transaction.atomic():
        audit.record(actor, "towers.mast.band_removed", band.mast, party=band.mast.site.owner_id, before=_told(band))
        band.delete()


def _told(band: SlotBand) -> dict[str, Any]:
    return facts(band, ("from_m", "to_m", "slots"))
