"""DHIS2's ``dataValueSets`` in JSON.

Its shape, in our words: an object with a list ``dataValues``, each with ``dataElement``, ``period``, ``orgUnit`` and
``value`` (a text, or a number); ``categoryOptionCombo`` names the breakdown, ``comment`` is free, ``deleted`` takes a
value away. ``dataSet``, ``period``, ``orgUnit`` and ``completeDate`` may stand once at the top, for all values.
Identifiers are codes (in DHIS2: ``idScheme=code``). A breakdown is ``<breakdown>:<value>``, a total ``default``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from phoihop.clauses.briefings.exchange import sayings
from phoihop.clauses.briefings.exchange.collecting import MOST_VALUES, Collector
from phoihop.clauses.briefings.exchange.groups import ESTIMATE, Group, plain
from phoihop.clauses.briefings.workbooks.amounts import Unreadable
from phoihop.clauses.briefings.workbooks.forms import SheetForm
from phoihop.clauses.briefings.workbooks.identity import Identity
from phoihop.clauses.briefings.workbooks.periods import from_dhis2, to_dhis2
from phoihop.clauses.briefings.workbooks.results import Place, Reading, Wrong

DEFAULT = "default"
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
TEXTS = ("dataElement", "period", "orgUnit", "categoryOptionCombo", "attributeOptionCombo", "comment", "storedBy")
TOP = ("dataSet", "period", "orgUnit", "completeDate", "attributeOptionCombo")


def json_faults(data: bytes) -> list[Wrong]:
    """What in a file is against the shape of ``dataValueSets``."""
    try:
        return list(_faults(_loaded(data)))
    except Unreadable as problem:
        return [Wrong(problem.saying, Place(), problem.values)]


def _loaded(data: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number)
    except UnicodeDecodeError as problem:
        raise Unreadable(sayings.WRONG_ENCODING) from problem
    except json.JSONDecodeError as problem:
        raise Unreadable(sayings.NOT_JSON, line=problem.lineno) from problem
    except RecursionError as problem:
        raise Unreadable(sayings.DEEP) from problem
    except ValueError as problem:  # a whole number of thousands of digits
        raise Unreadable(sayings.NOT_JSON, line=1) from problem
    if not isinstance(found, dict) or not isinstance(found.get("dataValues"), list):
        raise Unreadable(sayings.NOT_SET)
    if len(found["dataValues"]) > MOST_VALUES:
        raise Unreadable(sayings.TOO_MANY, most=MOST_VALUES)
    return found


def _no_number(name: str) -> None:
    raise json.JSONDecodeError(name, name, 0)


def _faults(found: Mapping[str, Any]) -> Iterator[Wrong]:
    for name in TOP:
        if name in found and not isinstance(found[name], str):
            yield _fault(name, "string")
    if isinstance(found.get("completeDate"), str) and not DAY.fullmatch(found["completeDate"]):
        yield _fault("completeDate", "date")
    if not found["dataValues"]:
        yield Wrong(sayings.NO_VALUE)
    for number, one in enumerate(found["dataValues"]):
        path = f"dataValues[{number}]"
        if not isinstance(one, dict):
            yield _fault(path, "object", number + 1)
            continue
        for name in TEXTS:
            value = one.get(name, found.get(name) if name in ("period", "orgUnit") else None)
            needed = name in ("dataElement", "period", "orgUnit")
            if (needed and not (isinstance(value, str) and value)) or (
                value is not None and not isinstance(value, str)
            ):
                yield _fault(f"{path}.{name}", "string", number + 1)
        value = one.get("value")
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
            yield _fault(f"{path}.value", "string, number", number + 1)


def _fault(path: str, kind: str, number: int = 0) -> Wrong:
    return Wrong(sayings.JSON_FIELD, Place(line=number), {"path": path, "kind": kind})


def read_json(
    data: bytes, form: SheetForm, *, expected: Identity | None = None, parties: Collection[str] = ()
) -> Reading:
    """The figures of a file; lines are counted among the values."""
    taking = Collector(form, "json", expected=expected, parties=parties)
    try:
        found = _loaded(data)
        for fault in _faults(found):
            taking.reading.add(fault)
        if not taking.reading.errors:
            _take(found, taking)
    except Unreadable as problem:
        taking.reading.add(Wrong(problem.saying, Place(), problem.values))
    return taking.reading


def _take(found: Mapping[str, Any], taking: Collector) -> None:
    spots: dict[tuple[str, str], tuple[str, str] | None] = {}
    for number, one in enumerate(found["dataValues"], start=1):
        place = Place(line=number)
        said = (one.get("orgUnit", found.get("orgUnit", "")), one.get("period", found.get("period", "")))
        if said not in spots:
            data_set = found.get("dataSet", "")
            spots[said] = taking.spot(data_set, said[0], from_dhis2(said[1]), said[1], place)
        spot = spots[said]
        if one.get("deleted"):
            taking.reading.wrong(sayings.DELETED, place, level="note")
        elif spot is not None:
            combo = str(one.get("categoryOptionCombo", DEFAULT))
            dimension, _colon, code = combo.rpartition(":")
            breakdown = {} if combo.casefold() == DEFAULT else {dimension: code}
            taking.figure(
                spot, one["dataElement"], breakdown, str(one["value"]).strip(), one.get("comment") or "", place
            )


def write_json(groups: Iterable[Group], form: SheetForm) -> bytes:
    """A file of one or several reports; what is the same for all stands once."""
    filled = [group for group in groups if group.data]
    out: dict[str, Any] = {"dataSet": form.code}
    if len(filled) == 1:
        out |= {"period": to_dhis2(filled[0].period), "orgUnit": filled[0].party}
        if filled[0].completed_on:
            out["completeDate"] = filled[0].completed_on.isoformat()
    out["dataValues"] = [value for group in filled for value in _values(group, form)]
    return json.dumps(out, ensure_ascii=False, indent=1).encode()


def _values(group: Group, form: SheetForm) -> Iterator[dict[str, str]]:
    for one in group.data:
        combo = DEFAULT if one.cell.code is None else f"{form.dimension_of[one.cell]}:{one.cell.code}"
        value = {
            "dataElement": one.cell.indicator, "period": to_dhis2(group.period), "orgUnit": group.party,
            "categoryOptionCombo": combo, "value": plain(one.value),
        }  # fmt: skip
        yield value | ({"comment": ESTIMATE} if one.estimate else {})
