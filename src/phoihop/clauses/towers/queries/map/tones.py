"""Colours of masts: the department tells owners apart, an owner tells shared masts from others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.kept import kept
from phoihop.clauses.towers.models import Site
from phoihop.people.models import Party

TONES = 8
ALONE, SHARED = 1, 2


@dataclass(frozen=True, slots=True)
class Tones:
    """Which colour a mast has, and what the colours mean."""

    owners: dict[UUID, int] = field(default_factory=dict)  # empty: by sharing
    names: dict[UUID, str] = field(default_factory=dict)

    def of(self, owner_id: UUID, tenants: int) -> int:
        """The tone of a mast, 1 to 8."""
        return self.owners[owner_id] if self.owners else (SHARED if tenants > 1 else ALONE)

    def key(self) -> list[dict[str, Any]]:
        """The legend."""
        if self.owners:
            return [{"tone": tone, "label": self.names[owner_id]} for owner_id, tone in self.owners.items()]
        return [{"tone": ALONE, "label": _("Một đơn vị sử dụng")}, {"tone": SHARED, "label": _("Dùng chung")}]


def owners(actor: Actor) -> list[Party]:
    """Whose masts ``actor`` keeps, by name."""
    kept = Site.objects.kept_by(actor).values("owner_id")
    return list(Party.objects.visible_to(actor).filter(pk__in=kept).order_by("short_name"))


def tones(*, actor: Actor) -> Tones:
    """By owner where several owners' masts are seen, by sharing otherwise."""
    return kept(actor, "towers.map.tones", lambda: _tones(owners(actor)))


def _tones(found: list[Party]) -> Tones:
    if len(found) < 2:
        return Tones()
    return Tones(
        {owner.pk: place % TONES + 1 for place, owner in enumerate(found)},
        {owner.pk: owner.short_name for owner in found},
    )
