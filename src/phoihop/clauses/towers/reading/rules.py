"""Rules and prices from a TOML file; what it leaves out has the default of the joint plan.

max_operators = 4            # on one mast
band_m = 3.0                 # between tenants
years = 10                   # rents are counted so long …
discount_percent = 8         # … and discounted
assumed_slots = 1            # free places of a mast whose table does not tell them
extra_tenant_vnd = 45_000_000
rent_vnd = 48_000_000        # a year, of a mast whose rent is not known
concealed = ["A1a", "A1b", "A1c"]
zones = "zones.geojson"      # beside the rules; properties code and kind

[[spacing]]
class = "*"
zone = "town"
metres = 100

[[price]]
class = "A2b"
height_m = 42
build_vnd = 760_000_000

[[veto]]                     # one of three: owner and tenant, need and mast, or two needs
owner = "Nhà mạng A"
tenant = "Nhà mạng B"

[[agreed]]                   # kept as it is: on a mast, or at a place with a class
needs = ["N1", "N2"]
at = [106.33, 20.94]
class = "A2b"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from phoihop.base.sheets import SheetRefused
from phoihop.clauses.towers.joint.rulebook import PriceLine, PriceList, Rulebook, Spacing
from phoihop.clauses.towers.reading import sayings
from phoihop.clauses.towers.reading.operators import Operators
from phoihop.clauses.towers.reading.zones import read_zones
from phoihop.cores.towerplan.model import Costs, Fixed, Rules, Vetoes, Zone

NUMBER, WHOLE, TEXTS = (int, float), (int,), "a list of texts"
PLAIN: dict[str, tuple[type, ...]] = {
    "max_operators": WHOLE,
    "band_m": NUMBER,
    "years": WHOLE,
    "discount_percent": NUMBER,
    "assumed_slots": WHOLE,
    "extra_tenant_vnd": WHOLE,
    "rent_vnd": WHOLE,
}
LEAST = {"max_operators": 1, "band_m": 0.5, "years": 1, "discount_percent": 0}
TABLES: dict[str, dict[str, tuple[type, ...]]] = {
    "spacing": {"class": (str,), "zone": (str,), "metres": NUMBER},
    "price": {"class": (str,), "height_m": NUMBER, "build_vnd": WHOLE},
    "veto": {"owner": (str,), "tenant": (str,), "need": (str,), "mast": (str,), "needs": (list,), "operators": (list,)},
    "agreed": {"needs": (list,), "mast": (str,), "at": (list,), "class": (str,)},
}
NEEDED = {"spacing": {"class", "zone", "metres"}, "price": {"class", "height_m", "build_vnd"}, "agreed": {"needs"}}
WORDS: dict[tuple[type, ...], str] = {
    (int,): "a whole number",
    (int, float): "a number",
    (str,): "a text",
    (list,): "a list",
}


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """What a file of rules says, before the names in it are looked up."""

    book: Rulebook = field(default_factory=Rulebook)
    prices: PriceList = field(default_factory=PriceList)
    zones: tuple[Zone, ...] = ()
    vetoes: tuple[Mapping[str, Any], ...] = ()
    agreed: tuple[Mapping[str, Any], ...] = ()

    @property
    def costs(self) -> Costs:
        """Prices as the core reads them."""
        return self.prices.for_core()

    def rules(self, operators: Operators) -> Rules:
        """Rules as the core reads them.

        :raises SheetRefused: they name an operator that the tables do not have
        """
        return Rules(
            operators=operators.names,
            band_m=self.book.band_m,
            zones=self.zones,
            spacing_m=self.book.for_core(),
            max_operators=self.book.max_operators,
            vetoes=_vetoes(self.vetoes, operators),
            fixed=tuple(_fixed(row) for row in self.agreed),
            years=self.book.years,
            discount=self.book.discount_percent / 100,
        )


def read_rules(path: Path | None, zones: Path | None = None) -> RuleSheet:
    """The rules of a file; the defaults without one.

    :param zones: the file of zones, where it is not beside the rules under the name that they give
    :raises SheetRefused: it is no TOML, or says what nobody knows
    """
    if path is None:
        return RuleSheet()
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SheetRefused(sayings.TOML_BROKEN, said=str(problem)) from problem
    _check(said)
    book, prices = Rulebook(), PriceList()
    book = replace(book, **{name: said[name] for name in _names(Rulebook) & PLAIN.keys() & said.keys()})
    prices = replace(prices, **{name: said[name] for name in _names(PriceList) & PLAIN.keys() & said.keys()})
    if "concealed" in said:
        prices = replace(prices, concealed=tuple(said["concealed"]))
    if "spacing" in said:
        spacing = tuple(Spacing(row["class"], row["zone"], float(row["metres"])) for row in said["spacing"])
        book = replace(book, spacing=spacing)
    if "price" in said:
        lines = tuple(PriceLine(row["class"], float(row["height_m"]), row["build_vnd"]) for row in said["price"])
        prices = replace(prices, lines=lines)
    areas = read_zones(zones or path.parent / said["zones"]) if "zones" in said else ()
    return RuleSheet(book, prices, areas, tuple(said.get("veto", ())), tuple(said.get("agreed", ())))


def zones_path(rules: Path) -> Path | None:
    """The file of zones that a file of rules names, if it does."""
    said = tomllib.loads(rules.read_text(encoding="utf-8-sig"))
    return rules.parent / str(said["zones"]) if "zones" in said else None


def _names(kind: type) -> set[str]:
    return {one.name for one in fields(kind)}


def _check(said: Mapping[str, Any]) -> None:
    known = {*PLAIN, *TABLES, "concealed", "zones"}
    for name, value in said.items():
        if name not in known:
            raise SheetRefused(sayings.RULE_UNKNOWN, name=name, known=", ".join(sorted(known)))
        if name in TABLES:
            _check_rows(name, value)
        elif name == "zones":
            _must(name, value, (str,))
        elif name == "concealed":
            if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
                raise SheetRefused(sayings.RULE_WRONG, name=name, wanted=TEXTS)
        else:
            _must(name, value, PLAIN[name])


def _check_rows(name: str, rows: object) -> None:
    columns = TABLES[name]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SheetRefused(sayings.RULE_WRONG, name=name, wanted=f"tables [[{name}]]")
    for row in rows:
        missing = NEEDED.get(name, set()) - row.keys()
        if missing:
            raise SheetRefused(sayings.RULE_WRONG, name=name, wanted=f"given with {', '.join(sorted(missing))}")
        for column, value in row.items():
            if column not in columns:
                raise SheetRefused(sayings.RULE_UNKNOWN, name=f"{name}.{column}", known=", ".join(columns))
            _must(f"{name}.{column}", value, columns[column])


def _must(name: str, value: object, kinds: tuple[type, ...]) -> None:
    if not isinstance(value, kinds) or isinstance(value, bool):
        raise SheetRefused(sayings.RULE_WRONG, name=name, wanted=WORDS[kinds])
    least = LEAST.get(name, 0)
    if isinstance(value, int | float) and not value >= least:
        raise SheetRefused(sayings.RULE_WRONG, name=name, wanted=f"{least} or more")


def _vetoes(rows: tuple[Mapping[str, Any], ...], operators: Operators) -> Vetoes:
    owner_tenant, pairs, need_mast, need_need = set(), set(), set(), set()
    for row in rows:
        if row.keys() == {"owner", "tenant"}:
            owner_tenant.add((_number(row["owner"], operators), _number(row["tenant"], operators)))
        elif row.keys() == {"operators"} and len(row["operators"]) == 2:
            first, second = sorted(_number(name, operators) for name in row["operators"])
            pairs.add((first, second))
        elif row.keys() == {"need", "mast"}:
            need_mast.add((row["need"], row["mast"]))
        elif row.keys() == {"needs"} and len(row["needs"]) == 2:
            lower, higher = sorted(map(str, row["needs"]))
            need_need.add((lower, higher))
        else:
            wanted = "owner and tenant, need and mast, two operators, or two needs"
            raise SheetRefused(sayings.RULE_WRONG, name="veto", wanted=wanted)
    return Vetoes(frozenset(owner_tenant), frozenset(pairs), frozenset(need_mast), frozenset(need_need))


def _number(name: object, operators: Operators) -> int:
    number = operators.number(str(name))
    if number < 0:
        raise SheetRefused(sayings.UNKNOWN_NAME, name=str(name))
    return number


def _fixed(row: Mapping[str, Any]) -> Fixed:
    needs = tuple(map(str, row["needs"]))
    if "mast" in row:
        return Fixed(needs, mast=row["mast"])
    at = row.get("at")
    if not isinstance(at, list) or len(at) != 2 or "class" not in row:
        raise SheetRefused(
            sayings.RULE_WRONG, name="agreed", wanted="a mast, or at = [longitude, latitude] and a class"
        )
    return Fixed(needs, xy=(float(at[0]), float(at[1])), class_code=row["class"])
