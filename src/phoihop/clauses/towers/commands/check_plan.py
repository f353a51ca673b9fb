"""``phoihop check-plan``: the independent check of a plan's written files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from phoihop.clauses.towers.commands.options import parser
from phoihop.clauses.towers.commands.running import DONE, SHOWN, WRONG, Refusal, run, say

if TYPE_CHECKING:
    from phoihop.clauses.towers.reading.case import Case
    from phoihop.cores.towerplan.model import Plan

DESCRIPTION = (
    "Reads a folder that plan-towers wrote: its input, plan.csv, new-masts.csv and summary.json. Checks every need and "
    "mast against the rules, knowing nothing of how the plan was made, and that neither input nor plan was changed."
)


def check_plan_command(argv: Sequence[str]) -> int:
    """Check a plan; see ``--help``."""
    found = parser("check-plan", DESCRIPTION)
    found.add_argument("folder", type=Path, metavar="DIR", help="the folder that plan-towers wrote")
    found.add_argument(
        "--explain", metavar="NEED", action="append", default=[],
        help="say mast by mast and class by class why a need is not served, or how it could be; may be repeated",
    )  # fmt: skip
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
    for name in options.explain:
        _explain(case, plan, name)
    return DONE


def _explain(case: Case, plan: Plan, name: str) -> None:
    from phoihop.cores.towerplan.explain import explain, sentences  # noqa: PLC0415

    rows = [at for at, known in enumerate(case.needs.ids.tolist()) if known == name]
    if not rows:
        raise Refusal(f"There is no need {name}. The needs are in input/needs.csv of the folder.")
    told = explain(case.masts, case.needs, case.rules, case.costs, rows[0], plan=plan)
    say(f"Need {name}, with the others as planned:")
    for line in sentences(told):
        say(f"  {line}")
