"""Rules and prices of a round, as editable data: what the department sets and what each scenario changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from phoihop.cores.towerplan import model

ASSUMED_RENT_VND = 48_000_000  # a year; an assumption to start from, not a price that anyone set


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far a new mast of a class stands from others in a kind of area."""

    class_code: str  # or *
    zone: str  # town, elsewhere
    metres: float


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of one plan that people set.

    :param radius_percent: every search ring is taken this much of what was filed
    :param honour_offers: a mast that its owner does not offer is not rented from; what an owner states with a reason is
        respected in every plan
    :param assumed_slots: rooms on a mast whose bands nobody recorded
    """

    spacing: tuple[Spacing, ...] = (Spacing("*", "town", 100.0), Spacing("*", "elsewhere", 400.0))
    max_operators: int = 4
    band_m: float = 3.0
    years: int = 10
    discount_percent: float = 8.0
    radius_percent: int = 100
    honour_offers: bool = True
    assumed_slots: int = 1
    split_method: str = "shapley"

    def as_dict(self) -> dict[str, Any]:
        """For the round's row."""
        return asdict(self) | {"spacing": [asdict(one) for one in self.spacing]}

    @classmethod
    def of(cls, saved: Mapping[str, Any]) -> Self:
        """Back from the row; what an older row lacks has its usual value."""
        known = {name: saved[name] for name in cls.__dataclass_fields__ if name in saved}
        if "spacing" in known:
            known["spacing"] = tuple(Spacing(**one) for one in known["spacing"])
        return cls(**known)

    def changed(self, *, town_m: float | None = None, elsewhere_m: float | None = None, **changes: Any) -> Self:
        """The same rules with some other; one spacing for every class of a kind of area where it is given."""
        spacing = list(self.spacing)
        for zone, metres in (("town", town_m), ("elsewhere", elsewhere_m)):
            if metres is not None:
                spacing = [*(one for one in spacing if one.zone != zone), Spacing("*", zone, float(metres))]
        return replace(self, spacing=tuple(spacing), **changes)

    def widest(self, zone: str) -> float:
        """The largest spacing that any class keeps in a kind of area."""
        return max((one.metres for one in self.spacing if one.zone == zone), default=0.0)

    def for_core(self) -> dict[tuple[str, str], float]:
        """(class, zone) → metres."""
        return {(one.class_code, one.zone): one.metres for one in self.spacing}


@dataclass(frozen=True, slots=True)
class PriceLine:
    """What building a mast of a class at a height costs."""

    class_code: str
    height_m: float
    build_vnd: int


def _assumed_lines() -> tuple[PriceLine, ...]:
    """Assumed figures to start from; a department puts those of its place."""
    million = 1_000_000
    table = {
        "A1b": ((12.0, 260), (18.0, 340)),
        "A2a": ((12.0, 240), (18.0, 320)),
        "A2b": ((30.0, 560), (36.0, 650), (42.0, 760), (45.0, 830)),
    }
    return tuple(PriceLine(code, height, vnd * million) for code, lines in table.items() for height, vnd in lines)


@dataclass(frozen=True, slots=True)
class PriceList:
    """Prices by class and height, whole đồng.

    :param concealed: codes of classes that aesthetic zones let in
    :param extra_tenant_vnd: for each operator after the first on a new mast
    :param rent_vnd: a year, where a mast's own rent is not known
    """

    lines: tuple[PriceLine, ...] = field(default_factory=_assumed_lines)
    concealed: tuple[str, ...] = ("A1a", "A1b", "A1c")
    extra_tenant_vnd: int = 45_000_000
    rent_vnd: int = ASSUMED_RENT_VND

    def as_dict(self) -> dict[str, Any]:
        """For the round's row."""
        return {
            "lines": [asdict(line) for line in self.lines], "concealed": list(self.concealed),
            "extra_tenant_vnd": self.extra_tenant_vnd, "rent_vnd": self.rent_vnd,
        }  # fmt: skip

    @classmethod
    def of(cls, saved: Mapping[str, Any]) -> Self:
        """Back from the row."""
        if not saved:
            return cls()
        return cls(
            lines=tuple(PriceLine(**line) for line in saved["lines"]), concealed=tuple(saved["concealed"]),
            extra_tenant_vnd=saved["extra_tenant_vnd"], rent_vnd=saved["rent_vnd"],
        )  # fmt: skip

    def for_core(self) -> model.Costs:
        """The table as the core reads it."""
        classes = []
        for code in sorted({line.class_code for line in self.lines}):
            rows = sorted((line.height_m, line.build_vnd) for line in self.lines if line.class_code == code)
            heights, costs = zip(*rows, strict=True)
            classes.append(
                model.MastClass(code, heights, costs, code in self.concealed, extra_tenant_vnd=self.extra_tenant_vnd)
            )
        return model.Costs(tuple(classes), self.rent_vnd)
