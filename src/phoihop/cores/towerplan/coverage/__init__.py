"""Where new sites serve most people whom nobody serves yet, and the fewest that serve all.

Cells of population, points where a mast could stand and what each would reach go in; positions of points, the people
they newly serve, a proven bound and the cells that stay without service come out. Both questions are solved exactly:
cells that the same points reach become one, points and cells that cannot matter fall away, a Lagrangian bound settles
most of what is left, and HiGHS the rest.
"""

from phoihop.cores.towerplan.coverage._all import cover_all
from phoihop.cores.towerplan.coverage._cover import Cover
from phoihop.cores.towerplan.coverage._most import cover_most
from phoihop.cores.towerplan.coverage._reach import covered_by, reach_by_loss, reach_within
from phoihop.cores.towerplan.planning.near import Lists

__all__ = ["Cover", "Lists", "cover_all", "cover_most", "covered_by", "reach_by_loss", "reach_within"]
