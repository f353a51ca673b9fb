"""What the owner, and the department for a place, do with a request that came in."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.towers.actions.sharing.ask import require_free
from phoihop.clauses.towers.actions.sharing.closing import close_open_things
from phoihop.clauses.towers.models import Mast, MastState, ReasonUse, RequestStatus, SharingRequest
from phoihop.clauses.towers.sharing.reasons import reason_label
from phoihop.clauses.towers.sharing.rows import advance, locked, require_side, require_state
from phoihop.people.models import Party

S = RequestStatus


def acknowledge(*, actor: Actor, request: SharingRequest, note: str = "") -> SharingRequest:
    """The owner takes the request on, and says who deals with it by doing so."""
    with transaction.atomic():
        row = locked(request)
        _require_owner(actor, row)
        require_state(row, S.ASKED)
        advance(
            actor, row, "acknowledged", party=row.owner_id, to=S.ACKNOWLEDGED, text=note.strip(),
            tell_to=[row.asker_id], owner_person_id=actor.user_id,
        )  # fmt: skip
    return row


def route(*, actor: Actor, request: SharingRequest, mast: Mast, note: str = "") -> SharingRequest:
    """The department sends a need on to the owner of a mast in its place; the owner's limits begin.

    The owner learns which mast is asked for and what shall stand on it, not where else the asker looked.

    :raises Refused: the mast is the asker's own, was removed, or belongs to another department
    """
    require(actor, Permission.SHARING_MEDIATE, party=request.lead_id)
    with transaction.atomic():
        row = locked(request)
        require_state(row, S.ROUTING)
        site = mast.site
        if site.regulator_id != row.lead_id or site.owner_id == row.asker_id or mast.state == MastState.REMOVED:
            raise Refused(_("Không chuyển được đến cột này. Hãy chọn cột của doanh nghiệp khác, đang sử dụng."))
        require_free(row.asker, mast)
        advance(
            actor, row, "routed", party=row.lead_id, to=S.ASKED, text=note.strip(), clock_on=actor.today,
            mast_id=mast.pk, owner_id=site.owner_id, tell_to=[row.asker_id, site.owner_id], escalated_at=None,
        )  # fmt: skip
    return row


def refuse(*, actor: Actor, request: SharingRequest, reason: str, text: str) -> SharingRequest:
    """Refuse, with a reason of the list and an explanation; the department may refuse a need that it cannot route.

    :raises Refused: no reason of the list, or no explanation
    """
    with transaction.atomic():
        row = locked(request)
        party = row.lead_id if row.status == S.ROUTING else row.owner_id
        if row.status == S.ROUTING:
            require(actor, Permission.SHARING_MEDIATE, party=row.lead_id)
        else:
            _require_owner(actor, row)
        label = reason_label(row, ReasonUse.REFUSAL, reason)
        if not text.strip():
            raise Refused(_("Hãy giải thích vì sao từ chối, để bên yêu cầu biết cách làm tiếp."), field="text")
        advance(
            actor, row, "refused", party=party, to=S.REFUSED, text=label, refusal_code=reason, refusal_label=label,
            closing_text=text.strip(), awaited_id=None, after={"reason": reason},
            tell_to=[row.asker_id, row.lead_id if party == row.owner_id else row.owner_id],
        )  # fmt: skip
        close_open_things(actor, row)
    return row


def withdraw(*, actor: Actor, request: SharingRequest, text: str = "") -> SharingRequest:
    """The asker gives the request up; after signing, the place on the mast is free again.

    :raises Refused: the agreement is out for signature
    """
    require(actor, Permission.SHARING_ASK, party=request.asker_id)
    with transaction.atomic():
        row = locked(request)
        told = [row.lead_id if row.owner_id is None else row.owner_id]
        close_open_things(actor, row)
        advance(
            actor, row, "withdrawn", party=row.asker_id, to=S.WITHDRAWN, closing_text=text.strip(), awaited_id=None,
            text=text.strip(), tell_to=told,
        )  # fmt: skip
    return row


def _require_owner(actor: Actor, request: SharingRequest) -> None:
    if request.owner_id is None:
        raise NotAllowed
    require(actor, Permission.SHARING_ANSWER, party=request.owner_id)


def act_for(*, actor: Actor, request: SharingRequest, party: Party) -> SharingRequest:
    """Name oneself as the person who deals with a request for one's side."""
    with transaction.atomic():
        row = locked(request)
        side = require_side(actor, row, party)
        field = "asker_person_id" if side == row.asker_id else "owner_person_id"
        SharingRequest.objects.filter(pk=row.pk).update(**{field: actor.user_id})
    return row
