"""An owner's word, once a half year, that its part of the registry is right."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.towers.models import RegistryConfirmation
from phoihop.clauses.towers.queries.registry.standing import half_to_confirm
from phoihop.clauses.towers.registry.structures import structures_of
from phoihop.clauses.towers.sharing.rates import Rates, by_party
from phoihop.people.models import Party


class AlreadyConfirmed(Refused):
    """The half year has been confirmed."""


def confirm_registry(*, actor: Actor, owner: Party) -> RegistryConfirmation:
    """Confirm the half year that is about to end, or the one that has ended, with the counts of today.

    :raises AlreadyConfirmed: somebody did it before
    """
    require(actor, Permission.MAST_MANAGE, party=owner)
    half = half_to_confirm(actor=actor)
    with transaction.atomic():
        if RegistryConfirmation.objects.filter(owner=owner, year=half.year, half=half.half).exists():
            raise AlreadyConfirmed(_("Nửa năm này đã xác nhận rồi."))
        rates = by_party(structures_of(regulator_id=owner.audit_lead_id), actor.today).get(owner.pk, Rates())
        row = RegistryConfirmation.objects.create(
            owner=owner, regulator_id=owner.audit_lead_id, year=half.year, half=half.half, confirmed_at=actor.at,
            confirmed_by_id=actor.user_id, **asdict(rates),
        )  # fmt: skip
        audit.record(actor, "towers.registry.confirmed", row, party=owner, after=asdict(rates))
    return row
