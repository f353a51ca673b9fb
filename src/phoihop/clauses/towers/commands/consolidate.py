"""``phoihop consolidate``: the fewest masts to keep, and in which order the others come down."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from phoihop.clauses.towers.commands.bar import Bar
from phoihop.clauses.towers.commands.options import add_masts, parser, reading_options
from phoihop.clauses.towers.commands.running import DONE, above_zero, count_above_zero, run, say, warn
from phoihop.clauses.towers.commands.workers import workers

if TYPE_CHECKING:
    from pathlib import Path

    from phoihop.cores.towerplan.consolidate import Consolidation, Stage, Tenancies
    from phoihop.cores.towerplan.mip import Found
    from phoihop.cores.towerplan.model import Masts

DESCRIPTION = (
    "The fewest masts to keep so that each operator on a mast moves at most so many metres to a mast with room. "
    "Heights of tenants are not in the table: owners are taken to be at the top, the others below in their order."
)
MOVES_HEAD = ("stage", "operator", "from_mast", "to_mast", "metres", "at_the_same_time")
MASTS_HEAD = ("mast", "owner", "longitude", "latitude", "kept", "taken_down_in_stage")


def consolidate_command(argv: Sequence[str]) -> int:
    """Consolidate masts; see ``--help``."""
    from pathlib import Path  # noqa: PLC0415

    found = parser("consolidate", DESCRIPTION)
    add_masts(found)
    found.add_argument("--move", type=above_zero, required=True, metavar="M", help="metres a tenant may move")
    found.add_argument(
        "--lower", type=above_zero, default=0.0, metavar="M", help="metres its antennas may come down by"
    )
    found.add_argument("--deadline", type=above_zero, metavar="S", help="seconds after which the best so far counts")
    found.add_argument("--stage", type=count_above_zero, default=50, metavar="N", help="masts taken down in one stage")
    found.add_argument("--workers", type=count_above_zero, default=1, metavar="N", help="processes (default: 1)")
    found.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler instead")
    found.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the result")
    return run(found, argv, _work)


def _work(options: argparse.Namespace) -> int:
    from phoihop.clauses.towers.reading import read_mast_case  # noqa: PLC0415 - after the words are understood
    from phoihop.clauses.towers.writing.folder import check_folder, whole_folder  # noqa: PLC0415
    from phoihop.cores.towerplan.consolidate import consolidate, stages, tenancies_of  # noqa: PLC0415
    from phoihop.cores.towerplan.mip import Limits  # noqa: PLC0415

    check_folder(options.out)
    bar = Bar(quiet=options.quiet)
    bar.tell(f"reading {options.masts.name}", 0.0)
    masts, sheet, operators, notes = read_mast_case(options.masts, options.rules, reading_options(options))
    for note in () if options.quiet else notes:
        warn(f"{note.file}: {note.problem.sentence('en')}")
    rules = sheet.rules(operators)
    tenancies = tenancies_of(masts, rules.band_m)
    limits = Limits() if options.deadline is None else Limits(seconds=options.deadline)
    bar.tell("consolidating", 0.0)

    def told(found: Found) -> None:
        bar.tell("consolidating", 0.5, f"{found.objective:.0f} masts, bound {found.bound:.0f}")

    with workers(options.workers, options.scheduler) as executor:
        plan = consolidate(
            masts, tenancies, rules, options.move, lower_m=options.lower, limits=limits, executor=executor,
            workers=max(options.workers, 1),
            on_progress=told,
        )  # fmt: skip
    steps = stages(masts, tenancies, rules, plan, lower_m=options.lower, most=options.stage)
    with whole_folder(options.out) as folder:
        _write(folder, masts, operators.names, tenancies, plan, steps)
    bar.end()
    say(f"{plan.kept} of {len(masts)} masts stay; nobody can do with fewer than {plan.bound} (gap {plan.gap:.2%}).")
    say(f"{plan.moves} tenants move, in {len(steps)} stages. Written to {options.out}.")
    return DONE


def _write(
    folder: Path, masts: Masts, names: Sequence[str], tenancies: Tenancies, plan: Consolidation, steps: Sequence[Stage]
) -> None:
    from phoihop.base.sheets import write_csv  # noqa: PLC0415

    write_csv(folder / "moves.csv", MOVES_HEAD, _move_rows(masts, names, tenancies, plan, steps))
    down = {mast: number for number, step in enumerate(steps, start=1) for mast in step.removed}
    write_csv(folder / "masts.csv", MASTS_HEAD, _mast_rows(masts, names, plan, down))
    summary = {
        "format": "phoihop.towers.consolidation/1",
        "masts": len(masts), "kept": plan.kept, "bound": plan.bound, "gap": plan.gap, "moves": plan.moves,
        "stages": len(steps), "components": plan.components, "largest": plan.largest,
        "open_components": plan.open_components, "seconds": round(plan.seconds, 3),
    }  # fmt: skip
    (folder / "summary.json").write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")


def _move_rows(
    masts: Masts, names: Sequence[str], tenancies: Tenancies, plan: Consolidation, steps: Sequence[Stage]
) -> Iterator[tuple[Any, ...]]:
    ids = masts.ids.tolist()
    for number, step in enumerate(steps, start=1):
        for move in step.moves:
            operator = names[int(tenancies.operator[move.tenancy])]
            far = round(float(plan.moved_m[move.tenancy]), 1)
            yield number, operator, ids[move.start], ids[move.end], far, "yes" if move.together else ""


def _mast_rows(
    masts: Masts, names: Sequence[str], plan: Consolidation, down: dict[int, int]
) -> Iterator[tuple[Any, ...]]:
    for at, (name, owner, xy, kept) in enumerate(
        zip(masts.ids.tolist(), masts.owner.tolist(), masts.points.xy.tolist(), plan.keep.tolist(), strict=True)
    ):
        yield name, names[owner] if owner >= 0 else "", *xy, "yes" if kept else "no", down.get(at)
