"""Codes by which an owner invites somebody to ask for one of its masts."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.towers.models import Mast, MastState, ShareCode

MOST_DAYS = 366


def make_code(*, actor: Actor, mast: Mast, expires_on: dt.date, note: str = "") -> ShareCode:
    """Make a code to give to another enterprise; it says nothing about the mast by itself.

    :raises Refused: the mast is not on offer, or the code would not end within a year
    """
    require(actor, Permission.SHARING_ANSWER, party=mast.site.owner_id)
    if not mast.offered_for_sharing or mast.state == MastState.REMOVED:
        raise Refused(_("Cột chưa được đánh dấu sẵn sàng cho dùng chung. Hãy sửa ở trang của cột rồi tạo mã."))
    if not actor.today <= expires_on <= actor.today + dt.timedelta(days=MOST_DAYS):
        raise Refused(_("Mã dùng được từ hôm nay đến nhiều nhất một năm."), field="expires_on")
    with transaction.atomic():
        code = ShareCode.objects.create(mast=mast, expires_on=expires_on, note=note.strip(), made_by_id=actor.user_id)
        audit.record(actor, "towers.share_code.made", code, party=mast.site.owner_id)
    return code


def revoke_code(*, actor: Actor, code: ShareCode) -> ShareCode:
    """Take a code back; requests already sent go on."""
    require(actor, Permission.SHARING_ANSWER, party=code.mast.site.owner_id)
    with transaction.atomic():
        changed = ShareCode.objects.filter(pk=code.pk, revoked_at__isnull=True).update(revoked_at=actor.at)
        if changed:
            audit.record(actor, "towers.share_code.revoked", code, party=code.mast.site.owner_id)
    code.refresh_from_db()
    return code
