"""Metres around a place, for rings and the areas they share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from pyproj import CRS, Transformer

WGS84 = CRS.from_epsg(4326)


@dataclass(frozen=True)
class Ground:
    """A plane that touches the ground at a place; within 100 km of it the error stays under 0.02 %."""

    longitude: float
    latitude: float

    @cached_property
    def _to(self) -> Transformer:
        flat = CRS.from_proj4(f"+proj=tmerc +lat_0={self.latitude} +lon_0={self.longitude} +k=1 +datum=WGS84 +units=m")
        return Transformer.from_crs(WGS84, flat, always_xy=True)

    def metres(self, lonlat: Any) -> Any:
        """Shape (n, 2), longitude and latitude to metres."""
        return np.column_stack(self._to.transform(lonlat[:, 0], lonlat[:, 1]))

    def degrees(self, xy: Any) -> Any:
        """Shape (n, 2), metres back to longitude and latitude."""
        return np.column_stack(self._to.transform(xy[:, 0], xy[:, 1], direction="INVERSE"))
