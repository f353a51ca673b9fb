"""``phoihop split-cost``: who pays what of a shared mast."""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phoihop.clauses.towers.commands.options import parser
from phoihop.clauses.towers.commands.running import DONE, Refusal, run, say

if TYPE_CHECKING:
    from phoihop.cores.towerplan.split import Game, Split

DESCRIPTION = (
    "Splits the cost of a mast that is built together, in every known way, and says whether some group would pay less "
    "alone. Either for a mast of a written plan (--plan DIR --mast ID) or for a TOML file with operators and what "
    'each group would pay alone: operators = ["A", "B"] and [alone] A = 600, B = 700, "A+B" = 800.'
)
MOST_FROM_TABLE = 12


def split_cost_command(argv: Sequence[str]) -> int:
    """Split a cost; see ``--help``."""
    found = parser("split-cost", DESCRIPTION)
    found.add_argument("--plan", type=Path, metavar="DIR", help="a folder that plan-towers wrote")
    found.add_argument("--mast", metavar="ID", help="a mast of that plan, such as NEW-012")
    found.add_argument("--table", type=Path, metavar="TOML", help="operators and the cost of each group")
    found.add_argument("--seed", type=int, default=0, help="where Shapley values are sampled")
    found.add_argument("--json", action="store_true", help="print JSON")
    return run(found, argv, _work)


def _work(options: argparse.Namespace) -> int:
    from phoihop.cores.towerplan.split import SplitError, all_splits  # noqa: PLC0415 - after the words

    if (options.table is None) == (options.plan is None or options.mast is None):
        raise Refusal("Give either --plan DIR with --mast ID, or --table FILE.")
    try:
        game, weights = _of_plan(options.plan, options.mast) if options.plan else (_of_table(options.table), {})
        splits = all_splits(game, weights=weights, seed=options.seed)
    except SplitError as problem:
        raise Refusal(f"This cost cannot be split: {problem}.") from problem
    if options.json:
        say(json.dumps([_plain(split) for split in splits], ensure_ascii=False, indent=2))
    else:
        _tell(game, splits)
    return DONE


def _of_plan(folder: Path, mast: str) -> tuple[Game, Any]:
    from phoihop.clauses.towers.reading.plan_folder import read_plan_folder  # noqa: PLC0415
    from phoihop.clauses.towers.writing.rows import PlanRows  # noqa: PLC0415
    from phoihop.cores.towerplan.split import mast_game, mast_weights  # noqa: PLC0415

    case, plan, _ = read_plan_folder(folder)
    names = PlanRows(case.masts, case.needs, case.rules, plan).new_ids
    if mast not in names:
        raise Refusal(
            f"The plan builds no mast {mast}. Its masts are {names[0]} to {names[-1]}."
            if names
            else "The plan builds no mast."
        )
    at = names.index(mast)
    members = plan.new.members[at]
    return (
        mast_game(case.needs, case.rules, case.costs, members, str(plan.new.class_code[at])),
        mast_weights(case.needs, members),
    )


def _of_table(path: Path) -> Game:
    from phoihop.cores.towerplan.split import Game  # noqa: PLC0415

    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        operators, alone = [str(name) for name in said["operators"]], dict(said["alone"])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as problem:
        raise Refusal(f"{path.name} needs operators = [...] and a table [alone]: {problem}.") from problem
    if not 0 < len(operators) <= MOST_FROM_TABLE:
        raise Refusal(f"Give 1 to {MOST_FROM_TABLE} operators.")
    costs = {frozenset(part.strip() for part in str(group).split("+")): cost for group, cost in alone.items()}
    table = [0] * (1 << len(operators))
    for mask in range(1, len(table)):
        group = frozenset(name for bit, name in enumerate(operators) if mask >> bit & 1)
        cost = costs.pop(group, None)
        if not isinstance(cost, int) or isinstance(cost, bool):
            raise Refusal(f"{path.name}: what would {' + '.join(sorted(group))} pay alone? Give whole đồng.")
        table[mask] = cost
    if costs:
        raise Refusal(f"{path.name}: {' + '.join(sorted(next(iter(costs))))} is no group of the operators.")
    return Game.from_table(operators, table)


def _tell(game: Game, splits: Sequence[Split]) -> None:
    width = max(len(name) for name in game.operators) + 2
    say(" " * 11 + "".join(f"{name:>{max(width, 16)}}" for name in game.operators))
    for split in splits:
        shares = "".join(f"{share:>{max(width, 16)},}" for share in split.shares_vnd)
        say(f"{split.method.value:<11}{shares}  {_stability(split)}")


def _stability(split: Split) -> str:
    if split.stable:
        return "nobody pays more than alone"
    worst = split.complaints[0]
    return f"{' + '.join(worst.members)} would pay {worst.excess_vnd:,} less alone"


def _plain(split: Split) -> dict[str, Any]:
    return {
        "method": split.method.value,
        "shares_vnd": dict(zip(split.operators, split.shares_vnd, strict=True)),
        "stable": split.stable,
        "complaints": [{"group": list(one.members), "more_than_alone_vnd": one.excess_vnd} for one in split.complaints],
        "standard_error_vnd": split.standard_error_vnd,
    }
