"""Tiles for the ground of maps: from a file or a server that the installation names, or none."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


def tiles_of(given: str, attribution: str = "") -> dict[str, str] | None:
    """What the maps' ground is: ``kind``, and either ``file`` or ``url``; None where only outlines are drawn.

    :param given: the path of a ``.pmtiles`` file, its address, or an address with ``{z}``, ``{x}`` and ``{y}``
    :raises ImproperlyConfigured: it is none of these
    """
    if not given:
        return None
    if urlsplit(given).scheme not in {"http", "https"}:
        if not Path(given).is_file():
            raise ImproperlyConfigured(f"PHOIHOP_MAP_TILES names a file that is not there: {given}")
        return {"kind": "pmtiles", "file": given, "attribution": attribution}
    if urlsplit(given).path.endswith(".pmtiles"):
        return {"kind": "pmtiles", "url": given, "attribution": attribution}
    if all(part in given for part in ("{z}", "{x}", "{y}")):
        return {"kind": "raster", "url": given, "attribution": attribution}
    raise ImproperlyConfigured("PHOIHOP_MAP_TILES must be a .pmtiles file or an address with {z}, {x} and {y}.")


def origins_of(tiles: dict[str, str] | None) -> list[str]:
    """The origins from which a page must be let to fetch, for the content security policy; none for one's own file."""
    parts = urlsplit((tiles or {}).get("url", ""))
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []
