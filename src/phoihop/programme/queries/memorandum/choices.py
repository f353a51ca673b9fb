"""What forms offer."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor, PartyKind
from phoihop.base.errors import NotVisible
from phoihop.people.models import Party
from phoihop.programme import kinds
from phoihop.programme.models import SECTIONS, Memorandum, MemorandumStatus
from phoihop.programme.queries.days import day_choices


def clause_choices(*, actor: Actor, memorandum: Memorandum) -> dict[str, list[tuple[str, Any]]]:
    """Kinds and named days for the form of a clause."""
    days = day_choices(actor=actor, lead_id=memorandum.programme.lead_id)
    return {"kind_choices": kinds.choices(), "day_choices": days}


def addable_parties(*, actor: Actor, memorandum: Memorandum) -> QuerySet[Party]:
    """Enterprises now in the programme that do not sign yet."""
    joined = memorandum.programme.participants.filter(Q(left_on__isnull=True) | Q(left_on__gt=actor.today))
    found = Party.objects.visible_to(actor).filter(pk__in=joined.values("party_id"), kind=PartyKind.ENTERPRISE.value)
    return found.exclude(pk__in=memorandum.parties.values("party_id")).order_by("short_name")


def renewable(*, actor: Actor, memorandum: Memorandum) -> bool:
    """Whether the next term can be drafted from it; reads renewals that were fetched with it."""
    settled = memorandum.status in {MemorandumStatus.IN_FORCE, MemorandumStatus.ENDED}
    return settled and not memorandum.renewals.all()


def section_heading(*, actor: Actor, code: str) -> str:
    """The heading of a section of the skeleton.

    :raises NotVisible: there is none of that code
    """
    if code not in SECTIONS:
        raise NotVisible
    return str(SECTIONS[code])
