"""The core: the splits where no operator and no group pays more than it would alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from phoihop.cores.towerplan.split._game import TABLE_MAX, Game, Ints


@dataclass(frozen=True, slots=True)
class Complaint:
    """A group that pays more than it would without the others."""

    members: tuple[str, ...]
    pays_vnd: int
    alone_vnd: int

    @property
    def excess_vnd(self) -> int:
        return self.pays_vnd - self.alone_vnd


def complaints(game: Game, shares_vnd: Sequence[int]) -> tuple[Complaint, ...]:
    """The groups that a split leaves better off alone, worst first, smaller groups before larger ones.

    Up to 12 operators every group is looked at; beyond, those of one, of two, and of all but one.
    """
    groups = _groups(game)
    shares = np.asarray(shares_vnd, dtype=np.int64)
    pays = (groups[:, None] >> np.arange(game.size) & 1) @ shares
    alone = game.cost_of(groups)
    found = [
        Complaint(game.names(int(groups[at])), int(pays[at]), int(alone[at])) for at in np.flatnonzero(pays > alone)
    ]
    return tuple(sorted(found, key=lambda it: (-it.excess_vnd, len(it.members), it.members)))


def in_core(game: Game, shares_vnd: Sequence[int]) -> bool:
    """Whether nobody, and no group looked at, pays more than alone, and all is paid."""
    return sum(shares_vnd) == game.total_vnd and not complaints(game, shares_vnd)


def every_group_checked(game: Game) -> bool:
    """Whether ``complaints`` looks at every group."""
    return game.size <= TABLE_MAX


def _groups(game: Game) -> Ints:
    if every_group_checked(game):
        return np.arange(1, game.everyone, dtype=np.int64)
    single = np.int64(1) << np.arange(game.size, dtype=np.int64)
    first, second = np.triu_indices(game.size, 1)
    return np.concatenate([single, single[first] | single[second], game.everyone ^ single])
