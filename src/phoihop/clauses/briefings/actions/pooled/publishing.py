"""Letting the parties read a pooled table, taking it back, and the rules by which figures are hidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.briefings.models import (
    PUBLICATION_TRANSITIONS,
    PooledPublication,
    ProtectionRules,
    PublicationStatus,
)
from phoihop.clauses.briefings.queries.pooled.basis import basis_of, rules_from
from phoihop.cores.disclosure import BadInput
from phoihop.notices.actions import tell
from phoihop.people.models import Party
from phoihop.programme.models import Programme

S = PublicationStatus
LEAST_MINIMUM = 3


def publish(*, actor: Actor, publication: PooledPublication) -> PooledPublication:
    """Show the table to every party that was asked for figures; it takes the place of the one before.

    :raises Refused: its audit did not pass, or figures, rules or earlier tables changed since
    """
    lead = publication.round.programme.lead_id
    require(actor, Permission.FIGURES_POOL, party=lead)
    with transaction.atomic():
        # One at a time in a programme: two tables that overlap must not be published without knowing of each other.
        Programme.objects.select_for_update().get(pk=publication.round.programme_id)
        row = _locked(publication)
        if row.status == S.FAILED:
            raise Refused(_("Bảng này chưa đạt kiểm tra nên không công bố được. Hãy xem kết quả kiểm tra rồi lập lại."))
        if row.audit.get("basis") != basis_of(row.round).stamp:
            raise Refused(
                _("Số liệu, quy tắc hoặc bảng đã công bố thay đổi sau khi lập bảng này. Hãy lập lại rồi công bố.")
            )
        for before in PooledPublication.objects.filter(round=row.round, status=S.PUBLISHED):
            words = _("Thay bằng bản %(n)s") % {"n": row.number}
            move(before, S.WITHDRAWN, PUBLICATION_TRANSITIONS, withdrawn_at=actor.at, reason=words)
        move(row, S.PUBLISHED, PUBLICATION_TRANSITIONS, published_at=actor.at)
        audit.record(actor, "briefings.pool.published", row, party=lead, after={"number": row.number})
        asked = list(row.round.reports.values_list("party_id", flat=True))
        tell(
            actor=actor, users_of=asked, permission=Permission.FIGURES_FILL, icon="chart-bar",
            text=format_lazy(gettext_lazy("Đã có số liệu tổng hợp: {round}"), round=row.round.title),
            url=reverse("briefings:pooled_detail", args=[row.pk]), key=f"pool.published:{row.pk}",
        )  # fmt: skip
    return row


def withdraw(*, actor: Actor, publication: PooledPublication, reason: str) -> PooledPublication:
    """Take a table back. Whoever read it knows it: later tables are made with that in mind."""
    lead = publication.round.programme.lead_id
    require(actor, Permission.FIGURES_POOL, party=lead)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do thu hồi."), field="reason")
    with transaction.atomic():
        row = _locked(publication)
        move(row, S.WITHDRAWN, PUBLICATION_TRANSITIONS, withdrawn_at=actor.at, reason=reason.strip())
        audit.record(actor, "briefings.pool.withdrawn", row, party=lead, after={"reason": reason.strip()})
    return row


def set_rules(
    *,
    actor: Actor,
    regulator: Party,
    minimum: int,
    p_percent: float,
    prior_percent: float,
    colluding: int,
    dominance: Sequence[tuple[int, float]] = (),
) -> ProtectionRules:
    """Say by which rules figures are hidden from now on.

    :raises Refused: a number out of its range
    """
    require(actor, Permission.FIGURES_POOL, party=regulator)
    wanted: dict[str, Any] = {
        "minimum": minimum, "p_percent": p_percent, "prior_percent": prior_percent, "colluding": colluding,
        "dominance": [list(pair) for pair in dominance],
    }  # fmt: skip
    try:
        rules_from(wanted)
    except BadInput as problem:
        raise Refused(_("Quy tắc không dùng được. Tỷ lệ p phải trên 0 và không quá hiểu biết trước.")) from problem
    if minimum < LEAST_MINIMUM:
        raise Refused(_("Số đơn vị ít nhất phải từ 3: hai đơn vị biết ngay số của nhau."), field="minimum")
    with transaction.atomic():
        row, _new = ProtectionRules.objects.select_for_update().get_or_create(regulator=regulator)
        before = row.rules
        if before != wanted:
            ProtectionRules.objects.filter(pk=row.pk).update(rules=wanted)
            audit.record(actor, "briefings.pool.rules", row, party=regulator.pk, before=before, after=wanted)
        row.rules = wanted
    return row


def _locked(publication: PooledPublication) -> PooledPublication:
    found = PooledPublication.objects.select_for_update(of=("self",))
    return found.select_related("round__programme", "round__version__form").get(pk=publication.pk)
