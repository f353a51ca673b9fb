"""Which masts take no more tenants, and what the department has to review."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.models import Mast, MastVeto, VetoState


def vetoes(*, actor: Actor) -> QuerySet[MastVeto]:
    """Statements that one may read, those to be reviewed first."""
    first = Case(When(state=VetoState.STATED, then=Value(0)), default=Value(1), output_field=IntegerField())
    found = MastVeto.objects.visible_to(actor).select_related("mast__site__owner", "mast__mast_class")
    return found.exclude(state=VetoState.WITHDRAWN).order_by(first, "-stated_at")


def visible_veto(*, actor: Actor, pk: UUID) -> MastVeto:
    """One statement.

    :raises NotVisible: about somebody else's mast
    """
    found = MastVeto.objects.visible_to(actor).select_related("mast__site__owner").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def veto_of(*, actor: Actor, mast: Mast) -> MastVeto | None:
    """The newest statement about a mast that was not taken back."""
    found = MastVeto.objects.visible_to(actor).filter(mast=mast).exclude(state=VetoState.WITHDRAWN)
    return found.order_by("-stated_at").first()


def closed_masts(*, masts: Collection[UUID]) -> set[UUID]:
    """Of these masts those that take nobody; for actions, and for the department's plan."""
    return set(MastVeto.objects.in_force().filter(mast__in=masts).values_list("mast_id", flat=True))


def to_review(*, actor: Actor) -> QuerySet[MastVeto]:
    """What waits for the department, and what one's own party waits for."""
    found = MastVeto.objects.visible_to(actor).filter(state=VetoState.STATED)
    return found.select_related("mast__site__owner")


def reviews(*, actor: Actor, veto: MastVeto) -> bool:
    """Whether the actor's department decides."""
    return actor.may(Permission.MAST_REVIEW, veto.mast.site.regulator_id)
