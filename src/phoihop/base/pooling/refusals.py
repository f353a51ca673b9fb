"""How the commands here run: words in, sentences and an exit code out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

DONE, WRONG, REFUSED, STOPPED = 0, 1, 2, 130
SHOWN = 20
EPILOG = "Exit status: 0 done, 1 the audit found something, 2 the input was refused, 130 stopped."


class Refusal(Exception):
    """What was asked cannot be done; the sentence says what to do."""


def say(text: str) -> None:
    """A line of the result."""
    sys.stdout.write(f"{text}\n")


def warn(text: str) -> None:
    """A line beside the result."""
    sys.stderr.write(f"{text}\n")


def run(parser: argparse.ArgumentParser, argv: Sequence[str], work: Callable[[argparse.Namespace], int]) -> int:
    """Understand the words and do the work; whatever is refused is told in sentences."""
    from phoihop.base.folders import NotOurs  # noqa: PLC0415 - after the words are understood
    from phoihop.base.sheets import SheetRefused  # noqa: PLC0415
    from phoihop.cores.disclosure import DisclosureError  # noqa: PLC0415

    try:
        options = parser.parse_args(list(argv))
    except SystemExit as stop:
        return DONE if stop.code in (None, 0) else REFUSED
    try:
        return work(options)
    except KeyboardInterrupt:
        warn(f"\n{parser.prog}: stopped; nothing was changed.")
        return STOPPED
    except OSError as problem:
        warn(f"{parser.prog}: {problem.filename or 'a file'}: {problem.strerror or problem}.")
    except (Refusal, SheetRefused, DisclosureError, NotOurs) as problem:
        warn(f"{parser.prog}: {problem}")
    return REFUSED
