"""One row a measurement, and the table of all."""

from __future__ import annotations

import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, beside its peer."""

    what: str
    ours: str
    peer: str
    goal: str
    met: bool | None  # None: no goal, only told


def seconds_of(call: Callable[[], object], rounds: int, warm: int = 3) -> list[float]:
    """How long each of ``rounds`` calls took, in seconds, after some calls to warm up."""
    for _ in range(warm):
        call()
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return taken


def pairs_of(ours: Callable[[], object], peer: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median seconds of two calls that take turns, so that the machine's moods hit both alike."""
    first, second = [], []
    for number in range(rounds + 3):
        a = seconds_of(ours, 1, warm=0)[0]
        b = seconds_of(peer, 1, warm=0)[0]
        if number >= 3:
            first.append(a)
            second.append(b)
    return statistics.median(first), statistics.median(second)


def print_table(rows: list[Row]) -> None:
    """The table, as Markdown."""
    print(f"\nPython {platform.python_version()}, {platform.machine()}\n")
    print("| what | ours | peer | goal | met |")
    print("| --- | --- | --- | --- | --- |")
    for row in rows:
        met = {True: "yes", False: "NO", None: "–"}[row.met]
        print(f"| {row.what} | {row.ours} | {row.peer} | {row.goal} | {met} |")
