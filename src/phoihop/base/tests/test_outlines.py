"""The outlines that ship with the product."""

import json

import pytest
from django.contrib.staticfiles.finders import find
from shapely.geometry import Point, shape


@pytest.fixture(scope="module")
def outlines():
    return {name: _read(name) for name in ("provinces", "former-provinces", "districts")}


def _read(name):
    with open(find(f"map/{name}.geojson"), encoding="utf-8") as file:  # noqa: PTH123
        return json.load(file)["features"]


def _of(rows, kind):
    return {row["properties"]["name"]: row for row in rows if row["properties"]["kind"] == kind}


def test_there_are_as_many_provinces_as_the_country_has(outlines):
    assert len(_of(outlines["provinces"], "province")) == 34
    assert len(_of(outlines["former-provinces"], "former-province")) == 63


def test_the_archipelagos_are_drawn_and_named(outlines):
    named = {"quần đảo Hoàng Sa (Đà Nẵng)", "quần đảo Trường Sa (Khánh Hòa)"}

    assert set(_of(outlines["provinces"], "archipelago")) == named
    assert set(_of(outlines["provinces"], "archipelago-name")) == named
    assert len(_of(outlines["provinces"], "island")) >= 10


def test_islands_too_small_for_an_outline_are_named_points(outlines):
    named = _of(outlines["provinces"], "island")

    assert {"Côn Đảo", "đảo Lý Sơn", "đảo Bạch Long Vĩ", "đảo Cồn Cỏ", "đảo Thổ Chu"} <= set(named)
    assert named["Côn Đảo"]["properties"]["code"] == "79"


@pytest.mark.parametrize(
    ("place", "district", "former", "now"),
    [
        ((106.33, 20.94), "Thành phố Hải Dương", "Tỉnh Hải Dương", "Thành phố Hải Phòng"),
        ((105.85, 21.03), None, "Thành phố Hà Nội", "Thành phố Hà Nội"),
        ((108.22, 16.05), None, "Thành phố Đà Nẵng", "Thành phố Đà Nẵng"),
    ],
)
def test_known_places_lie_where_they_should(outlines, place, district, former, now):
    def around(rows, kind):
        return [name for name, row in _of(rows, kind).items() if shape(row["geometry"]).covers(Point(place))]

    assert around(outlines["provinces"], "province") == [now]
    assert around(outlines["former-provinces"], "former-province") == [former]
    if district:
        assert around(outlines["districts"], "district") == [district]


def test_the_demo_provinces_districts_are_whole(outlines):
    here = [row for row in outlines["districts"] if row["properties"].get("within") == "30"]

    assert len(here) == 12
    assert all(len(getattr(shape(row["geometry"]), "geoms", [1])) == 1 for row in here)
