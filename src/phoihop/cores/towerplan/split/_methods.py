"""The ways to split, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from math import isfinite

from phoihop.cores.towerplan.split._core import Complaint, complaints, every_group_checked
from phoihop.cores.towerplan.split._errors import BadWeights
from phoihop.cores.towerplan.split._game import TABLE_MAX, Game
from phoihop.cores.towerplan.split._nucleolus import EXACT_MAX as NUCLEOLUS_MAX
from phoihop.cores.towerplan.split._nucleolus import nucleolus
from phoihop.cores.towerplan.split._rounding import whole_dong
from phoihop.cores.towerplan.split._shapley import EXACT_MAX as SHAPLEY_MAX
from phoihop.cores.towerplan.split._shapley import sampled_shapley, shapley

SAMPLES = 20_000


class Method(StrEnum):
    """How the cost is split."""

    EQUAL = "equal"
    HEIGHT = "height"
    LOAD = "load"
    ALONE = "alone"
    SHAPLEY = "shapley"
    NUCLEOLUS = "nucleolus"


WEIGHTED = (Method.HEIGHT, Method.LOAD)


@dataclass(frozen=True, slots=True)
class Split:
    """Who pays what, in whole đồng that add up to the cost of the mast.

    :param standard_error_vnd: one an operator, where the shares were sampled; otherwise none
    :param complaints: the groups that would pay less alone, worst first; none: the split is in the core
    :param every_group_checked: beyond 12 operators only groups of one, two and all but one are
    """

    method: Method
    operators: tuple[str, ...]
    shares_vnd: tuple[int, ...]
    complaints: tuple[Complaint, ...]
    standard_error_vnd: tuple[float, ...] | None = None
    every_group_checked: bool = True

    @property
    def stable(self) -> bool:
        """Whether nobody, and no group looked at, pays more than alone."""
        return not self.complaints

    @property
    def total_vnd(self) -> int:
        return sum(self.shares_vnd)


def split_cost(
    game: Game,
    method: Method,
    *,
    weights: Sequence[float] | None = None,
    seed: int = 0,
    samples: int = SAMPLES,
) -> Split:
    """Split the cost of a shared mast.

    :param weights: for ``HEIGHT`` (metres) and ``LOAD`` (m² of wind area, or any load): one an operator
    :param seed: of the random orders, where Shapley is sampled (more than 8 operators)
    :raises BadWeights: missing, negative, not finite, or all zero
    :raises TooManyOperators: the nucleolus of more than 10

    >>> game = Game.from_table(["a", "b"], [0, 60, 80, 100])
    >>> split_cost(game, Method.SHAPLEY).shares_vnd
    (40, 60)
    """
    errors: tuple[float, ...] | None = None
    if method is Method.EQUAL:
        exact = _in_proportion(game, [1] * game.size)
    elif method in WEIGHTED:
        exact = _in_proportion(game, weights)
    elif method is Method.ALONE:
        exact = _in_proportion(game, [int(cost) for cost in game.alone_vnd()])
    elif method is Method.NUCLEOLUS:
        exact = nucleolus(game)
    elif game.size <= SHAPLEY_MAX:
        exact = shapley(game)
    else:
        exact, errors = sampled_shapley(game, samples=samples, seed=seed)
    shares = _kept_in_core(game, exact)
    return Split(method, game.operators, shares, complaints(game, shares), errors, every_group_checked(game))


def all_splits(
    game: Game, *, weights: Mapping[Method, Sequence[float]] | None = None, seed: int = 0
) -> tuple[Split, ...]:
    """Every split that can be made of this mast, side by side; those by weight where weights are given."""
    given = weights or {}
    splits = []
    for method in Method:
        if method in WEIGHTED and method not in given:
            continue
        if method is Method.NUCLEOLUS and game.size > NUCLEOLUS_MAX:
            continue
        splits.append(split_cost(game, method, weights=given.get(method), seed=seed))
    return tuple(splits)


def _in_proportion(game: Game, weights: Sequence[float] | None) -> tuple[Fraction, ...]:
    if weights is None or len(weights) != game.size or not all(isfinite(it) and it >= 0 for it in weights):
        raise BadWeights(weights)
    exact = [Fraction(it) for it in weights]
    if not (whole := sum(exact)):
        raise BadWeights(weights)
    return tuple(game.total_vnd * it / whole for it in exact)


def _kept_in_core(game: Game, exact: tuple[Fraction, ...]) -> tuple[int, ...]:
    """Whole đồng by the largest remainder; where that single đồng makes a group complain, by another choice of whom
    to round up that leaves no complaint, if there is one."""
    shares = whole_dong(exact)
    if game.size > TABLE_MAX or not (found := complaints(game, shares)) or found[0].excess_vnd >= game.size:
        return shares
    floors = [it.numerator // it.denominator for it in exact]
    broken = [at for at, it in enumerate(exact) if it.denominator > 1]
    for raised in combinations(broken, sum(shares) - sum(floors)):
        tried = tuple(floor + (at in raised) for at, floor in enumerate(floors))
        if not complaints(game, tried):
            return tried
    return shares
