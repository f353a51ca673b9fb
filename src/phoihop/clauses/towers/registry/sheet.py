"""The registry as a sheet: the same headings go out and come in, so that a sheet can be corrected and sent back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from phoihop.base.sheets import Field
from phoihop.clauses.towers.models import Mast, MastState, Tenancy, Zone
from phoihop.clauses.towers.reading.columns import POSITION

ZONES = {"đô thị": Zone.URBAN.value, "thành thị": Zone.URBAN.value, "urban": Zone.URBAN.value,
         "ngoài đô thị": Zone.OTHER.value, "nông thôn": Zone.OTHER.value, "other": Zone.OTHER.value,
         "rural": Zone.OTHER.value}  # fmt: skip
STATES = {
    "dự kiến": MastState.PLANNED.value,
    "planned": MastState.PLANNED.value,
    "đang sử dụng": MastState.IN_USE.value,
    "in use": MastState.IN_USE.value,
    "in_use": MastState.IN_USE.value,
}
Cell = str | int | float | bool | dt.date | None
SENT = (
    "code", "name", "address", "latitude", "longitude", "zone", "landlord", "terrain", "note", "mast_code",
    "mast_class", "height_m", "state", "in_use_since", "permit_number", "permit_on", "certificate_number",
    "certificate_expires_on", "wind_area_limit_m2", "offered_for_sharing", "rent_asked_vnd",
    "antenna_height_m", "tenants", "technologies",
)  # fmt: skip


def fields(classes: Iterable[str]) -> tuple[Field, ...]:
    """The columns of a sheet.

    :param classes: codes of mast classes that may be written
    """
    codes = {code: code for code in classes}
    return (
        Field("code", ("Mã vị trí", "Mã trạm", "Mã", "site code", "code", "id"), required=True, longest=40),
        Field("name", ("Tên vị trí", "Tên trạm", "Tên", "site name", "name"), longest=200),
        Field("address", ("Địa chỉ", "address"), longest=300),
        *POSITION,
        Field("zone", ("Khu vực", "zone"), "choice", choices=ZONES),
        Field("landlord", ("Chủ đất", "Chủ công trình", "landlord"), longest=200),
        Field("terrain", ("Địa hình", "terrain"), longest=200),
        Field("note", ("Ghi chú", "note"), longest=2000),
        Field("mast_code", ("Mã cột", "mast code"), longest=40),
        Field("mast_class", ("Loại cột", "Loại", "class", "mast class"), "choice", required=True, choices=codes),
        Field("height_m", ("Chiều cao", "Chiều cao cột", "height", "height_m"), "number", required=True, low=0.5,
              high=350),
        Field("state", ("Trạng thái", "state"), "choice", choices=STATES),
        Field("in_use_since", ("Sử dụng từ", "Ngày sử dụng", "in use since"), "date"),
        Field("permit_number", ("Số giấy phép", "Giấy phép xây dựng", "permit"), longest=60),
        Field("permit_on", ("Ngày cấp phép", "permit date"), "date"),
        Field("certificate_number", ("Số kiểm định", "Giấy chứng nhận kiểm định", "certificate"), longest=60),
        Field("certificate_expires_on", ("Kiểm định hết hạn", "Hạn kiểm định", "certificate expiry"), "date"),
        Field("wind_area_limit_m2", ("Giới hạn cản gió", "wind area limit"), "number", low=0, high=9999),
        Field("offered_for_sharing", ("Cho dùng chung", "Sẵn sàng dùng chung", "offered"), "flag"),
        Field("rent_asked_vnd", ("Giá thuê chào", "Giá thuê", "rent"), "whole", low=0, high=10**11),
        Field("antenna_height_m", ("Độ cao ăng ten", "antenna height"), "number", low=0, high=350),
        Field("tenants", ("Doanh nghiệp dùng chung", "tenants"), longest=300),
        Field("technologies", ("Công nghệ", "technology", "technologies"), longest=40),
    )  # fmt: skip


def head() -> list[str]:
    """The headings of a sheet that goes out; owner and area are added for reading and left aside when it comes in."""
    labels = {field.code: field.label for field in fields(())}
    return [*(labels[code] for code in SENT), "Chủ sở hữu", "Xã, phường", "Huyện"]


def cells(mast: Mast, tenancies: Iterable[Tenancy], *, rent: bool) -> list[Cell]:
    """One row.

    :param tenancies: current ones, with ``shown_stations``
    :param rent: whether the reader may know what rent is asked
    """
    site = mast.site
    current = list(tenancies)
    own = next((one for one in current if one.operator_id == site.owner_id), None)
    others = [one.operator.short_name for one in current if one.operator_id != site.owner_id]
    stations = getattr(own, "shown_stations", []) if own else []
    unit = site.unit
    return [
        site.code, site.name, site.address, site.latitude, site.longitude, str(site.get_zone_display()), site.landlord,
        site.terrain, site.note, mast.code, mast.mast_class.code, float(mast.height_m), str(mast.get_state_display()),
        mast.in_use_since, mast.permit_number, mast.permit_on, mast.certificate_number, mast.certificate_expires_on,
        _number(mast.wind_area_limit_m2), "Có" if mast.offered_for_sharing else "Không",
        mast.rent_asked_vnd if rent else None, _number(own.antenna_height_m if own else None), "; ".join(others),
        "; ".join(station.technology for station in stations), site.owner.short_name, unit.name if unit else "",
        unit.parent.name if unit and unit.parent else "",
    ]  # fmt: skip


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def features(rows: Iterable[list[Cell]]) -> Iterator[Mapping[str, Any]]:
    """The same rows as GeoJSON points."""
    names = head()
    latitude, longitude = SENT.index("latitude"), SENT.index("longitude")
    for row in rows:
        kept = {
            name: str(value) if hasattr(value, "isoformat") else value
            for place, (name, value) in enumerate(zip(names, row, strict=True))
            if place not in (latitude, longitude) and value not in (None, "")
        }
        point = {"type": "Point", "coordinates": [row[longitude], row[latitude]]}
        yield {"type": "Feature", "geometry": point, "properties": kept}
