"""ADX, the aggregate data exchange of IHE (QRPH): XML in the namespace ``urn:ihe:qrph:adx:2015``.

The schema, in our words, as the profile publishes it for any data set:

- ``adx`` is the root; it says when it was ``exported`` (an instant) and holds one ``group`` or more, nothing else.
- ``group`` names an ``orgUnit`` and a ``period`` (a start with a duration, or an instant); for us also ``dataSet``. It
  holds one ``dataValue`` or more. Other attributes may stand there.
- ``dataValue`` names a ``dataElement`` and a ``value``, a decimal; other attributes are its breakdowns. It may hold one
  ``annotation``.

An indicator is a data element; the code of a breakdown is an attribute whose value is the code of its value. That a
figure is an estimate stands in ``comment``, which readers that do not know it may skip.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.parsers import expat

from phoihop.base.sheets import Saying
from phoihop.clauses.briefings.exchange import sayings
from phoihop.clauses.briefings.exchange.collecting import MOST_VALUES, Collector
from phoihop.clauses.briefings.exchange.groups import ESTIMATE, Group, plain
from phoihop.clauses.briefings.workbooks.amounts import Unreadable
from phoihop.clauses.briefings.workbooks.forms import SheetForm
from phoihop.clauses.briefings.workbooks.identity import Identity
from phoihop.clauses.briefings.workbooks.periods import from_iso, to_iso
from phoihop.clauses.briefings.workbooks.results import Place, Reading, Wrong

NAMESPACE = "urn:ihe:qrph:adx:2015"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
INSTANT = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
RANGE = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?(?:Z|[+-]\d\d:\d\d)?"  # when it starts
    r"/P(?=\w)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?",  # how long it is
    re.ASCII,
)
OWN = {"dataElement", "value", "comment", "annotation"}
CHILD = {"": "adx", "adx": "group", "group": "dataValue", "dataValue": "annotation", "annotation": ""}
NEEDED = {"adx": ("exported",), "group": ("orgUnit", "period"), "dataValue": ("dataElement", "value")}
KINDS: Mapping[str, tuple[tuple[re.Pattern[str], ...], str]] = {
    "exported": ((INSTANT,), "dateTime"), "period": ((RANGE, INSTANT), "period"), "value": ((DECIMAL,), "decimal"),
}  # fmt: skip
DEEPEST = 16


@dataclass(slots=True)
class Node:
    """One element with its line; names without our namespace."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Node] = field(default_factory=list)


class Parser:
    """Reads XML without entities, document types or depth, so that nothing grows on the way."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Node] = []
        self.count = 0
        self.faults: list[Wrong] = []
        self.expat = expat.ParserCreate(namespace_separator=" ")
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.StartDoctypeDeclHandler = self._forbidden
        self.expat.EntityDeclHandler = self._forbidden
        self.expat.ExternalEntityRefHandler = self._forbidden

    def parse(self, data: bytes) -> Node:
        """The root.

        :raises Unreadable: no XML, or XML of a kind that is not taken
        """
        try:
            self.expat.Parse(data, True)
        except expat.ExpatError as problem:
            raise Unreadable(sayings.NOT_XML, line=problem.lineno) from problem
        except (ValueError, LookupError) as problem:
            if isinstance(problem, Unreadable):
                raise
            raise Unreadable(sayings.WRONG_ENCODING) from problem
        if self.root is None:
            raise Unreadable(sayings.NOT_ADX)
        return self.root

    def _forbidden(self, *_said: object) -> int:
        raise Unreadable(sayings.DOCTYPE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > 2 * MOST_VALUES:
            raise Unreadable(sayings.TOO_MANY, most=MOST_VALUES)
        if len(self.open) >= DEEPEST:
            raise Unreadable(sayings.DEEP)
        space, _sep, local = name.rpartition(" ")
        node = Node(local if space == NAMESPACE else f"{{{space}}}{local}", attributes, self.expat.CurrentLineNumber)
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def _end(self, _name: str) -> None:
        self.open.pop()


def parsed(data: bytes) -> Node:
    """The root of an ADX file.

    :raises Unreadable: it is none
    """
    root = Parser().parse(data)
    if root.name != "adx":
        raise Unreadable(sayings.NOT_ADX)
    return root


def adx_faults(data: bytes) -> list[Wrong]:
    """What in a file is against the schema of ADX, in the order of its lines."""
    try:
        root = parsed(data)
    except Unreadable as problem:
        return [Wrong(problem.saying, Place(), problem.values)]
    return list(_faults(root))


def _faults(node: Node) -> Iterable[Wrong]:
    place = Place(line=node.line)
    for name in NEEDED.get(node.name, ()):
        if name not in node.attributes:
            yield _fault(sayings.NO_ATTRIBUTE, place, element=node.name, name=name)
    for name, (patterns, kind) in KINDS.items():
        value = node.attributes.get(name) if name in NEEDED.get(node.name, ()) else None
        if value is not None and not any(pattern.fullmatch(value.strip()) for pattern in patterns):
            yield _fault(sayings.BAD_ATTRIBUTE, place, name=name, value=value, kind=kind)
    if node.name == "annotation":
        return  # anything may stand in it
    wanted = CHILD[node.name]
    if node.name in ("adx", "group") and not node.children:
        yield _fault(sayings.NO_GROUP if node.name == "adx" else sayings.NO_VALUE, place)
    for number, child in enumerate(node.children):
        if child.name != wanted or (wanted == "annotation" and number):
            found = child.name.rpartition("}")[2]
            yield _fault(sayings.STRANGE_ELEMENT, Place(line=child.line), found=found, wanted=wanted)
        else:
            yield from _faults(child)


def _fault(saying: Saying, place: Place, **values: object) -> Wrong:
    return Wrong(saying, place, values)


def read_adx(
    data: bytes, form: SheetForm, *, expected: Identity | None = None, parties: Collection[str] = ()
) -> Reading:
    """The figures of an ADX file; what is against the schema is told and nothing of it is taken."""
    taking = Collector(form, "adx", expected=expected, parties=parties)
    try:
        root = parsed(data)
        for fault in _faults(root):
            taking.reading.add(fault)
        if not taking.reading.errors:
            for group in root.children:
                _take(group, taking)
    except Unreadable as problem:
        taking.reading.add(Wrong(problem.saying, Place(), problem.values))
    return taking.reading


def _take(group: Node, taking: Collector) -> None:
    said = group.attributes
    place = Place(line=group.line)
    spot = taking.spot(said.get("dataSet", ""), said["orgUnit"], from_iso(said["period"]), said["period"], place)
    if spot is None:
        return
    for one in group.children:
        breakdown = {name: value for name, value in one.attributes.items() if name not in OWN and " " not in name}
        comment = one.attributes.get("comment", "")
        taking.figure(
            spot, one.attributes["dataElement"], breakdown, one.attributes["value"], comment, Place(line=one.line)
        )


def write_adx(groups: Iterable[Group], form: SheetForm, *, exported: dt.datetime) -> bytes:
    """An ADX file.

    :raises Unreadable: a code of a breakdown cannot be the name of an attribute
    """
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}adx", {"exported": exported.isoformat(timespec="seconds")})
    for group in groups:
        if group.data:
            root.append(_element(group, form))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _element(group: Group, form: SheetForm) -> ET.Element:
    said = {"dataSet": group.form, "orgUnit": group.party, "period": to_iso(group.period)}
    element = ET.Element(f"{{{NAMESPACE}}}group", said)
    for one in group.data:
        attributes = {"dataElement": one.cell.indicator, "value": plain(one.value)}
        if one.cell.code is not None:
            dimension = form.dimension_of[one.cell]
            if not NAME.fullmatch(dimension) or dimension in OWN:
                raise Unreadable(sayings.BAD_CODE, code=dimension)
            attributes[dimension] = one.cell.code
        if one.estimate:
            attributes["comment"] = ESTIMATE
        ET.SubElement(element, f"{{{NAMESPACE}}}dataValue", attributes)
    return element
