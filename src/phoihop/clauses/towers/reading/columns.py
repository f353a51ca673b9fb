"""The columns of tables of masts and needs, by the names that people give them."""

from __future__ import annotations

import re

from phoihop.base.sheets import Field

HIGHEST_MAST_M = 350.0
HIGHEST_ANTENNA_M = 350.0
DEGREES, METRES = (-180.0, 180.0), (200_000.0, 3_000_000.0)
ANGLE = re.compile(r"""\s*([NSEWBĐT])?\s*(\d{1,3})\s*[°ºd\s]\s*(?:(\d{1,2})\s*['′’m\s]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*
                       (?:["″”s]|''|′′)?)?\s*([NSEWBĐT])?\s*""", re.VERBOSE | re.IGNORECASE)  # fmt: skip


def angle(text: str) -> float | None:
    """An angle in degrees, minutes and seconds; B and Đ are north and east in Vietnamese, T is west.

    >>> angle("20°56'24\\"N"), angle("106°19′58,8″Đ"), angle("20 độ")
    (20.94, 106.333, None)
    """
    found = ANGLE.fullmatch(text)
    if found is None:
        return None
    before, degrees, minutes, seconds, behind = found.groups()
    parts = [float((part or "0").replace(",", ".")) for part in (degrees, minutes, seconds)]
    if parts[0] > 180 or parts[1] >= 60 or parts[2] >= 60:
        return None
    value = parts[0] + parts[1] / 60 + parts[2] / 3600
    return round(-value if (before or behind or "").upper() in {"S", "W", "T"} else value, 9)


POSITION = (
    Field(
        "longitude",
        ("Kinh độ", "longitude", "lon", "lng", "long", "Kinh độ Đông", "kinh độ (WGS84)", "bs long", "tọa độ kinh độ"),
        "number",
        likely=(DEGREES, METRES),
        other=angle,
    ),
    Field(
        "latitude",
        ("Vĩ độ", "latitude", "lat", "Vĩ độ Bắc", "bs lat", "tọa độ vĩ độ"),
        "number",
        likely=(DEGREES, METRES),
        other=angle,
    ),
    Field("both", ("Tọa độ", "coordinates", "lat long", "lat lon", "latlon", "position", "Tọa độ địa lý"), longest=80),
    Field("x", ("X", "tọa độ X", "easting", "east", "x_m", "Đông"), "number", likely=(METRES, DEGREES)),
    Field("y", ("Y", "tọa độ Y", "northing", "north", "y_m", "Bắc"), "number", likely=(METRES, DEGREES)),
)
MAST_FIELDS = (
    Field(
        "id",
        ("Mã cột", "Mã trạm", "id", "Mã", "mast", "mast id", "site id", "site", "cell id", "bs id", "code", "Mã vị trí",
         "tower", "tower id", "name",
         "Mã nhà trạm", "Ký hiệu", "Số hiệu"),
        required=True,
        longest=60,
    ),
    *POSITION,
    Field(
        "owner",
        ("Chủ sở hữu", "owner", "Đơn vị sở hữu", "Chủ cột", "Doanh nghiệp", "Nhà mạng", "operator", "bs operator",
         "Đơn vị quản lý", "company", "Nhà mạng sở hữu", "mno"),
        required=True,
        longest=80,
    ),
    Field(
        "tenants",
        ("Các nhà mạng trên cột", "tenants", "operators", "Nhà mạng trên cột", "Nhà mạng đang đặt", "Đang đặt"),
        longest=400,
    ),
    Field("shared_with", ("Dùng chung với", "shared with", "Bên thuê", "Nhà mạng thuê", "sharers"), longest=400),
    Field(
        "height_m",
        ("Chiều cao", "height", "Độ cao", "Chiều cao cột", "Độ cao cột", "Chiều cao cột ăng ten",
         "Chiều cao cột anten", "height m", "mast height"),
        "number", low=1, high=HIGHEST_MAST_M,
    ),
    Field("class", ("Loại cột", "class", "Loại", "Kiểu cột", "class code", "mast class", "Phân loại"), longest=20),
    Field("free", ("Số chỗ trống", "free", "Chỗ trống", "free slots", "slots free", "Còn trống"), "whole",
          low=0, high=60),
    Field(
        "free_heights",
        ("Độ cao còn trống", "free heights", "free heights m", "Độ cao chỗ trống", "Các độ cao còn trống"),
        longest=400,
    ),
    Field(
        "rent_vnd",
        ("Giá thuê", "rent", "Giá thuê năm", "Giá thuê một năm", "rent vnd", "yearly rent", "Tiền thuê"),
        "number", low=0, high=1e11,
    ),
    Field(
        "wind_left_m2",
        ("Diện tích chắn gió còn lại", "wind area left", "wind left", "wind left m2",
         "wind area left m2", "Diện tích đón gió còn lại"),
        "number", low=0, high=1000,
    ),
)  # fmt: skip
NEED_FIELDS = (
    Field("id", ("Mã nhu cầu", "id", "Mã", "need", "need id", "code", "Mã trạm", "Ký hiệu", "bs id", "Số hiệu", "name",
                 "Mã cột", "Mã vị trí", "site", "site id"),
          required=True, longest=60),
    *POSITION,
    Field("operator", ("Nhà mạng", "operator", "Doanh nghiệp", "bs operator", "Đơn vị", "company", "owner", "mno",
                       "Chủ sở hữu"),
          required=True, longest=80),
    Field("radius_m", ("Bán kính", "radius", "Bán kính tìm kiếm", "search radius", "radius m", "ring", "ring m",
                       "Bán kính vòng tìm kiếm", "ring radius", "ring radius m",
                       "search radius m", "search ring", "Vòng tìm kiếm"), "number"),
    Field("height_m", ("Độ cao ăng ten", "height", "Độ cao anten", "Chiều cao", "Chiều cao ăng ten",
                       "Chiều cao anten", "antenna height", "antenna height m", "wanted height", "height m", "Độ cao"),
          "number", low=1, high=HIGHEST_ANTENNA_M),
    Field("technology", ("Công nghệ", "technology", "tech", "bs technology"), longest=40),
    Field("year", ("Năm", "year", "Năm triển khai"), "whole", low=2000, high=2200),
    Field("load_m2", ("Diện tích chắn gió", "wind area", "load", "load m2", "wind m2", "wind area m2",
                      "Diện tích đón gió"),
          "number", low=0, high=1000),
)  # fmt: skip
