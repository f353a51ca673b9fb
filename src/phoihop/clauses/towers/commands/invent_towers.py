"""``phoihop invent-towers``: an invented network of any size, for trying things out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from phoihop.clauses.towers.commands.options import parser
from phoihop.clauses.towers.commands.running import DONE, Refusal, count_above_zero, run, say
from phoihop.cores.viet import fold

DESCRIPTION = (
    "Writes masts.csv, needs.csv, rules.toml and zones.geojson of a network that nobody owns, crowded like real ones. "
    "The same seed gives the same network."
)
RULES = """# Rules of an invented network; prices and rents are assumptions, not figures of any enterprise.
max_operators = 4
band_m = 3.0
years = 10
discount_percent = 8
zones = "zones.geojson"

[[spacing]]
class = "*"
zone = "town"
metres = 100

[[spacing]]
class = "*"
zone = "elsewhere"
metres = 400
"""


def invent_towers_command(argv: Sequence[str]) -> int:
    """Invent a network; see ``--help``."""
    found = parser("invent-towers", DESCRIPTION)
    found.add_argument("--masts", type=count_above_zero, required=True, metavar="N")
    found.add_argument("--needs", type=count_above_zero, required=True, metavar="N")
    found.add_argument("--seed", type=int, default=1)
    found.add_argument("--year", type=int, default=2027, help="of the needs (default: 2027)")
    found.add_argument(
        "--province", metavar="NAME", help="only there, such as 'Hải Dương' (default: the whole country)"
    )
    found.add_argument("--out", required=True, metavar="DIR", help="folder, made where it is not there")
    return run(found, argv, _work)


def _work(options: argparse.Namespace) -> int:
    import json  # noqa: PLC0415 - after the words are understood
    from pathlib import Path  # noqa: PLC0415

    from phoihop.clauses.towers.writing.inputs import write_masts, write_needs  # noqa: PLC0415
    from phoihop.cores.towerplan.invented import invent  # noqa: PLC0415

    network = invent(options.masts, options.needs, seed=options.seed, area=_area(options.province), year=options.year)
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    write_masts(folder / "masts.csv", network.masts, network.operators)
    write_needs(folder / "needs.csv", network.needs, network.operators)
    (folder / "rules.toml").write_text(RULES, encoding="utf-8")
    (folder / "zones.geojson").write_text(json.dumps(_zones(network.towns)), encoding="utf-8")
    say(f"{options.masts} masts and {options.needs} needs of {len(network.operators)} operators in {folder}.")
    return DONE


def _area(province: str | None) -> Any:
    from phoihop.clauses.towers.reading import land  # noqa: PLC0415

    if province is None:
        return land.country()
    known = land.provinces()
    if (name := " ".join(fold(province).replace("-", " ").split())) not in known:
        raise Refusal(f"There is no province {province}. Known: {', '.join(sorted(known))}.")
    return known[name]


def _zones(towns: Any) -> dict[str, Any]:
    import shapely  # noqa: PLC0415

    shape = shapely.set_precision(towns, 1e-6)
    feature = {
        "type": "Feature",
        "properties": {"code": "town", "kind": "spacing"},
        "geometry": shapely.geometry.mapping(shape),
    }
    return {"type": "FeatureCollection", "features": [feature]}
