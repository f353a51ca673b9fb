"""What the compiled reader does not tell of a sheet: hidden rows, formulas without a saved value, cells in error."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import dataclass, field

CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
VALUE = re.compile(rb"<(?:v|t)(?:\s[^>]*)?>\s*[^<\s]|<(?:v|t)(?:\s[^>]*)?>[^<]")
REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
ROW = re.compile(rb"<row\b([^>]*)>")
NUMBER = re.compile(rb'\br="(\d{1,7})"')
SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)/?>")
RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)/?>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
HIDDEN = (b'hidden="1"', b'hidden="true"')


@dataclass(slots=True)
class Oddities:
    """Places of a sheet, rows and columns counted from 0."""

    empty_formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)


def oddities_of(data: bytes) -> dict[str, Oddities]:
    """By name of the sheet; the archive was measured before."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        for sheet, part in _sheets(archive, names).items():
            if part in names:
                found[sheet] = _look(archive.read(part))
    return found


def _sheets(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in names:
        return {}
    targets = {}
    for found in RELATION.finditer(archive.read(relations).decode("utf-8", "replace")):
        said = dict(ATTRIBUTE.findall(found[1]))
        target = said.get("Target", "")
        targets[said.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    sheets = {}
    for found in SHEET.finditer(archive.read("xl/workbook.xml").decode("utf-8", "replace")):
        said = dict(ATTRIBUTE.findall(found[1]))
        relation = next((value for name, value in said.items() if name.endswith(":id")), "")
        sheets[html.unescape(said.get("name", ""))] = targets.get(relation, "")
    return sheets


def _look(part: bytes) -> Oddities:
    found = Oddities()
    if any(mark in part for mark in HIDDEN):
        for row in ROW.finditer(part):
            number = NUMBER.search(row[1])
            if number and any(mark in row[1] for mark in HIDDEN):
                found.hidden_rows.add(int(number[1]) - 1)
    if b"<f" in part or b't="e"' in part:
        for cell in CELL.finditer(part):
            _look_at_cell(cell[1], cell[2] or b"", found)
    return found


def _look_at_cell(attributes: bytes, body: bytes, found: Oddities) -> None:
    reference = REFERENCE.search(attributes)
    if reference is None:
        return
    place = (int(reference[2]) - 1, column_number(reference[1].decode()))
    if b't="e"' in attributes:
        found.errors.add(place)
    elif b"<f" in body and not VALUE.search(body):
        found.empty_formulas.add(place)


def column_number(letters: str) -> int:
    """A is 0.

    >>> column_number("A"), column_number("AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """0 is A.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
