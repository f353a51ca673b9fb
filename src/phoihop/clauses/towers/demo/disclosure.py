"""Disclosure in the demo: two enterprises look for masts of others, and the owners can read who looked."""

from __future__ import annotations

import datetime as dt

from phoihop.clauses.towers.actions.disclosure.asking import ask_area
from phoihop.clauses.towers.demo.stage import Stage
from phoihop.clauses.towers.models import Mast, Purpose
from phoihop.people.models import Party

REASONS = (
    (Purpose.NEW_SITE, "Cần vị trí phát sóng 5G, mong thuê cột sẵn có thay cho dựng cột mới."),
    (Purpose.REPLACE, "Chủ nhà lấy lại mặt bằng, phải chuyển thiết bị sang cột gần đó."),
    (Purpose.CAPACITY, "Khu dân cư mới đông lên, cần thêm một vị trí trong khu vực."),
)


def build_disclosures(stage: Stage) -> None:
    """The smaller operators ask around masts that the larger ones offer."""
    for number, asker in enumerate(stage.operators[1:]):
        purpose, explanation = REASONS[number % len(REASONS)]
        place = _offered_by_others(stage, asker, number)
        if place is None:
            continue
        at = stage.now - dt.timedelta(minutes=40 * (len(stage.operators) - number))
        ask_area(
            actor=stage.focal(asker, at), asker=asker, programme=stage.programme, latitude=place.site.latitude,
            longitude=place.site.longitude, radius_m=900, purpose=purpose, explanation=explanation,
        )  # fmt: skip


def _offered_by_others(stage: Stage, asker: Party, number: int) -> Mast | None:
    """A mast that somebody else offers, another one for each asker."""
    found = [mast for mast in stage.masts if mast.offered_for_sharing and mast.site.owner_id != asker.pk]
    return found[(number * 7) % len(found)] if found else None
