"""The map with 100,000 masts: tiles from afar and from near, the page, and the list of what is in a drawn area.

The peer is a bare Django page in the same process; a tile's goal is what lets a screen of a dozen tiles fill within a
second on one core.
"""

from __future__ import annotations

import math
import random
from typing import Any

from bench.setting import prepare
from bench.table import Row, seconds_of

MASTS, ROUNDS = 100_000, 8
TILE_MS, PAGE_MS = 150, 600


def run() -> list[Row]:
    """Time what the map asks for."""
    prepare()
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    officer = _network(MASTS)
    client = Client()
    client.force_login(officer.user, backend="phoihop.people.backends.AccountBackend")
    bare = _median_ms(client, "/bare/")

    def tile(zoom: int) -> str:
        x, y = _tile_at(21.03, 105.85, zoom)
        return reverse("towers:map_tile", args=[zoom, x, y]) + "?near=12"

    corners = "105.80 21.00, 105.90 21.00, 105.90 21.08, 105.80 21.08"
    asked = [
        ("tile of the whole country (zoom 5)", tile(5), TILE_MS),
        ("tile of a province (zoom 9)", tile(9), TILE_MS),
        ("tile of a city, by hexagons (zoom 11)", tile(11), TILE_MS),
        ("tile of a city, mast by mast (zoom 12)", tile(12), TILE_MS),
        ("tile of a ward (zoom 14)", tile(14), TILE_MS),
        ("page with map and table", reverse("towers:map"), PAGE_MS),
        ("page with a drawn area", f"{reverse('towers:map')}?area={corners}", PAGE_MS),
    ]
    return [_row(client, what, address, goal, bare) for what, address, goal in asked]


def _first_ms(client: Any, address: str) -> float:
    """With nothing kept: as after an action."""
    from django.core.cache import cache  # noqa: PLC0415

    cache.clear()
    return seconds_of(lambda: client.get(address), 1, warm=0)[0] * 1000


def _row(client: Any, what: str, address: str, goal: int, bare: float) -> Row:
    answer = client.get(address)
    if answer.status_code not in {200, 204}:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    first, took = _first_ms(client, address), _median_ms(client, address)
    size = f", {len(answer.content) / 1024:.0f} KiB" if "tile" in what else ""
    return Row(
        f"{what}, {MASTS:,} masts",
        f"{took:.0f} ms{size}, first {first:.0f} ms",
        f"bare page {bare:.1f} ms",
        f"≤ {goal} ms",
        took <= goal,
    )


def _median_ms(client: Any, address: str) -> float:
    taken = sorted(seconds_of(lambda: client.get(address), ROUNDS, warm=1))
    return taken[len(taken) // 2] * 1000


def _tile_at(latitude: float, longitude: float, zoom: int) -> tuple[int, int]:
    side = 2**zoom
    across = int((longitude + 180) / 360 * side)
    down = int((1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2 * side)
    return across, down


def _network(count: int) -> Any:
    """A regulator's officer, and masts of five owners that crowd around forty towns."""
    from phoihop.clauses.towers.models import Mast, MastClass, Site, Tenancy  # noqa: PLC0415
    from phoihop.testing.cast import stage  # noqa: PLC0415
    from phoihop.testing.factories import PartyFactory  # noqa: PLC0415

    dice = random.Random(7)  # noqa: S311 - the same network in every run
    cast = stage()
    officer = cast["regulator"]
    owners = [PartyFactory(registered_by=officer.party) for _ in range(5)]
    kinds = [MastClass.objects.create(code=f"B{n}", label=f"Loại {n}") for n in range(4)]
    towns = [(21.03, 105.85), *[(dice.uniform(9, 22), dice.uniform(104.5, 107.5)) for _ in range(39)]]
    sites, masts, tenancies = [], [], []
    for number in range(count):
        town = towns[min(int(dice.expovariate(0.12)), len(towns) - 1)]
        owner = owners[number % 5]
        site = Site(
            owner=owner, regulator=officer.party, code=f"S{number:06d}", name=f"Vị trí {number}",
            latitude=town[0] + dice.gauss(0, 0.15), longitude=town[1] + dice.gauss(0, 0.15),
        )  # fmt: skip
        mast = Mast(site=site, mast_class=dice.choice(kinds), height_m=dice.choice([15, 30, 42, 45]))
        sites.append(site)
        masts.append(mast)
        tenancies += [Tenancy(mast=mast, operator=owners[(number + turn) % 5]) for turn in range(1 + (number % 4 == 0))]
    for model, rows in ((Site, sites), (Mast, masts), (Tenancy, tenancies)):
        model.objects.bulk_create(rows, batch_size=2000)
    return officer
