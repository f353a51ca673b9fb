import json
import re

import pytest
from django.template import Context, Template
from django.test import override_settings

LAYER = {"id": "masts", "label": "Cột", "kind": "points", "data": {"type": "FeatureCollection", "features": []}}


def drawn(options):
    return Template('{% map "here" options size="md" label="Bản đồ thử" %}').render(Context({"options": options}))


def block(html):
    return json.loads(re.search(r'<script id="here" type="application/json">(.*?)</script>', html, re.DOTALL)[1])


def test_the_page_carries_what_the_script_draws():
    html = drawn({"layers": [LAYER], "bounds": [106, 20, 107, 21]})

    assert block(html)["layers"] == [LAYER]
    assert block(html)["bounds"] == [106, 20, 107, 21]
    assert 'data-map="here"' in html
    assert 'aria-label="Bản đồ thử"' in html


def test_the_ground_is_the_products_own():
    base = block(drawn({}))["base"]

    assert base["tiles"] is None
    assert all(base[name].startswith("/static/map/") for name in ("provinces", "districts", "former"))


def test_names_of_the_archipelagos_stand_beside_every_map():
    html = drawn({})

    assert "quần đảo Hoàng Sa (Đà Nẵng)" in html
    assert "quần đảo Trường Sa (Khánh Hòa)" in html


@pytest.mark.parametrize(
    ("tiles", "address"),
    [
        ({"kind": "pmtiles", "file": "/srv/nen.pmtiles", "attribution": ""}, "/map/ground.pmtiles"),
        (
            {"kind": "raster", "url": "https://ban-do.vn/{z}/{x}/{y}.png", "attribution": "©"},
            "https://ban-do.vn/{z}/{x}/{y}.png",
        ),
    ],
)
def test_tiles_are_told_by_address_and_never_by_path(tiles, address):
    with override_settings(MAP_TILES=tiles):
        html = drawn({})

    assert block(html)["base"]["tiles"]["url"] == address
    assert "/srv/" not in html


def test_what_a_page_hands_over_cannot_end_the_block():
    html = drawn({"layers": [LAYER | {"label": "</script><script>alert(1)</script>"}]})

    assert "alert(1)</script>" not in html
