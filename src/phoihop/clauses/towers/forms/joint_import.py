"""The columns of a file of needs, as operators send it."""

from __future__ import annotations

from phoihop.base.sheets import Field, Table, read_table
from phoihop.clauses.towers.joint.facts import NeedFacts

FIELDS = (
    Field("label", ("Tên", "Tên gọi", "Mã", "Mã nhu cầu", "Tên trạm", "name", "id", "label")),
    Field("latitude", ("Vĩ độ", "lat", "latitude"), "number", required=True, low=-90, high=180),
    Field("longitude", ("Kinh độ", "lon", "lng", "longitude"), "number", required=True, low=-180, high=180),
    Field("radius_m", ("Bán kính", "Bán kính (m)", "radius", "radius_m"), "number", required=True, low=10, high=5000),
    Field(
        "height_m", ("Độ cao", "Độ cao ăng ten", "Chiều cao", "height", "height_m"), "number", required=True, low=3,
        high=150,
    ),
    Field("technology", ("Công nghệ", "technology")),
    Field("wind_m2", ("Diện tích cản gió", "wind", "wind_m2"), "number", low=0, high=100),
    Field("note", ("Ghi chú", "note")),
)  # fmt: skip
TECHNOLOGIES = {"2G", "3G", "4G", "5G"}


def read_needs(content: bytes) -> Table:
    """The table with its problems; a file that is none at all raises ``SheetRefused``."""
    return read_table(content, FIELDS, keep_cells=True)


def needs_of(table: Table, year: int) -> list[tuple[int, NeedFacts]]:
    """Line numbers and needs of the rows without an error."""
    found = []
    for line, values in table.records():
        technology = str(values.get("technology") or "5G").strip().upper()
        found.append(
            (
                line,
                NeedFacts(
                    latitude=float(values["latitude"]), longitude=float(values["longitude"]),
                    radius_m=round(values["radius_m"]), height_m=float(values["height_m"]),
                    technology=technology if technology in TECHNOLOGIES else "5G", year=year,
                    wind_m2=float(values.get("wind_m2") or 0), label=str(values.get("label") or "")[:100],
                    note=str(values.get("note") or "")[:1000],
                ),
            )
        )  # fmt: skip
    return found
