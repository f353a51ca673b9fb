"""Masts of the cast's enterprises, made the way people make them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from phoihop.clauses.towers.actions.registry import sites
from phoihop.clauses.towers.actions.registry.codes import ensure_classes
from phoihop.clauses.towers.models import AdminUnit, Mast, MastClass, UnitLevel

LATITUDE, LONGITUDE = 20.9401, 106.33
_numbers = itertools.count(1)


@pytest.fixture
def classes(db) -> dict[str, MastClass]:
    ensure_classes()
    return {one.code: one for one in MastClass.objects.all()}


@pytest.fixture
def mast_of(classes) -> Callable[..., Mast]:
    """``mast_of(vnpt, height_m=30)`` adds a site with a mast; ``site`` overrides columns of the site."""

    def add(member: Any, *, site: dict[str, Any] | None = None, own_use: bool = True, **mast: Any) -> Mast:
        number = next(_numbers)
        place = {"code": f"HD{number:04}", "name": f"Trạm {number}", "latitude": LATITUDE, "longitude": LONGITUDE}
        values = {"mast_class": classes["A2b"], "height_m": Decimal(42), "in_use_since": dt.date(2020, 1, 1)} | mast
        return sites.add_site(actor=member, owner=member.party, mast=values, own_use=own_use, **(place | (site or {})))

    return add


def square(south: float, west: float, north: float, east: float) -> dict[str, Any]:
    """Outline and bounding box of a rectangle."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"outline": [[ring]], "south": south, "west": west, "north": north, "east": east}


@pytest.fixture
def communes(db) -> list[AdminUnit]:
    """A ward and the commune east of it, in one district."""
    district = AdminUnit.objects.create(level=UnitLevel.DISTRICT, code="288", name="Thành phố Hải Dương")
    places = (("10507", "Phường Bình Hàn", True, 106.3), ("10660", "Xã Tiền Tiến", False, 106.4))
    return [
        AdminUnit.objects.create(
            level=UnitLevel.COMMUNE, code=code, name=name, parent=district, is_urban=urban,
            **square(20.9, west, 21.0, west + 0.1),
        )
        for code, name, urban, west in places
    ]  # fmt: skip
