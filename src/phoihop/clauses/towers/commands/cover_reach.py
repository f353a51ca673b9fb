"""Which cells a point of ``phoihop cover`` reaches: within metres, or by the loss that a model of propagation gives."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phoihop.clauses.towers.commands.running import Refusal, above_zero, warn

if TYPE_CHECKING:
    from phoihop.clauses.towers.reading.cover import Sites
    from phoihop.cores.towerplan.coverage import Lists
    from phoihop.cores.towerplan.points import Points
    from phoihop.cores.towerplan.propagation import Heights

MODELS = ("hata", "uma", "umi", "rma", "longley-rice")
FURTHEST_M = 30_000.0
SPARED_DB = 10.0  # a path that is this much too long even in free space is not looked at over the ground
MOST_PATHS = 2_000_000
TOLD_PATHS = 20_000  # from here on it is told how many there are
VALID_MHZ = {"uma": (500, 100_000), "umi": (500, 100_000), "rma": (500, 30_000), "longley-rice": (20, 20_000)}


def add_reach(found: argparse.ArgumentParser) -> None:
    """How far a point serves."""
    found.add_argument("--reach", type=above_zero, metavar="M", help="metres that a site serves")
    found.add_argument("--mhz", type=above_zero, metavar="F", help="frequency: a site serves what its signal reaches")
    found.add_argument("--loss", type=above_zero, default=140.0, metavar="DB", help="largest loss (default: 140 dB)")
    found.add_argument(
        "--model", choices=MODELS, default="hata",
        help="with --mhz: hata (Okumura-Hata up to 1500 MHz, COST-231 above; the default); uma, umi, rma (3GPP "
        "TR 38.901, 0.5 to 100 GHz; rma to 30 GHz); longley-rice (over real ground: needs --dem and the extra terrain)",
    )  # fmt: skip
    found.add_argument("--dem", type=Path, metavar="FILE", help="heights of the ground: .hgt (SRTM) or .asc, WGS 84")
    found.add_argument(
        "--receiver", type=above_zero, default=1.5, metavar="M", help="height of handsets (default: 1.5)"
    )
    found.add_argument(
        "--furthest", type=above_zero, default=FURTHEST_M, metavar="M", help="look no further (default: 30000)"
    )


def ground_of(options: argparse.Namespace) -> Heights | None:
    """What was asked makes sense together; the heights of the ground where the model needs them.

    :raises Refusal: it does not, with what to do
    """
    if (options.reach is None) == (options.mhz is None):
        raise Refusal("Give either --reach METRES or --mhz FREQUENCY.")
    if options.reach is not None and options.model != "hata":
        raise Refusal(f"--model {options.model} reckons with a frequency: give --mhz instead of --reach.")
    if options.dem is not None and options.model != "longley-rice":
        raise Refusal("Only --model longley-rice reads --dem.")
    if options.mhz is not None and options.model in VALID_MHZ:
        low, high = VALID_MHZ[options.model]
        if not low <= options.mhz <= high:
            raise Refusal(f"--model {options.model} is for {low} to {high} MHz.")
    if options.model != "longley-rice":
        return None
    if options.dem is None:
        raise Refusal("--model longley-rice needs --dem FILE: heights of the ground, .hgt (SRTM) or .asc, in WGS 84.")
    _require_library()
    from phoihop.clauses.towers.reading.dem import read_heights  # noqa: PLC0415 - after the words are understood

    return read_heights(options.dem)


def _require_library() -> None:
    """Say at once that the model is not there, before anything is read.

    :raises NoTerrainModel: it is not, with the command that installs it
    """
    import numpy as np  # noqa: PLC0415

    from phoihop.cores.towerplan.propagation import longley_rice  # noqa: PLC0415

    longley_rice(np.zeros(5), 2000.0, 900.0, 30.0)


def reach_of(sites: Sites, cells: Points, options: argparse.Namespace, ground: Heights | None) -> Lists:
    """For each point the cells that it serves."""
    from phoihop.cores.towerplan.coverage import reach_by_loss, reach_within  # noqa: PLC0415

    if options.mhz is None:
        return reach_within(sites.points, cells, options.reach)
    if ground is not None:
        return _over_ground(sites, cells, options, ground)
    formula = _formula(options)
    return reach_by_loss(
        sites.points, cells, lambda metres, point: formula(metres, sites.height_m[point]), options.loss,
        options.furthest,
    )  # fmt: skip


def _formula(options: argparse.Namespace) -> Callable[[Any, Any], Any]:
    """Loss in dB from metres along the ground and the height of the antenna."""
    from phoihop.cores.towerplan.propagation import Scene, cost231_hata, okumura_hata, path_loss  # noqa: PLC0415

    mhz, mobile = options.mhz, options.receiver
    scenes = {"uma": Scene.UMA, "umi": Scene.UMI, "rma": Scene.RMA}
    if options.model in scenes:
        return lambda metres, base: path_loss(scenes[options.model], metres, mhz / 1000, base, mobile)
    hata = okumura_hata if mhz <= 1500 else cost231_hata
    return lambda metres, base: hata(metres / 1000, mhz, base, mobile)


def _over_ground(sites: Sites, cells: Points, options: argparse.Namespace, ground: Heights) -> Lists:
    """Path by path: the model takes about a millisecond each, so paths too long in free space are left out."""
    import numpy as np  # noqa: PLC0415

    from phoihop.cores.towerplan.coverage import reach_by_loss  # noqa: PLC0415
    from phoihop.cores.towerplan.propagation import free_space_db  # noqa: PLC0415

    def hopeful(metres: Any, _point: Any) -> Any:
        return free_space_db(np.maximum(metres, 1.0), options.mhz) - SPARED_DB

    within = reach_by_loss(sites.points, cells, hopeful, options.loss, options.furthest)
    point, cell = within.rows, within.items
    if len(cell) > MOST_PATHS:
        raise Refusal(f"{len(cell):,} paths over the ground are too many: look less far with --furthest METRES.")
    if len(cell) > TOLD_PATHS and not options.quiet:
        warn(f"{len(cell):,} paths over the ground: this takes minutes; --furthest METRES looks less far.")
    served = [
        _loss(ground, sites, cells, at, to, options) <= options.loss
        for at, to in zip(point.tolist(), cell.tolist(), strict=True)
    ]
    return within.only(np.array(served, dtype=bool))


def _loss(ground: Heights, sites: Sites, cells: Points, point: int, cell: int, options: argparse.Namespace) -> float:
    from phoihop.cores.towerplan.errors import BadInput  # noqa: PLC0415
    from phoihop.cores.towerplan.points import Points  # noqa: PLC0415
    from phoihop.cores.towerplan.propagation import longley_rice, profile  # noqa: PLC0415

    start, end = Points(sites.points.xy[[point]], True), Points(cells.xy[[cell]], True)
    try:
        heights, metres = profile(ground, start, end)
    except BadInput:
        raise Refusal(
            f"The heights of {options.dem.name} do not reach from point {sites.ids[point]} to every cell around it: "
            "give a larger grid, or look less far with --furthest METRES."
        ) from None
    if metres < 1.0:
        return 0.0
    return longley_rice(heights, metres, options.mhz, float(sites.height_m[point]), options.receiver).loss_db
