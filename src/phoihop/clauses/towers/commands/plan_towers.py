"""``phoihop plan-towers``: the joint plan of a year, from tables to a folder of tables, a map and a page."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from phoihop.clauses.towers.commands.bar import Bar
from phoihop.clauses.towers.commands.checking import is_large, start_check
from phoihop.clauses.towers.commands.options import add_masts, add_needs, add_out, parser, reading_options
from phoihop.clauses.towers.commands.running import DONE, Refusal, above_zero, count_above_zero, run, say, warn
from phoihop.clauses.towers.commands.workers import workers

if TYPE_CHECKING:
    from phoihop.clauses.towers.reading import Case
    from phoihop.clauses.towers.writing.summary import Inputs
    from phoihop.cores.towerplan.model import Plan, Progress

DESCRIPTION = (
    "For each need: rent a place on a mast, join a new one that is built together, or build alone; at least cost."
)


def plan_towers_command(argv: Sequence[str]) -> int:
    """Make a plan; see ``--help``."""
    found = parser("plan-towers", DESCRIPTION)
    add_masts(found)
    add_needs(found)
    add_out(found)
    found.add_argument("--workers", type=count_above_zero, default=1, metavar="N", help="processes (default: 1)")
    found.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, such as tcp://host:8786, instead")
    found.add_argument("--seed", type=int, default=0, help="chooses among plans of equal cost (default: 0)")
    found.add_argument(
        "--deadline", type=above_zero, metavar="S", help="seconds after which the best plan so far counts"
    )
    found.add_argument("--compare", action="store_true", help="also make the plan that people know: nearest mast first")
    return run(found, argv, _work)


def _work(options: argparse.Namespace) -> int:
    from phoihop.clauses.towers.reading import read_case  # noqa: PLC0415 - after the words are understood
    from phoihop.clauses.towers.writing.folder import check_folder  # noqa: PLC0415

    check_folder(options.out)
    bar = Bar(quiet=options.quiet)
    began = time.perf_counter()
    reading = reading_options(options)
    case = read_case(
        options.masts, options.needs, options.rules, reading, tell=lambda name, done: bar.tell(f"reading {name}", done)
    )
    seconds = {"reading": time.perf_counter() - began}
    bar.end()
    if not options.quiet:
        for note in case.notes:
            warn(f"{note.file}: {note.problem.sentence('en')}")
    plan = _planned(case, options, bar)
    compared = _compared(case, options, bar)
    summary = _written(case, plan, compared, options, seconds, bar)
    bar.end()
    _tell(summary, options, time.perf_counter() - began)
    return DONE


def _planned(case: Case, options: argparse.Namespace, bar: Bar) -> Plan:
    from phoihop.cores.towerplan import plan  # noqa: PLC0415

    unit = case.costs.unit_vnd

    def told(where: Progress) -> None:
        more = ""
        if where.cost_units:
            more = f"{where.cost_units * unit / 1e9:,.1f} bn VND"
            if where.bound_units is not None and where.bound_units >= 0:
                more += f", gap {100 * (where.cost_units - where.bound_units) / where.cost_units:.3f} %"
        bar.tell(f"planning: {where.phase}", where.done, more)

    with workers(options.workers, options.scheduler) as executor:
        return plan(
            case.masts, case.needs, case.rules, case.costs,
            executor=executor, seed=options.seed, progress=told, deadline_s=options.deadline,
        )  # fmt: skip


def _compared(case: Case, options: argparse.Namespace, bar: Bar) -> Plan | None:
    if not options.compare:
        return None
    from phoihop.cores.towerplan.greedy import greedy  # noqa: PLC0415

    bar.tell("nearest mast first", 0.0)
    return greedy(case.masts, case.needs, case.rules, case.costs)


def _written(
    case: Case, plan: Plan, compared: Plan | None, options: argparse.Namespace, seconds: dict[str, float], bar: Bar
) -> dict[str, Any]:
    from phoihop.clauses.towers.writing.folder import whole_folder  # noqa: PLC0415
    from phoihop.clauses.towers.writing.rows import PlanRows  # noqa: PLC0415
    from phoihop.clauses.towers.writing.summary import summary_of, write_summary  # noqa: PLC0415
    from phoihop.clauses.towers.writing.whole import write_plan  # noqa: PLC0415

    began = time.perf_counter()
    checked = start_check(case, plan)
    inputs = _inputs(options)
    rows = PlanRows(case.masts, case.needs, case.rules, plan)
    reading = reading_options(options)
    with whole_folder(options.out) as folder:
        summary = summary_of(case, plan, inputs, reading, seconds=seconds, compared=compared)
        write_plan(
            folder, rows, summary, inputs, language=options.lang, large=is_large(case),
            tell=lambda name, done: bar.tell(f"writing {name}", done),
        )  # fmt: skip
        seconds["writing"] = time.perf_counter() - began
        bar.tell("checking", 1.0)
        if wrong := checked():
            bar.end()
            raise Refusal(f"The plan breaks its rules, a mistake of this program, and was not written: {wrong[0]}")
        seconds["writing_and_checking"] = time.perf_counter() - began
        summary = summary_of(case, plan, inputs, reading, seconds=seconds, compared=compared)
        write_summary(folder / "summary.json", summary)
    return summary


def _inputs(options: argparse.Namespace) -> Inputs:
    from phoihop.clauses.towers.reading.rules import zones_path  # noqa: PLC0415
    from phoihop.clauses.towers.writing.summary import Inputs  # noqa: PLC0415

    zones = zones_path(options.rules) if options.rules else None
    return Inputs(options.masts, options.needs, options.rules, zones)


def _tell(summary: dict[str, Any], options: argparse.Namespace, seconds: float) -> None:
    from phoihop.clauses.towers.writing.facts import fact_rows  # noqa: PLC0415
    from phoihop.clauses.towers.writing.words import number  # noqa: PLC0415

    for label, value in fact_rows(summary, "en"):
        say(f"{label:<36} {number(value, 'en'):>22}" if not isinstance(value, str) else label)
    say(f"Written to {options.out} in {seconds:.1f} s.")
