"""Standard instances of the OR-Library, where a folder of shared test data stands beside the repository."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

REPOSITORY = Path(__file__).resolve().parents[5]
THOROUGH = os.environ.get("PHOIHOP_THOROUGH") == "1"


def folder() -> Path:
    """The folder of the instances; skips the test where there is none."""
    shared = Path(os.environ.get("PHOIHOP_SHARED", REPOSITORY.parent / "shared"))
    found = shared / "data" / "orlib"
    if not found.is_dir():
        pytest.skip(f"no OR-Library at {found}; name its folder of shared data in PHOIHOP_SHARED")
    return found


def instances(few: list[str], all_of_them: list[str]) -> list[str]:
    """A few by default, all where the run is to be thorough."""
    return all_of_them if THOROUGH else few


@dataclass(frozen=True)
class Covering:
    """Each row must be covered by a column; column ``column[i]`` covers row ``row[i]``."""

    rows: int
    cost: np.ndarray
    row: np.ndarray
    column: np.ndarray
    optimum: int


def covering(name: str) -> Covering:
    """Read a set covering instance: sizes, costs, then for each row how many columns cover it and which."""
    words = np.array((folder() / f"{name}.txt").read_text().split(), int)
    rows, columns = words[:2]
    cost, at = words[2 : 2 + columns], 2 + columns
    row: list[np.ndarray] = []
    column: list[np.ndarray] = []
    for number in range(rows):
        many = words[at]
        row.append(np.full(many, number))
        column.append(words[at + 1 : at + 1 + many] - 1)
        at += 1 + many
    optima = dict(line.split("\t")[:2] for line in (folder() / "scp_opt.tsv").read_text().splitlines()[1:])
    return Covering(int(rows), cost, np.concatenate(row), np.concatenate(column), int(optima[name]))


@dataclass(frozen=True)
class Location:
    """Facilities with a capacity and a cost; serving all of customer ``i`` from ``j`` costs ``serve[i, j]``."""

    capacity: np.ndarray
    cost: np.ndarray
    demand: np.ndarray
    serve: np.ndarray
    optimum: float


def location(name: str) -> Location:
    """Read a capacitated location instance; a customer's demand may be split."""
    words = np.array((folder() / f"{name}.txt").read_text().split(), float)
    facilities, customers = int(words[0]), int(words[1])
    capacity, cost = words[2 : 2 + 2 * facilities].reshape(facilities, 2).T
    rest = words[2 + 2 * facilities :].reshape(customers, 1 + facilities)
    lines = (folder() / "capopt.txt").read_text().splitlines()[1:]
    optima = {line.split()[0]: float(line.split()[1]) for line in lines if line.strip()}
    return Location(capacity, cost, rest[:, 0], rest[:, 1:], optima[name])
