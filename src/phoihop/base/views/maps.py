"""The ground of maps, where it is a file of the installation's own."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from phoihop.base.access import SIGNED_IN, ActorRequest, open_to
from phoihop.base.errors import NotVisible

RANGE = re.compile(r"bytes=(\d+)-(\d+)")
MOST = 16 * 1024 * 1024  # bytes in one answer; readers of PMTiles ask for far less


@open_to(SIGNED_IN)
@require_GET
def map_ground(request: ActorRequest) -> HttpResponse:
    """A piece of the PMTiles file; the browser says which bytes it needs.

    :raises NotVisible: the installation has no such file
    """
    tiles = settings.MAP_TILES or {}
    if "file" not in tiles:
        raise NotVisible
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    with Path(tiles["file"]).open("rb") as file:
        size = file.seek(0, 2)
        first, last = (int(asked[1]), int(asked[2])) if asked else (0, MOST)
        last = min(last, size - 1, first + MOST - 1)
        if not asked or first > last:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
        file.seek(first)
        part = file.read(last - first + 1)
    return HttpResponse(
        part, status=206, content_type="application/octet-stream",
        headers={"Content-Range": f"bytes {first}-{last}/{size}", "Accept-Ranges": "bytes"},
    )  # fmt: skip
