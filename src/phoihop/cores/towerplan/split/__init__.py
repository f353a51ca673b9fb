"""Fair split of a shared mast's cost: equal, by height or load, by stand-alone cost, Shapley, nucleolus; the core.

Errors, each with what was refused as ``value`` and a ``code``:

    SplitError (ValueError)     what was given cannot be split
    ├── BadGame                 no table of whole, non-negative đồng with one entry a group
    ├── BadWeights              weights missing, negative, not finite or all zero
    └── TooManyOperators        more operators than the method answers exactly
"""

from phoihop.cores.towerplan.split._core import Complaint, complaints, every_group_checked, in_core
from phoihop.cores.towerplan.split._errors import BadGame, BadWeights, SplitError, TooManyOperators
from phoihop.cores.towerplan.split._game import Game, cheapest_apart
from phoihop.cores.towerplan.split._mast import mast_game, mast_weights
from phoihop.cores.towerplan.split._methods import Method, Split, all_splits, split_cost
from phoihop.cores.towerplan.split._nucleolus import least_excess_vnd, nucleolus
from phoihop.cores.towerplan.split._shapley import sampled_shapley, shapley, shapley_many

__all__ = [
    "BadGame",
    "BadWeights",
    "Complaint",
    "Game",
    "Method",
    "Split",
    "SplitError",
    "TooManyOperators",
    "all_splits",
    "cheapest_apart",
    "complaints",
    "every_group_checked",
    "in_core",
    "least_excess_vnd",
    "mast_game",
    "mast_weights",
    "nucleolus",
    "sampled_shapley",
    "shapley",
    "shapley_many",
    "split_cost",
]
