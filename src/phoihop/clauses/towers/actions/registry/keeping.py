"""What an owner does not change alone: place, height and strength of a mast on which others stand by agreement."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from phoihop.clauses.towers.actions.registry.room import wind_used
from phoihop.clauses.towers.actions.registry.tenancies import Agreed
from phoihop.clauses.towers.models import Mast, Site
from phoihop.clauses.towers.queries.registry.agreed import moved, promises, too_low


def require_place(site: Site, latitude: float, longitude: float) -> None:
    """Refuse another place for a site on whose masts others stand, or soon will, by agreement.

    :raises Agreed: it is another place
    """
    if not moved(site, latitude, longitude):
        return
    promised = promises(sites=[site.pk])[site.pk]
    if promised:
        words = _("Cột tại vị trí này được dùng chung theo thỏa thuận %(reference)s nên không chuyển đi nơi khác được.")
        raise Agreed(words % {"reference": promised[0].reference}, field="latitude")


def require_strength(mast: Mast, height_m: Decimal, wind_area_limit_m2: Decimal | None) -> None:
    """Refuse a lower or weaker mast than the agreements on it need.

    :param mast: as it stands in the registry
    :raises Agreed: the antennas of an agreement would hang above it, or be too much for it
    """
    promised = promises(sites=[mast.site_id])[mast.site_id]
    if not any(one.mast_id == mast.pk for one in promised):
        return
    high = too_low(promised, mast.pk, height_m)
    if high is not None:
        words = _("Cột mang ăng ten ở độ cao %(height)s m theo thỏa thuận %(reference)s nên không ghi thấp hơn được.")
        shown = f"{float(high.height_m or 0):g}".replace(".", ",")
        raise Agreed(words % {"height": shown, "reference": high.reference}, field="height_m")
    weaker = mast.wind_area_limit_m2 is None or (wind_area_limit_m2 or Decimal(0)) < mast.wind_area_limit_m2
    if wind_area_limit_m2 is not None and weaker and wind_used(mast) > wind_area_limit_m2:
        words = _("Thiết bị trên cột, kể cả theo thỏa thuận, đã cản gió nhiều hơn giới hạn này.")
        raise Agreed(words, field="wind_area_limit_m2")
