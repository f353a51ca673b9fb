"""A programme in force, and masts that are offered or kept back around one hexagon in the middle of a province."""

from __future__ import annotations

from collections.abc import Callable

import h3
import pytest

from phoihop.clauses.towers.actions.disclosure.asking import ask_area
from phoihop.clauses.towers.cells import ASKED, cell_of, centre, key_of, key_of_name, name_of
from phoihop.clauses.towers.models import Disclosure, Mast, MastClass, Purpose, Site
from phoihop.testing.cast import CastMember
from phoihop.testing.factories import MemorandumFactory

KEY = key_of(cell_of(20.94, 106.33), ASKED)  # the hexagon in which most tests ask


def middle(key: int = KEY) -> tuple[float, float]:
    """Latitude and longitude of a hexagon's middle."""
    longitude, latitude = centre(key, ASKED)
    return latitude, longitude


def neighbours(key: int = KEY) -> list[int]:
    """The six hexagons around one."""
    name = name_of(key, ASKED)
    return sorted(key_of_name(other, ASKED) for other in h3.grid_ring(name, 1))


@pytest.fixture
def in_force(programme) -> None:
    """The memorandum of the year is signed."""
    MemorandumFactory(programme=programme)


@pytest.fixture
def stand(regulator) -> Callable[..., Mast]:
    """Put up a mast of somebody somewhere."""
    kind = MastClass.objects.create(code="A2b", label="Cồng kềnh trên mặt đất", bulky=True)
    made: list[Mast] = []

    def put(
        owner: CastMember, place: tuple[float, float] | None = None, *, offered: bool = True, height_m: int = 42
    ) -> Mast:
        latitude, longitude = place or middle()
        site = Site.objects.create(
            owner=owner.party, regulator=regulator.party, code=f"BIMAT-{len(made)}", name="Trạm Bí Mật",
            latitude=latitude, longitude=longitude, address="12 phố Bí Mật",
        )  # fmt: skip
        mast = Mast.objects.create(site=site, mast_class=kind, height_m=height_m, offered_for_sharing=offered)
        made.append(mast)
        return mast

    return put


@pytest.fixture
def ask(programme, in_force) -> Callable[..., Disclosure]:
    """Ask for an area as somebody."""

    def asked(
        who: CastMember, place: tuple[float, float] | None = None, radius_m: int = 50, **values: object
    ) -> Disclosure:
        latitude, longitude = place or middle()
        usual = {"purpose": Purpose.NEW_SITE, "explanation": "Tìm cột để thuê cho vị trí mới"} | values
        return ask_area(
            actor=who, asker=who.party, programme=programme, latitude=latitude, longitude=longitude, radius_m=radius_m,
            **usual,
        )  # fmt: skip

    return asked
