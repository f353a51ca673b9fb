"""How every command here runs: words in, sentences and an exit code out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

DONE, WRONG, REFUSED, STOPPED = 0, 1, 2, 130
SHOWN = 20  # problems that are told; the rest is counted
EPILOG = "Exit status: 0 done, 1 the check found something wrong, 2 the input was refused, 130 stopped."


class Refusal(Exception):
    """What was asked cannot be done; the sentence says what to do."""


def say(text: str = "") -> None:
    """A line of the result."""
    sys.stdout.write(f"{text}\n")


def warn(text: str) -> None:
    """A line beside the result."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def run(parser: argparse.ArgumentParser, argv: Sequence[str], work: Callable[[argparse.Namespace], int]) -> int:
    """Understand the words and do the work; whatever is refused is told in sentences."""
    try:
        options = parser.parse_args(list(argv))
    except SystemExit as stop:
        return DONE if stop.code in (None, 0) else REFUSED
    try:
        return work(options)
    except KeyboardInterrupt:
        warn(f"\n{parser.prog}: stopped; nothing was changed.")
        return STOPPED
    except Exception as problem:
        lines = _sentences(problem)
        if not lines:
            raise
        for line in lines:
            warn(f"{parser.prog}: {line}")
        return REFUSED


def _sentences(problem: Exception) -> list[str]:
    """What to tell of a problem that is the input's or the machine's; nothing of a mistake of this program."""
    from phoihop.base.sheets import SheetRefused  # noqa: PLC0415 - only where something went wrong
    from phoihop.clauses.towers.reading.options import InputRefused  # noqa: PLC0415
    from phoihop.clauses.towers.writing.folder import NotOurs  # noqa: PLC0415
    from phoihop.cores.towerplan.errors import TowerPlanError  # noqa: PLC0415
    from phoihop.papers.rendering.fonts import FontsMissing  # noqa: PLC0415

    if isinstance(problem, InputRefused):
        told = [f"{problem.file}: {one.sentence('en')}" for one in problem.problems[:SHOWN]]
        more = problem.count - len(told)
        return [*told, f"… and {more} more."] if more > 0 else told
    if isinstance(problem, OSError):
        return [f"{problem.filename or 'a file'}: {problem.strerror or problem}."]
    if isinstance(problem, Refusal | NotOurs | FontsMissing | SheetRefused | TowerPlanError):
        return [str(problem)]
    return []


def above_zero(text: str) -> float:
    """A number above zero, for argparse."""
    value = float(text.replace(",", "."))
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not above zero")
    return value


def count_above_zero(text: str) -> int:
    """A whole number above zero, for argparse."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not 1 or more")
    return value
