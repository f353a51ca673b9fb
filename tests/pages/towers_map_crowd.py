"""More looks of VNPT at masts of Post, and of Post at masts of VNPT."""

from __future__ import annotations

import itertools

from phoihop.clauses.towers.actions.disclosure.asking import ask_area
from phoihop.clauses.towers.models import DisclosureTerms, Mast, MastClass, Site

_numbers = itertools.count(1)


def disclosures(world, more: int) -> None:
    """Another mast that each offers, and another look of the other."""
    officer = world.people["regulator"]
    limits = {"masts_a_cell": 20, "masts_a_period": 5000, "cells_a_period": 5000}
    DisclosureTerms.objects.update_or_create(regulator=officer.party, defaults=limits)
    kind = MastClass.objects.get(keeper=None, code="A2b")
    for number in itertools.islice(_numbers, more):
        latitude, longitude = 9 + number % 140 / 10, 106.0
        for owner, asker in (("post", "vnpt"), ("vnpt", "post")):
            site = Site.objects.create(
                owner=world.people[owner].party, regulator=officer.party, code=f"XEM{number:04}", name="Cột được xem",
                latitude=latitude, longitude=longitude,
            )  # fmt: skip
            Mast.objects.create(site=site, mast_class=kind, height_m=30, offered_for_sharing=True)
            who = world.people[asker]
            ask_area(
                actor=who, asker=who.party, programme=world.programme, latitude=latitude, longitude=longitude,
                radius_m=100, purpose="new_site", explanation="Tìm cột để thuê",
            )  # fmt: skip
