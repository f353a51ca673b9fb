"""The game of a mast that a plan builds: what each group of its members would pay for masts of their own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from phoihop.cores.towerplan.model import Costs, Needs, Rules
from phoihop.cores.towerplan.room import cheapest_height
from phoihop.cores.towerplan.split._errors import BadGame, TooManyOperators
from phoihop.cores.towerplan.split._game import TABLE_MAX, Game, cheapest_apart
from phoihop.cores.towerplan.split._methods import Method


def mast_game(needs: Needs, rules: Rules, costs: Costs, members: Sequence[int], class_code: str) -> Game:
    """The game of the members of one new mast, in the order given.

    A group without the others would build the cheapest masts of the same class that hold it, one or several: height
    follows from its antennas and the bands they take, wind area from its equipment.

    :param members: positions of needs, one an operator
    :param class_code: the class that is built
    :raises BadGame: two members of one operator, or the class does not hold them all
    :raises NoSuchClass: the table has no such class
    :raises TooManyOperators: more than 12
    """
    if len(members) > TABLE_MAX:
        raise TooManyOperators(len(members))
    built = costs.mast_class(class_code)
    table = np.zeros(1 << len(members), dtype=np.int64)
    for mask in range(1, len(table)):
        group = [need for bit, need in enumerate(members) if mask >> bit & 1]
        height = cheapest_height(built, needs, group, rules)
        if height is None:
            raise BadGame(tuple(str(needs.ids[need]) for need in group))
        table[mask] = built.build_vnd[height] + built.extra_tenant_vnd * (len(group) - 1)
    names = [rules.operators[int(needs.operator[need])] for need in members]
    return Game.from_table(names, cheapest_apart(table))


def mast_weights(needs: Needs, members: Sequence[int]) -> dict[Method, tuple[float, ...]]:
    """Heights in metres and, where any is known, loads in m²: the weights of the members of a new mast."""
    rows = list(members)
    weights = {Method.HEIGHT: tuple(map(float, needs.height_m[rows]))}
    if (needs.load_m2[rows] > 0).any():
        weights[Method.LOAD] = tuple(map(float, needs.load_m2[rows]))
    return weights
