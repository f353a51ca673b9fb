"""What the department sets: limits from a day on, and the list of reasons."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.towers.models import ReasonUse, SharingReason, SharingRule
from phoihop.clauses.towers.sharing.clock import Limits
from phoihop.cores.viet import slug
from phoihop.people.models import Party


def add_rule(
    *, actor: Actor, regulator: Party, valid_from: dt.date, limits: Limits, basis: str = ""
) -> SharingRule:  # fmt: skip
    """Set the limits of requests sent from a day on; those sent before keep theirs.

    :raises Refused: the day has passed, or limits begin on it already
    """
    require(actor, Permission.SHARING_MEDIATE, party=regulator)
    if valid_from < actor.today:
        raise Refused(_("Thời hạn mới áp dụng từ hôm nay trở đi; yêu cầu đã gửi giữ thời hạn cũ."), field="valid_from")
    if SharingRule.objects.filter(regulator=regulator, valid_from=valid_from).exists():
        raise Refused(_("Đã có bộ thời hạn áp dụng từ ngày này."), field="valid_from")
    with transaction.atomic():
        rule = SharingRule.objects.create(
            regulator=regulator, valid_from=valid_from, basis=basis.strip(), **asdict(limits)
        )
        after = {"valid_from": valid_from, **asdict(limits)}
        audit.record(actor, "towers.sharing_rule.added", rule, party=regulator, after=after)
    return rule


def remove_rule(*, actor: Actor, rule: SharingRule) -> None:
    """Take limits back before their day.

    :raises Refused: they apply already
    """
    require(actor, Permission.SHARING_MEDIATE, party=rule.regulator_id)
    if rule.valid_from <= actor.today:
        raise Refused(_("Bộ thời hạn này đã áp dụng. Hãy đặt bộ mới từ một ngày khác."))
    with transaction.atomic():
        audit.record(actor, "towers.sharing_rule.removed", rule, party=rule.regulator_id)
        rule.delete()


def set_reason(
    *, actor: Actor, regulator: Party, use: str, name_vi: str, name_en: str = "", code: str = "",
    hidden: bool = False,
) -> SharingReason:  # fmt: skip
    """Add a reason, or rename or hide the one with that code; what was refused before keeps its words."""
    require(actor, Permission.SHARING_MEDIATE, party=regulator)
    if not name_vi.strip():
        raise Refused(_("Hãy nhập lý do."), field="name_vi")
    values = {"name_vi": name_vi.strip(), "name_en": name_en.strip(), "hidden": hidden}
    with transaction.atomic():
        reason, _new = SharingReason.objects.update_or_create(
            regulator=regulator, use=ReasonUse(use), code=code or slug(name_vi)[:40], defaults=values
        )
        audit.record(actor, "towers.sharing_reason.set", reason, party=regulator, after=values)
    return reason
