"""``phoihop check-plan``: the independent check of a plan's written files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from phoihop.clauses.towers.commands.options import parser
from phoihop.clauses.towers.commands.running import DONE, SHOWN, WRONG, run, say

DESCRIPTION = (
    "Reads a folder that plan-towers wrote: its input, plan.csv, new-masts.csv and summary.json. Checks every need and "
    "mast against the rules, knowing nothing of how the plan was made, and that neither input nor plan was changed."
)


def check_plan_command(argv: Sequence[str]) -> int:
    """Check a plan; see ``--help``."""
    found = parser("check-plan", DESCRIPTION)
    found.add_argument("folder", type=Path, metavar="DIR", help="the folder that plan-towers wrote")
    return run(found, argv, _work)


def _work(options: argparse.Namespace) -> int:
    from phoihop.clauses.towers.reading.plan_folder import read_plan_folder  # noqa: PLC0415 - after the words
    from phoihop.cores.towerplan.checker import check  # noqa: PLC0415

    case, plan, changed = read_plan_folder(options.folder)
    wrong = [*changed, *map(str, check(case.masts, case.needs, case.rules, case.costs, plan))]
    for line in wrong[:SHOWN]:
        say(line)
    if len(wrong) > SHOWN:
        say(f"… and {len(wrong) - SHOWN} more.")
    if wrong:
        return WRONG
    say(f"{len(case.needs)} needs and {len(plan.new)} masts to build: every rule is kept.")
    return DONE
