"""How much of a signal is lost on its way, and how far it reaches. All functions take arrays; losses are in dB.

``okumura_hata`` is for 150 to 1500 MHz, ``cost231_hata`` for 1500 to 2000 MHz, ``path_loss`` (3GPP TR 38.901) for 0.5
to 100 GHz; ``longley_rice`` checks single paths over real ground.
"""

from phoihop.cores.towerplan.propagation._hata import Area, cost231_hata, okumura_hata
from phoihop.cores.towerplan.propagation._range import free_space_db, range_m, shadow_margin_db
from phoihop.cores.towerplan.propagation._terrain import (
    Air,
    Heights,
    NoTerrainModel,
    TerrainLoss,
    longley_rice,
    profile,
)
from phoihop.cores.towerplan.propagation._tr38901 import RANGES, Range, Scene, path_loss, sight_chance

__all__ = [
    "RANGES",
    "Air",
    "Area",
    "Heights",
    "NoTerrainModel",
    "Range",
    "Scene",
    "TerrainLoss",
    "cost231_hata",
    "free_space_db",
    "longley_rice",
    "okumura_hata",
    "path_loss",
    "profile",
    "range_m",
    "shadow_margin_db",
    "sight_chance",
]
