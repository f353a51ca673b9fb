"""Masts of two enterprises and what stands on them."""

from __future__ import annotations

from collections.abc import Callable

import mapbox_vector_tile
import pytest
from django.test import Client
from django.urls import reverse

from phoihop.clauses.towers.models import Mast, MastClass, Site, Tenancy
from phoihop.testing.cast import CastMember

PLACE = (20.94, 106.33)  # latitude, longitude


@pytest.fixture
def kind(db) -> MastClass:
    return MastClass.objects.create(code="A2b", label="Cồng kềnh trên mặt đất", bulky=True)


@pytest.fixture
def stand(regulator, kind) -> Callable[..., Mast]:
    """Put up a mast of somebody, with its own equipment and that of others on it."""

    def put(
        owner: CastMember,
        code: str,
        place: tuple[float, float] = PLACE,
        *,
        shared_with: tuple[CastMember, ...] = (),
        **values: object,
    ) -> Mast:
        site = Site.objects.create(
            owner=owner.party, regulator=regulator.party, code=code, name=f"Trạm {code}", latitude=place[0],
            longitude=place[1],
        )  # fmt: skip
        mast = Mast.objects.create(site=site, **({"mast_class": kind, "height_m": 42} | values))
        for member in (owner, *shared_with):
            Tenancy.objects.create(mast=mast, operator=member.party)
        return mast

    return put


def tile(client: Client, zoom: int, x: int, y: int, **query: object) -> dict[str, list[dict[str, object]]]:
    """The features of a tile by layer; nothing for an empty one."""
    answer = client.get(reverse("towers:map_tile", args=[zoom, x, y]), query)
    if answer.status_code == 204:
        return {}
    assert answer.status_code == 200
    layers = mapbox_vector_tile.decode(answer.content)
    return {name: [row["properties"] for row in layer["features"]] for name, layer in layers.items()}
