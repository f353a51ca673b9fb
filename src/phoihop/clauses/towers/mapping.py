"""One mast on a small map: where it stands, and how far the spacing rule reaches around it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from phoihop.clauses.towers.models import Mast

AROUND = 0.006  # degrees: somewhat over six hundred metres


def _collection(mast: Mast, **properties: Any) -> dict[str, Any]:
    place = {"type": "Point", "coordinates": [mast.site.longitude, mast.site.latitude]}
    feature = {"type": "Feature", "geometry": place, "properties": {"name": str(mast)} | properties}
    return {"type": "FeatureCollection", "features": [feature]}


def map_of(mast: Mast, spacing_m: int | None) -> dict[str, Any]:
    """The options of the map, for someone who may see where the mast stands.

    :param spacing_m: metres that a new mast must keep away, where a rule says so
    """
    layers: list[dict[str, Any]] = [
        {"id": "mast", "label": _("Cột"), "kind": "points", "tone": 1, "data": _collection(mast)}
    ]
    if spacing_m:
        label = _("Khoảng cách tối thiểu %(m)d m") % {"m": spacing_m}
        ring = _collection(mast, radius_m=spacing_m)
        layers.insert(0, {"id": "spacing", "label": label, "kind": "rings", "tone": 3, "data": ring})
    lon, lat = mast.site.longitude, mast.site.latitude
    return {"layers": layers, "bounds": [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND]}
