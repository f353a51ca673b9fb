"""What a need can mean: a place in the country, a ring and a height in proportion."""

from __future__ import annotations

from django.utils.translation import gettext as _

from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.registry.sites import check_position
from phoihop.clauses.towers.joint.facts import NeedFacts

LEAST_RADIUS_M, MOST_RADIUS_M = 10, 5_000
LEAST_HEIGHT_M, MOST_HEIGHT_M = 3, 150


def check_facts(facts: NeedFacts) -> None:
    """Refuse what cannot be meant: a place outside the country, a ring or a height out of all proportion.

    :raises Refused: in words that say which value is wrong
    """
    check_position(facts.latitude, facts.longitude)
    if not LEAST_RADIUS_M <= facts.radius_m <= MOST_RADIUS_M:
        raise Refused(_("Bán kính vòng tìm kiếm phải từ 10 đến 5.000 mét."), field="radius_m")
    if not LEAST_HEIGHT_M <= facts.height_m <= MOST_HEIGHT_M:
        raise Refused(_("Độ cao ăng ten phải từ 3 đến 150 mét."), field="height_m")
    if facts.wind_m2 < 0:
        raise Refused(_("Diện tích cản gió không được âm."), field="wind_m2")
