"""VNPT looked for masts of Post, which is neither of the rivals that are asked, and said why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phoihop.clauses.towers.actions.disclosure.asking import ask_area
from phoihop.clauses.towers.models import Mast, MastClass, Purpose, Site
from tests.access.markers import secret

if TYPE_CHECKING:
    from tests.access.world import World

PLACE = (20.9405, 106.3305)
TILE = (12, 3257, 1804)


def disclosures(world: World) -> None:
    """One look that found a mast; the tile in which VNPT's masts stand."""
    vnpt, post, officer = (world.people[name] for name in ("vnpt", "post", "regulator"))
    site = Site.objects.create(
        owner=post.party, regulator=officer.party, code="BD01", name="Bưu cục", latitude=PLACE[0], longitude=PLACE[1]
    )
    kind = MastClass.objects.get(keeper=None, code="A2b")
    Mast.objects.create(site=site, mast_class=kind, height_m=30, offered_for_sharing=True)
    look = ask_area(
        actor=vnpt, asker=vnpt.party, programme=world.programme, latitude=PLACE[0], longitude=PLACE[1], radius_m=400,
        purpose=Purpose.NEW_SITE, explanation=secret("giai-trinh-hoi-cot"),
    )  # fmt: skip
    world.args |= {"look": (look.pk,), "tile": TILE, "department": (officer.party.pk,)}
