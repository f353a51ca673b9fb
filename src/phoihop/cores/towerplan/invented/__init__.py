"""Invented networks of any size, clustered as real ones are; the same seed gives the same network.

**Towns and roads.** Towns lie anywhere in the area, their sizes fall by Zipf's law, and masts thin out from a town's
middle exponentially. Roads join neighbours along a curve that fills the plane. Of the places, 62 in a hundred are in
towns, 26 along roads and the rest anywhere.

**Like real networks.** The 22,459 stations of four operators in São Paulo have heights with quartiles of 32, 40 and
52 m; 38 % of the stations have another operator within 30 m, 79 % within 400 m; a mast carries 1.26 operators. A share
of the masts therefore follows another operator's to within 400 m, and a fifth of the masts carries more than one.
Classes fall as in Kiên Giang: 92.2 % A2b, 5.8 % A2a, 1.1 % A1b, 0.9 % A2c. How many places are free, what wind area is
left and what a rent costs is not known of any real network: those are assumptions.
"""

from phoihop.cores.towerplan.invented._ground import Town
from phoihop.cores.towerplan.invented._network import OPERATORS, Network, invent

__all__ = ["OPERATORS", "Network", "Town", "invent"]
