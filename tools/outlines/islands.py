"""The two archipelagos, by their principal islands, and the islands that people live on and the outlines leave out.

Longitudes and latitudes in degrees, rounded to about 2 km.
"""

from __future__ import annotations

from typing import Any

from shapely import MultiPoint

Feature = dict[str, Any]

HOANG_SA = {
    "đảo Hoàng Sa": (111.61, 16.53),
    "đảo Phú Lâm": (112.34, 16.83),
    "đảo Linh Côn": (112.73, 16.67),
    "đảo Tri Tôn": (111.20, 15.78),
    "đảo Quang Ảnh": (111.51, 16.45),
    "đảo Bông Bay": (112.53, 16.07),
}
TRUONG_SA = {
    "đảo Trường Sa": (111.92, 8.65),
    "đảo Song Tử Tây": (114.33, 11.43),
    "đảo Thị Tứ": (114.28, 11.05),
    "đảo Sơn Ca": (114.48, 10.38),
    "đảo Nam Yết": (114.36, 10.18),
    "đảo Sinh Tồn": (114.33, 9.89),
    "đảo Phan Vinh": (113.69, 8.97),
    "đảo An Bang": (112.92, 7.89),
}

LEFT_OUT = {  # too small for the coastline that the outlines are drawn from: name → (place, code of its province)
    "đảo Bạch Long Vĩ": ((107.73, 20.13), "31"),
    "đảo Cồn Cỏ": ((107.34, 17.16), "44"),
    "Cù Lao Chàm": ((108.51, 15.95), "48"),
    "đảo Lý Sơn": ((109.12, 15.38), "51"),
    "Côn Đảo": ((106.61, 8.69), "79"),
    "Hòn Tre": ((104.84, 9.96), "91"),
    "Nam Du": ((104.35, 9.68), "91"),
    "đảo Thổ Chu": ((103.47, 9.30), "91"),
    "Hòn Khoai": ((104.83, 8.43), "96"),
}


def small_islands() -> list[Feature]:
    """Islands as named points, where no outline can be drawn of them."""
    return [
        _feature("island", name, code, {"type": "Point", "coordinates": list(at)})
        for name, (at, code) in LEFT_OUT.items()
    ]


def archipelagos() -> list[Feature]:
    """Each archipelago as an outline to dash, with its name and to whom it belongs, and its islands as points."""
    named = [
        ("quần đảo Hoàng Sa", "Đà Nẵng", "48", HOANG_SA),
        ("quần đảo Trường Sa", "Khánh Hòa", "56", TRUONG_SA),
    ]
    features: list[Feature] = []
    for name, province, code, islands in named:
        label = f"{name} ({province})"
        outline = MultiPoint(list(islands.values())).convex_hull.buffer(0.45, quad_segs=6).simplify(0.02)
        ring = [[round(x, 2), round(y, 2)] for x, y in outline.exterior.coords]
        middle = [round(value, 2) for value in (outline.centroid.x, outline.centroid.y)]
        features += [
            _feature("archipelago", label, code, {"type": "Polygon", "coordinates": [ring]}),
            _feature("archipelago-name", label, code, {"type": "Point", "coordinates": middle}),
            *(
                _feature("island", each, code, {"type": "Point", "coordinates": list(at)})
                for each, at in islands.items()
            ),
        ]
    return features


def _feature(kind: str, name: str, code: str, geometry: Feature) -> Feature:
    return {"type": "Feature", "properties": {"kind": kind, "name": name, "code": code}, "geometry": geometry}
