"""Reading a sheet of masts: what each line means, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.utils.translation import get_language

from phoihop.base.sheets import ColumnsMissing, Limits, Problem, Saying, SheetRefused, Table, read_table
from phoihop.clauses.towers.models import Mast, MastState, Technology
from phoihop.clauses.towers.reading.options import ReadingOptions
from phoihop.clauses.towers.reading.positions import read_places
from phoihop.clauses.towers.reading.web_sayings import for_pages, refusal_for_pages
from phoihop.clauses.towers.registry.sheet import fields
from phoihop.cores.viet import fold

LIMITS = Limits(rows=20_000)
SITE = ("code", "name", "address", "zone", "landlord", "terrain", "note")
MAST = (
    "mast_class", "height_m", "state", "in_use_since", "permit_number", "permit_on", "certificate_number",
    "certificate_expires_on", "wind_area_limit_m2", "offered_for_sharing", "rent_asked_vnd",
)  # fmt: skip
TECHNOLOGIES = {one.value for one in Technology}

TWICE = Saying(
    "Mã “{code}” đã có ở dòng {other}. Nếu là cột thứ hai tại một vị trí thì ghi thêm mã cột.",
    "The code “{code}” stands in line {other} already. For a second mast of one site give a mast code.",
)
NO_TENANT = Saying(
    "Không có doanh nghiệp nào tên “{name}”. Hãy dùng tên viết tắt của đơn vị, cách nhau bằng dấu chấm phẩy.",
    "There is no enterprise “{name}”. Use short names of the list of parties, separated by semicolons.",
)
NO_TECHNOLOGY = Saying(
    "Không rõ công nghệ “{name}”. Hãy dùng 2G, 3G, 4G, 5G.", "Unknown technology “{name}”. Use 2G, 3G, 4G, 5G."
)
ABOVE = Saying(
    "Độ cao ăng ten {antenna} m vượt chiều cao cột {mast} m.",
    "The antenna at {antenna} m is above the mast of {mast} m.",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line that can be taken."""

    line: int
    latitude: float
    longitude: float
    site: dict[str, Any]
    mast: dict[str, Any]
    mast_code: str = ""
    antenna_height_m: float | None = None
    tenants: tuple[str, ...] = ()  # folded short names
    named: str = ""  # the tenants as they stand in the sheet
    technologies: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The code of the site."""
        return str(self.site["code"])


@dataclass(slots=True)
class Reading:
    """What a sheet says."""

    headings: tuple[str, ...]
    mapping: Mapping[str, str]  # heading → code of a field
    missing: tuple[str, ...] = ()  # labels of required columns that were not found
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    errors: int = 0
    lines: int = 0
    table: Table | None = None

    @property
    def takeable(self) -> bool:
        """Whether all of it can be taken: nothing is taken by halves."""
        return bool(self.rows) and not self.errors and not self.missing


def read_masts(
    content: bytes, *, classes: Collection[str], parties: Collection[str], mapping: Mapping[str, str], epsg: int | None
) -> Reading:
    """Read a sheet.

    :param classes: codes of mast classes in use
    :param parties: folded short names of enterprises that may be tenants
    :param mapping: heading → code of a field, as somebody chose it before
    :param epsg: system of the positions; None finds it out
    :raises SheetRefused: it is no table of masts at all
    """
    try:
        table = read_table(content, fields(classes), mapping=mapping, limits=LIMITS, keep_cells=True)
    except ColumnsMissing as missing:
        outline = missing.outline
        return Reading(outline.headings, outline.mapping, tuple(one.label for one in outline.missing))
    try:
        longitude, latitude = read_places(table, ReadingOptions(epsg=epsg))
    except SheetRefused as refusal:
        raise refusal_for_pages(refusal) from None
    rows = _rows(table, longitude.tolist(), latitude.tolist(), parties)
    for_pages(table.problems)
    bad, outline = table.problems.bad_lines, table.outline
    return Reading(
        outline.headings, outline.mapping, rows=[row for row in rows if row.line not in bad],
        problems=list(table.problems), errors=table.problems.errors, lines=len(table), table=table,
    )  # fmt: skip


def read_headings(content: bytes, *, classes: Collection[str], mapping: Mapping[str, str]) -> Reading | None:
    """The headings of a sheet whose lines could not be read, and what they were taken for; None if it has none."""
    try:
        outline = read_table(content, fields(classes), mapping=mapping, limits=LIMITS, keep_cells=True).outline
    except ColumnsMissing as missing:
        outline = missing.outline
    except SheetRefused:
        return None
    return Reading(outline.headings, outline.mapping)


def _rows(table: Table, longitude: list[float], latitude: list[float], parties: Collection[str]) -> list[Row]:
    """Every line without an error so far; what is wrong between its columns is noted."""
    at = {int(line): place for place, line in enumerate(np.asarray(table.lines).tolist())}
    seen: dict[tuple[str, str], int] = {}
    rows = []
    for line, values in table.records():
        row = _row(line, values, longitude[at[line]], latitude[at[line]])
        key = (fold(row.code), fold(row.mast_code))
        if key in seen:
            table.problems.add(TWICE, line, values={"code": row.code, "other": seen[key]})
        seen.setdefault(key, line)
        _check(table, row, parties)
        rows.append(row)
    return rows


def _row(line: int, values: dict[str, Any], longitude: float, latitude: float) -> Row:
    given = {name: value for name, value in values.items() if value not in (None, "")}
    return Row(
        line, latitude, longitude,
        site={name: given[name] for name in SITE if name in given},
        mast={name: given[name] for name in MAST if name in given},
        mast_code=str(given.get("mast_code", "")),
        antenna_height_m=given.get("antenna_height_m"),
        tenants=tuple(_split(given.get("tenants"))),
        named=str(given.get("tenants", "")),
        technologies=tuple(part.upper() for part in _split(given.get("technologies"))),
    )  # fmt: skip


def _split(text: Any) -> list[str]:
    return [fold(part).strip() for part in str(text or "").replace(",", ";").split(";") if part.strip()]


def _check(table: Table, row: Row, parties: Collection[str]) -> None:
    for name in row.tenants:
        if name not in parties:
            table.problems.add(NO_TENANT, row.line, values={"name": name})
    for name in row.technologies:
        if name not in TECHNOLOGIES:
            table.problems.add(NO_TECHNOLOGY, row.line, values={"name": name})
    height, antenna = row.mast.get("height_m"), row.antenna_height_m
    if height is not None and antenna is not None and antenna > height:
        table.problems.add(ABOVE, row.line, values={"antenna": antenna, "mast": height})


def said(problem: SheetRefused) -> str:
    """The words of a refusal, in the reader's language."""
    return problem.text(get_language() or "vi")


def stands(row: Row) -> bool:
    """Whether the mast of a line carries antennas: unless the sheet says that it is only planned."""
    return bool(row.mast.get("state", MastState.IN_USE) == MastState.IN_USE)


def same_mast(masts: list[Mast], row: Row) -> Mast | None:
    """The mast of that code; where the sheet gives none, the only one there is."""
    if not row.mast_code:
        return masts[0] if len(masts) == 1 else next((one for one in masts if not one.code), None)
    return next((one for one in masts if fold(one.code) == fold(row.mast_code)), None)
