"""Maps: the place where ``map.js`` draws, the ground it draws on, and the rows of a page as layers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.templatetags.ui.registry import register


def _ground() -> dict[str, Any]:
    """Outlines that ship with the product, and tiles of a file or a server where the installation names one."""
    return {
        "provinces": static("map/provinces.geojson"),
        "districts": static("map/districts.geojson"),
        "former": static("map/former-provinces.geojson"),
        "attribution": _("Ranh giới: Natural Earth, vietnamadminunits (đã giản lược)"),
        "tiles": _tiles(),
    }


def _tiles() -> dict[str, str] | None:
    """What the browser may know of the tiles: an address, never where a file lies."""
    tiles: dict[str, str] | None = settings.MAP_TILES
    if tiles is None:
        return None
    address = tiles.get("url") or reverse("base:map_ground")
    return {"kind": tiles["kind"], "url": address, "attribution": tiles["attribution"]}


@register.inclusion_tag("ui/map.html", name="map")
def draw_map(name: str, options: Mapping[str, Any], size: str = "lg", label: Any = "") -> dict[str, Any]:
    """A map; load ``{% asset_js "map" %}`` in the page's scripts and put the same facts into a table beside it.

    :param options: ``layers``: a list of ``{id, label, kind, tone}``. Kinds: ``points``, ``areas``, ``lines``, or
        ``rings`` (points with ``radius_m``), with ``data`` (GeoJSON) or ``url``; ``tiles`` with ``tiles``, an address
        with ``{z}/{x}/{y}``, ``link`` (an address with ``{id}``) and ``facts`` (``{label, of, unit}``). Features may
        carry ``name``, ``tone`` 1–8, ``url``, ``facts`` (lines). A layer's ``key`` explains tones: ``{tone, label}``.
        ``bounds``: west, south, east, north in degrees; the whole country where there are none.
        ``draw``: ``{"input": id}`` of the field that takes the corners of a drawn area.
        ``pick``: ids of the fields ``latitude``, ``longitude`` and, for a ring, ``radius`` in metres.
        ``wheel``: ``"zoom"`` where the map is the page; elsewhere the wheel scrolls the page.
    :param size: sm, md or lg
    """
    whole = dict(options) | {"worker": static("phoihop/map-worker.mjs"), "base": _ground()}
    return {"name": name, "options": whole, "size": size, "label": label or _("Bản đồ của số liệu trong bảng")}
