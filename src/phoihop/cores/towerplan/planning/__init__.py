"""The joint plan of a year; see ``plan``."""

from phoihop.cores.towerplan.planning.planner import plan
from phoihop.cores.towerplan.planning.sites import Candidates, candidates

__all__ = ["Candidates", "candidates", "plan"]
