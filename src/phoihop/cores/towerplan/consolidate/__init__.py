"""The fewest masts that an area needs: who moves where, what is proven, and in which order masts come down."""

from phoihop.cores.towerplan.consolidate._solve import consolidate
from phoihop.cores.towerplan.consolidate._stages import Move, Stage, stages
from phoihop.cores.towerplan.consolidate._tenancies import Consolidation, Tenancies, tenancies_of

__all__ = ["Consolidation", "Move", "Stage", "Tenancies", "consolidate", "stages", "tenancies_of"]
