"""Good choices of points, quickly: the best next one, then swaps while they help."""

from __future__ import annotations

import numpy as np

from phoihop.cores.towerplan.coverage._problem import Problem
from phoihop.cores.towerplan.points import IntArray


class Choice:
    """A set of points, kept together with what each further point would add."""

    def __init__(self, problem: Problem, chosen: IntArray) -> None:
        self.problem = problem
        self.times = np.zeros(len(problem.weight), dtype=np.int64)
        self.gain = problem.gains(problem.weight)
        self.value = 0.0
        self.inside = np.zeros(len(problem.points), dtype=bool)
        for point in chosen:
            self.add(int(point))

    def add(self, point: int) -> None:
        """Take a point in."""
        groups = self.problem.reach[point]
        self._move(groups[self.times[groups] == 0], -1.0)
        self.times[groups] += 1
        self.inside[point] = True

    def drop(self, point: int) -> None:
        """Leave a point out."""
        groups = self.problem.reach[point]
        self.times[groups] -= 1
        self._move(groups[self.times[groups] == 0], 1.0)
        self.inside[point] = False

    def _move(self, groups: IntArray, sign: float) -> None:
        """Groups begin (+1) or cease (-1) to be open."""
        problem = self.problem
        self.value -= sign * float(problem.weight[groups].sum())
        starts = problem.by_group.starts
        counts = starts[groups + 1] - starts[groups]
        first = np.repeat(starts[groups] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        points = problem.by_group.items[first + np.arange(counts.sum())]
        worth = np.repeat(problem.weight[groups], counts)
        np.add.at(self.gain, points, sign * worth)

    def best(self) -> int:
        """The point outside that adds most; the first of equals."""
        return int(np.where(self.inside, -1.0, self.gain).argmax())


def greedy(problem: Problem, k: int) -> Choice:
    """The point that adds most, ``k`` times."""
    choice = Choice(problem, np.zeros(0, dtype=np.int64))
    for _ in range(k):
        choice.add(choice.best())
    return choice


def swapped(choice: Choice, passes: int = 20) -> Choice:
    """Exchange a chosen point for a better one until no exchange helps."""
    for _ in range(passes):
        before = choice.value
        for point in np.flatnonzero(choice.inside):
            choice.drop(int(point))
            choice.add(choice.best())
        if choice.value <= before:
            break
    return choice
