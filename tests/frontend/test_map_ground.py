"""More ground under a map: tiles of a server, and an archive of tiles."""

from __future__ import annotations

import io
import json
import re
import struct

import pytest
from PIL import Image

pytestmark = pytest.mark.browser
PINK = (255, 0, 255)
PAINTED = """() => {
    dispatchEvent(new Event("beforeprint"));
    const copy = document.querySelector(".map-printed");
    const pixels = copy.getContext("2d").getImageData(0, 0, copy.width, copy.height).data;
    dispatchEvent(new Event("afterprint"));
    let pink = 0;
    for (let at = 0; at < pixels.length; at += 4)
        pink += pixels[at] > 240 && pixels[at + 1] < 15 && pixels[at + 2] > 240;
    return pink / (pixels.length / 4);
}"""


def _png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (256, 256), PINK).save(file, "PNG")
    return file.getvalue()


def _archive(tile: bytes) -> bytes:
    """A PMTiles archive, version 3, with one tile: that of the whole world."""

    def varint(value: int) -> bytes:
        small, rest = value & 0x7F, value >> 7
        return bytes([small | 0x80]) + varint(rest) if rest else bytes([small])

    directory = varint(1) + varint(0) + varint(1) + varint(len(tile)) + varint(1)
    metadata = b"{}"
    at_metadata = 127 + len(directory)
    at_tile = at_metadata + len(metadata)
    header = (
        b"PMTiles"
        + bytes([3])
        + struct.pack("<11Q", 127, len(directory), at_metadata, len(metadata), at_tile, 0, at_tile, len(tile), 1, 1, 1)
    )
    header += bytes([1, 1, 1, 2, 0, 0])  # clustered, nothing compressed, PNG, zoom 0 to 0
    header += struct.pack("<4iB2i", -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000, 0, 0, 0)
    return header + directory + metadata + tile


@pytest.fixture
def ground(window, served, complaints):
    """Open the map with tiles as an installation sets them."""

    def with_tiles(tiles: dict[str, str]) -> float:
        def answer(route):
            body = route.fetch().text().replace('"tiles": null', f'"tiles": {json.dumps(tiles)}')
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

        window.route(re.compile(r"/map$"), answer)
        complaints.clear()
        window.goto(served.address + "map")
        window.wait_for_selector("[data-drawn=yes]")
        window.wait_for_timeout(300)
        return window.evaluate(PAINTED)

    return with_tiles


def test_tiles_of_a_server_lie_under_the_borders(window, served, ground, complaints):
    window.route("**/nen/*/*/*.png", lambda route: route.fulfill(body=_png(), content_type="image/png"))

    painted = ground({"kind": "raster", "url": served.address.rstrip("/") + "/nen/{z}/{x}/{y}.png", "attribution": ""})

    assert 0.5 < painted < 1
    assert complaints == []


def test_an_archive_of_tiles_lies_under_the_borders(window, ground, complaints):
    whole = _archive(_png())

    def part(route):
        first, last = (int(edge) for edge in re.findall(r"\d+", route.request.headers["range"]))
        last = min(last, len(whole) - 1)
        said = {"Content-Range": f"bytes {first}-{last}/{len(whole)}", "Content-Type": "application/octet-stream"}
        route.fulfill(status=206, body=whole[first : last + 1], headers=said)

    window.route("**/map/ground.pmtiles", part)

    painted = ground({"kind": "pmtiles", "url": "/map/ground.pmtiles", "attribution": ""})

    assert 0.5 < painted < 1
    assert complaints == []
