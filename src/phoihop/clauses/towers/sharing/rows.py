"""What every step of a sharing request does: lock the row, note the step, keep the history, tell the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.transitions import move
from phoihop.clauses.towers.models import REQUEST_TRANSITIONS, SharingRequest, SharingStep
from phoihop.clauses.towers.sharing.words import NEWS, STEP_ICONS
from phoihop.notices.actions import tell
from phoihop.people.models import Party


def address(request: SharingRequest) -> str:
    """The request's page."""
    return reverse("towers:sharing_detail", args=[request.pk])


def locked(request: SharingRequest) -> SharingRequest:
    """The request as the database has it now, held until the transaction ends."""
    found = SharingRequest.objects.select_for_update(of=("self",)).select_related(
        "lead", "asker", "owner", "mast__site"
    )
    return found.get(pk=request.pk)


def require_side(actor: Actor, request: SharingRequest, party: Party | UUID) -> UUID:
    """Refuse unless ``actor`` acts for ``party`` and it is one of the two sides.

    :raises NotAllowed: they do not, or it is none
    """
    pk = party if isinstance(party, UUID) else party.pk
    permission = Permission.SHARING_ASK if pk == request.asker_id else Permission.SHARING_ANSWER
    if pk not in request.sides or not actor.may(permission, pk):
        raise NotAllowed
    return pk


def require_state(request: SharingRequest, *states: str) -> None:
    """Refuse a step that does not belong to the present state.

    :raises Refused: it does not
    """
    if request.status not in states:
        raise Refused(
            _("Yêu cầu đang ở trạng thái không làm được bước này. Hãy tải lại trang để xem việc cần làm tiếp.")
        )


def advance(
    actor: Actor,
    request: SharingRequest,
    code: str,
    *,
    party: UUID | None,
    to: str = "",
    text: str = "",
    tell_to: Iterable[UUID | None] = (),
    after: Mapping[str, Any] | None = None,
    **values: Any,
) -> SharingStep:
    """Carry out one step: move where ``to`` says so, note it, keep it in the history, tell those it concerns.

    :param text: for both sides and the department to read; never a price or a condition
    :param after: for the history, which the department reads: never a price or a condition
    """
    if to:
        before = request.status
        move(request, to, REQUEST_TRANSITIONS, moved_on=actor.today, changed_at=actor.at, **values)
        after = {"status": to, **(after or {})}
        audit.record(actor, f"towers.sharing.{code}", request, party=party, before={"status": before}, after=after)
    else:
        set_values(request, changed_at=actor.at, **values)
        audit.record(actor, f"towers.sharing.{code}", request, party=party, after=after)
    step = SharingStep.objects.create(
        request=request, at=actor.at, status=request.status, party_id=party, code=code, text=text[:500]
    )
    tell_others(actor, request, code, key=str(step.pk), to=tell_to)
    return step


def set_values(request: SharingRequest, **values: Any) -> None:
    """Set fields of a locked row."""
    SharingRequest.objects.filter(pk=request.pk).update(**values)
    for name, value in values.items():
        setattr(request, name, value)


def tell_others(actor: Actor, request: SharingRequest, code: str, *, key: str, to: Iterable[UUID | None]) -> None:
    """Tell the people of some parties what happened; whoever did it knows."""
    parties = [pk for pk in to if pk is not None]
    text = format_lazy("{reference}: {news}", reference=request.reference, news=NEWS[code])
    icon = STEP_ICONS.get(code, "share")
    for permission, who in (
        (Permission.SHARING_MEDIATE, [pk for pk in parties if pk == request.lead_id]),
        (Permission.SHARING_ANSWER, [pk for pk in parties if pk != request.lead_id]),
    ):
        if who:
            tell(
                actor=actor, users_of=who, text=text, url=address(request), key=f"sharing.{code}:{key}", icon=icon,
                permission=permission, also_self=actor.user_id is None,
            )  # fmt: skip
