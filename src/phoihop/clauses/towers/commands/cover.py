"""``phoihop cover``: where new sites serve most people, or the fewest that serve all."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phoihop.clauses.towers.commands.bar import Bar
from phoihop.clauses.towers.commands.cover_reach import add_reach, ground_of, reach_of
from phoihop.clauses.towers.commands.options import parser
from phoihop.clauses.towers.commands.running import DONE, above_zero, count_above_zero, run, say, warn

if TYPE_CHECKING:
    from phoihop.clauses.towers.reading.cover import Sites
    from phoihop.cores.towerplan.coverage import Cover, Lists

DESCRIPTION = (
    "Population cells, points where masts could stand, and masts that serve already: the --sites points that newly "
    "serve most people or, with --all, the fewest that serve every cell. A point reaches what lies within --reach "
    "metres or, with --mhz, what its signal reaches with a loss up to --loss, as --model reckons it."
)
CHOSEN_HEAD = ("point", "longitude", "latitude", "people_newly_served")


def cover_command(argv: Sequence[str]) -> int:
    """Cover gaps; see ``--help``."""
    found = parser("cover", DESCRIPTION)
    found.add_argument("--cells", type=Path, required=True, metavar="FILE", help="cells: id, position, people")
    found.add_argument("--points", type=Path, required=True, metavar="FILE", help="candidates: id, position, height")
    found.add_argument("--existing", type=Path, metavar="FILE", help="masts that serve already: id, position, height")
    goal = found.add_mutually_exclusive_group(required=True)
    goal.add_argument("--sites", type=count_above_zero, metavar="K", help="how many sites")
    goal.add_argument("--all", action="store_true", help="the fewest sites that serve every cell")
    add_reach(found)
    found.add_argument("--default-height", type=above_zero, default=40.0, metavar="M", help="of points (default: 40)")
    found.add_argument("--deadline", type=above_zero, metavar="S", help="seconds after which the best so far counts")
    found.add_argument("--epsg", type=int, metavar="CODE", help="system of the positions")
    found.add_argument("--anywhere", action="store_true", help="outside Vietnam or in the sea")
    found.add_argument("--leave-out-bad", action="store_true", help="leave lines with errors out")
    found.add_argument("--quiet", action="store_true", help="no progress, no notes")
    found.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the result")
    return run(found, argv, _work)


def _work(options: argparse.Namespace) -> int:
    from phoihop.clauses.towers.commands.options import reading_options  # noqa: PLC0415
    from phoihop.clauses.towers.reading.cover import CELL_FIELDS, SITE_FIELDS, read_sites  # noqa: PLC0415
    from phoihop.clauses.towers.writing.folder import check_folder, whole_folder  # noqa: PLC0415
    from phoihop.cores.towerplan.coverage import covered_by  # noqa: PLC0415

    ground = ground_of(options)
    check_folder(options.out)
    bar = Bar(quiet=options.quiet)
    reading = reading_options(options)
    bar.tell(f"reading {options.cells.name}", 0.0)
    cells = read_sites(options.cells, CELL_FIELDS, reading)
    points = read_sites(options.points, SITE_FIELDS, reading)
    existing = read_sites(options.existing, SITE_FIELDS, reading) if options.existing else None
    for note in () if options.quiet else (*cells.notes, *points.notes):
        warn(f"{note.file}: {note.problem.sentence('en')}")
    bar.tell("reach", 0.3)
    reach = reach_of(points, cells.points, options, ground)
    covered = covered_by(reach_of(existing, cells.points, options, ground), len(cells.ids)) if existing else None
    bar.tell("choosing", 0.5)
    cover = _chosen(options, reach, cells, covered)
    with whole_folder(options.out) as folder:
        _write(folder, cells, points, cover, reach, covered, "reach" if options.mhz is None else options.model)
    bar.end()
    proof = "proven" if cover.proven else f"gap {cover.gap:.2%}"
    say(f"{len(cover.chosen)} sites newly serve {cover.served:,} people ({proof}). Written to {options.out}.")
    if len(cover.hopeless):
        say(f"{len(cover.hopeless)} cells cannot be served from any point.")
    return DONE


def _chosen(options: argparse.Namespace, reach: Lists, cells: Sites, covered: Any) -> Cover:
    from phoihop.cores.towerplan.coverage import cover_all, cover_most  # noqa: PLC0415
    from phoihop.cores.towerplan.mip import Limits  # noqa: PLC0415

    limits = Limits() if options.deadline is None else Limits(seconds=options.deadline)
    if options.all:
        return cover_all(reach, len(cells.ids), people=cells.people, covered=covered, limits=limits)
    return cover_most(cells.people, reach, options.sites, covered=covered, limits=limits)


def _write(folder: Path, cells: Sites, points: Sites, cover: Cover, reach: Lists, covered: Any, model: str) -> None:
    import numpy as np  # noqa: PLC0415

    from phoihop.base.sheets import write_csv  # noqa: PLC0415

    served = np.zeros(len(cells.ids), dtype=bool) if covered is None else covered.copy()
    rows = []
    for point in cover.chosen.tolist():
        new = reach[point][~served[reach[point]]]
        served[new] = True
        rows.append((str(points.ids[point]), *points.points.xy[point].tolist(), int(cells.people[new].sum())))
    write_csv(folder / "sites.csv", CHOSEN_HEAD, rows)
    missed = [
        (str(cells.ids[cell]), *cells.points.xy[cell].tolist(), int(cells.people[cell]))
        for cell in cover.missed.tolist()
    ]
    write_csv(folder / "cells-without-service.csv", ("cell", "longitude", "latitude", "people"), missed)
    summary = {
        "format": "phoihop.towers.cover/1", "model": model, "cells": len(cells.ids), "points": len(points.ids),
        "chosen": len(cover.chosen), "people_newly_served": cover.served, "goal": cover.goal, "bound": cover.bound,
        "gap": cover.gap, "cells_without_service": len(cover.missed), "hopeless": len(cover.hopeless),
        "seconds": round(cover.seconds, 3),
    }  # fmt: skip
    (folder / "summary.json").write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")
