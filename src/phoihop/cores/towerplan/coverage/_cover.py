"""What comes out of a coverage question."""

from __future__ import annotations

from dataclasses import dataclass

from phoihop.cores.towerplan.points import IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Points to build at, and how near that is to the best there is."""

    chosen: IntArray
    """Positions of the points, ascending."""
    served: int
    """People newly served."""
    goal: float
    """What was to be made best: people newly served, or the cost of the points."""
    bound: float
    """Proven: no choice serves more, or none costs less."""
    missed: IntArray
    """Cells that nobody serves, before or after, ascending."""
    hopeless: IntArray
    """Of those the ones that no point reaches."""
    seconds: float

    @property
    def gap(self) -> float:
        """Share of the goal that is not proven; 0 is a proof of the optimum."""
        apart = abs(self.bound - self.goal)
        return 0.0 if apart < 1e-9 * max(1.0, abs(self.goal)) else apart / max(abs(self.goal), 1e-9)

    @property
    def proven(self) -> bool:
        """Whether nothing better can be."""
        return self.gap == 0
