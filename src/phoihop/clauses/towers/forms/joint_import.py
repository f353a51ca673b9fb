"""A file of needs, as operators send it: WGS 84 or VN-2000, found out from the numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from phoihop.base.sheets import Field, SheetRefused, Table, read_table
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.reading.columns import NEED_FIELDS, POSITION
from phoihop.clauses.towers.reading.options import ReadingOptions
from phoihop.clauses.towers.reading.positions import read_places
from phoihop.clauses.towers.reading.web_sayings import for_pages, refusal_for_pages

KNOWN = {field.code: field for field in NEED_FIELDS}
FIELDS = (
    Field("label", ("Tên", "Tên gọi", "Tên trạm", "name", "label", *KNOWN["id"].names), longest=100),
    *POSITION,
    replace(KNOWN["radius_m"], required=True, low=10, high=5000),
    replace(KNOWN["height_m"], required=True, low=3, high=150),
    KNOWN["technology"],
    KNOWN["load_m2"],
    Field("note", ("Ghi chú", "note", "notes")),
)
TECHNOLOGIES = {"2G", "3G", "4G", "5G"}
USUAL = "5G"


@dataclass(frozen=True, slots=True)
class NeedTable:
    """What a file holds: needs with the numbers of their lines, and every problem in words."""

    needs: list[tuple[int, NeedFacts]]
    problems: list[str]


def read_needs(content: bytes, year: int, language: str, epsg: str = "") -> NeedTable:
    """Read a file; one that is no table of needs at all raises ``SheetRefused``.

    :param epsg: system of the positions; empty: found out from the numbers
    """
    try:
        table = read_table(content, FIELDS)
        longitude, latitude = read_places(table, ReadingOptions(epsg=int(epsg) if epsg else None))
    except SheetRefused as refusal:
        raise refusal_for_pages(refusal) from refusal
    for_pages(table.problems)
    places = dict(zip(table.lines.tolist(), zip(longitude.tolist(), latitude.tolist(), strict=True), strict=True))
    problems = [problem.sentence(language) for problem in table.problems if problem.level == "error"]
    return NeedTable(_needs(table, places, year), problems)


def _needs(table: Table, places: dict[int, tuple[float, float]], year: int) -> list[tuple[int, NeedFacts]]:
    found = []
    for line, values in table.records():
        longitude, latitude = places[line]
        technology = str(values.get("technology") or USUAL).strip().upper()
        facts = NeedFacts(
            latitude=round(latitude, 7), longitude=round(longitude, 7), radius_m=round(values["radius_m"]),
            height_m=float(values["height_m"]), technology=technology if technology in TECHNOLOGIES else USUAL,
            year=year, wind_m2=float(values.get("load_m2") or 0), label=str(values.get("label") or ""),
            note=str(values.get("note") or ""),
        )  # fmt: skip
        found.append((line, facts))
    return found
