"""Places that may be one under two names."""

from __future__ import annotations

from dataclasses import dataclass

from phoihop.base.access import Actor, Permission
from phoihop.clauses.towers.models import Site
from phoihop.clauses.towers.queries.registry.agreed import promised_sites
from phoihop.clauses.towers.registry.same_place import Spot, Spots


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sites of one owner, and how far apart they are."""

    site: Site  # the one that stays: others stand there by agreement, or it has been in the registry longer
    other: Site
    metres: float


def like_sites(*, actor: Actor) -> list[Pair]:
    """Pairs of one's own sites, nearest first; each site is compared with those entered before it."""
    owners = actor.parties_with(Permission.MAST_MANAGE)
    spots: Spots[Site] = Spots()
    pairs = []
    for site in Site.objects.visible_to(actor).filter(owner_id__in=owners).order_by("created_at", "code"):
        like = spots.same_as(site.latitude, site.longitude, site.name)
        if like is not None and like[0].key.owner_id == site.owner_id:
            pairs.append(Pair(like[0].key, site, like[1]))
        spots.add(Spot(site, site.latitude, site.longitude, site.name))
    agreed = promised_sites(sites={one.pk for pair in pairs for one in (pair.site, pair.other)})
    turned = [
        Pair(pair.other, pair.site, pair.metres) if pair.other.pk in agreed and pair.site.pk not in agreed else pair
        for pair in pairs
    ]
    return sorted(turned, key=lambda pair: pair.metres)
