"""A mast takes no more tenants: stated by its owner beforehand, reviewed by the department."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.registry.facts import facts, fill
from phoihop.clauses.towers.models import Mast, MastState, MastVeto, ReasonUse, SharingReason, VetoState
from phoihop.clauses.towers.models.registry.vetoes import VETO_TRANSITIONS
from phoihop.clauses.towers.sharing.reasons import label_in
from phoihop.notices.actions import tell

FIELDS = ("reason_label", "text", "state")


def state_veto(*, actor: Actor, mast: Mast, reason: str, text: str) -> MastVeto:
    """Say that a mast takes no more tenants; it is offered no more, and no plan puts anybody on it.

    :param reason: a code of the department's list of reasons for refusals
    :raises Refused: no reason of the list, no explanation, or it is said already
    """
    require(actor, Permission.MAST_MANAGE, party=mast.site.owner_id)
    if mast.state == MastState.REMOVED:
        raise Refused(_("Cột đã tháo dỡ."))
    regulator_id = mast.site.regulator_id
    label = label_in(SharingReason.objects.filter(regulator_id=regulator_id), ReasonUse.REFUSAL, reason)
    with transaction.atomic():
        held = Mast.objects.select_for_update(of=("self",)).select_related("site").get(pk=mast.pk)
        veto = MastVeto(mast=held, stated_at=actor.at, stated_by_id=actor.user_id)
        fill(veto, {"reason_code": reason, "reason_label": label, "text": text.strip()})
        veto.save(force_insert=True)
        Mast.objects.filter(pk=held.pk).update(offered_for_sharing=False, changed_at=actor.at)
        audit.record(actor, "towers.veto.stated", veto, party=held.site.owner_id, after=facts(veto, FIELDS))
        tell(
            actor=actor, users_of=[regulator_id], permission=Permission.MAST_REVIEW, icon="ban",
            text=format_lazy(
                gettext_lazy("{party} tuyên bố một cột không nhận thêm doanh nghiệp."),
                party=held.site.owner.short_name,
            ),
            url=reverse("towers:veto_list"), key=f"veto.stated:{veto.pk}",
        )  # fmt: skip
    return veto


def withdraw_veto(*, actor: Actor, veto: MastVeto) -> None:
    """The owner takes it back; it offers the mast again by itself."""
    require(actor, Permission.MAST_MANAGE, party=veto.mast.site.owner_id)
    with transaction.atomic():
        move(veto, VetoState.WITHDRAWN, VETO_TRANSITIONS, field="state")
        audit.record(actor, "towers.veto.withdrawn", veto, party=veto.mast.site.owner_id)


def review_veto(*, actor: Actor, veto: MastVeto, upheld: bool, review: str) -> None:
    """The department accepts the statement, or says why not: then plans may use the mast again.

    :raises Refused: it does not accept and does not say why
    """
    require(actor, Permission.MAST_REVIEW, party=veto.mast.site.regulator_id)
    if not upheld and not review.strip():
        raise Refused(_("Không chấp nhận phải nêu ý kiến."), field="review")
    with transaction.atomic():
        move(
            veto, VetoState.UPHELD if upheld else VetoState.OVERRULED, VETO_TRANSITIONS, field="state",
            review=review.strip(), reviewed_at=actor.at, reviewed_by_id=actor.user_id,
        )  # fmt: skip
        audit.record(
            actor, "towers.veto.reviewed", veto, party=veto.mast.site.regulator_id,
            after={"state": veto.state, "review": veto.review},
        )  # fmt: skip
        tell(
            actor=actor, users_of=[veto.mast.site.owner_id], permission=Permission.MAST_MANAGE, icon="ban",
            text=format_lazy(
                gettext_lazy("Sở đã xem xét tuyên bố không nhận thêm: {answer}."), answer=VetoState(veto.state).label
            ),
            url=reverse("towers:mast_detail", args=[veto.mast_id]), key=f"veto.reviewed:{veto.pk}:{veto.state}",
        )  # fmt: skip
