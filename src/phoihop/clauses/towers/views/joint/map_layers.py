"""Layers of the maps of the joint plan; what is in them has come through the queries of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from phoihop.clauses.towers.joint.results import SiteFacts
from phoihop.clauses.towers.queries.joint.needs import ShownNeed
from phoihop.clauses.towers.queries.joint.proposals import SeenArea

DEGREE_M = 111_320.0
KIND_TONES = {"build": 2, "rent": 3, "alone": 4}


def _point(longitude: float, latitude: float, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature", "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": properties,
    }  # fmt: skip


def _bounds(places: Sequence[tuple[float, float]], margin_m: float) -> list[float] | None:
    if not places:
        return None
    longitudes, latitudes = zip(*places, strict=True)
    margin = margin_m / DEGREE_M
    return [min(longitudes) - margin, min(latitudes) - margin, max(longitudes) + margin, max(latitudes) + margin]


def _collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def _options(layers: list[dict[str, Any]], places: Sequence[tuple[float, float]], margin_m: float) -> dict[str, Any]:
    options: dict[str, Any] = {"layers": layers}
    if (bounds := _bounds(places, margin_m)) is not None:
        options["bounds"] = bounds
    return options


def rings_layer(needs: Iterable[ShownNeed]) -> dict[str, Any]:
    """Search rings; for the department a colour each operator."""
    shown = list(needs)
    parties = sorted({one.row.party_id for one in shown}, key=str)
    tones = {pk: 1 + at % 8 for at, pk in enumerate(parties)}
    key = []
    if len(parties) > 1:
        names = {one.row.party_id: one.row.party.short_name for one in shown}
        key = [{"tone": tones[pk], "label": names[pk]} for pk in parties]
    features = [
        _point(
            one.facts.longitude, one.facts.latitude, name=one.facts.label or str(one.row), radius_m=one.facts.radius_m,
            tone=tones[one.row.party_id],
            facts=[
                f"{one.facts.technology}, {one.facts.height_m:g} m", _("Bán kính %(m)s m") % {"m": one.facts.radius_m}
            ],
        )
        for one in shown
    ]  # fmt: skip
    return {
        "id": "needs", "label": _("Vòng tìm kiếm"), "kind": "rings", "tone": 1, "key": key,
        "data": _collection(features),
    }  # fmt: skip


def needs_map(needs: Sequence[ShownNeed]) -> dict[str, Any]:
    """A map of needs."""
    places = [(one.facts.longitude, one.facts.latitude) for one in needs]
    return _options([rings_layer(needs)], places, 3000)


def plan_map(needs: Sequence[ShownNeed], sites: Sequence[SiteFacts]) -> dict[str, Any]:
    """A map of a whole plan, for the department."""
    labels = {"build": _("Cùng xây dựng"), "rent": _("Thuê chỗ trên cột đã có"), "alone": _("Tự xây dựng")}
    features = [
        _point(
            site.longitude, site.latitude, name=f"{labels[site.kind]} – {site.class_code} {site.height_m:g} m",
            tone=KIND_TONES[site.kind], facts=[_("%(n)s nhu cầu") % {"n": len(site.needs)}],
        )
        for site in sites
    ]  # fmt: skip
    points = {
        "id": "sites", "label": _("Cột của phương án"), "kind": "points", "tone": 2, "data": _collection(features),
        "key": [{"tone": tone, "label": labels[kind]} for kind, tone in KIND_TONES.items()],
    }  # fmt: skip
    places = [(one.facts.longitude, one.facts.latitude) for one in needs]
    return _options([rings_layer(needs), points], places, 2000)


def _layer(name: str, label: str, kind: str, tone: int, feature: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "label": label, "kind": kind, "tone": tone, "data": _collection([feature])}


def proposal_map(area: SeenArea, own: Any | None) -> dict[str, Any]:
    """The area of one proposal, with the reader's own ring."""
    shape = {"type": "Feature", "geometry": area.geojson, "properties": {"name": _("Khu vực chung")}}
    layers = [_layer("area", _("Khu vực chung"), "areas", 2, shape)]
    places = [(x, y) for polygon in _polygons(area.geojson) for x, y in polygon[0]]
    if own is not None and area.geojson is not None:
        ring = _point(own.longitude, own.latitude, name=_("Vòng tìm kiếm của đơn vị"), radius_m=own.radius_m, tone=1)
        layers.append(_layer("own", _("Vòng tìm kiếm của đơn vị"), "rings", 1, ring))
        places.append((own.longitude, own.latitude))
    if area.exact and area.latitude is not None and area.longitude is not None:
        mast = _point(area.longitude, area.latitude, name=_("Vị trí cột"), tone=3)
        layers.append(_layer("mast", _("Vị trí cột"), "points", 3, mast))
    return _options(layers, places, 500)


def _polygons(geojson: Any) -> list[Any]:
    return [geojson["coordinates"]] if geojson["type"] == "Polygon" else list(geojson["coordinates"])
