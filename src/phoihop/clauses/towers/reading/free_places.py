"""Free places on existing masts by height band."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from phoihop.base.sheets import Saying, Table
from phoihop.clauses.towers.reading import sayings
from phoihop.cores.towerplan.points import FloatArray, IntArray

BAND_LIMIT = 1e-9  # a hair under a boundary counts as on it, as in the core
ONE_HEIGHT = re.compile(r"[1-9]\d{0,2}([.,]\d)?m?")
SEPARATORS = str.maketrans(";|/\n", "    ")


def read_free(table: Table, height: FloatArray, tenants: IntArray, *, band_m: float, assumed: int) -> IntArray:
    """Places free, shape (masts, bands).

    Where the table lists the heights of free places they count as they stand. Where it has only their number, or
    nothing (then ``assumed`` of them), they are taken to lie one a band right below the tenants, who have the highest.
    """
    top = np.floor(np.nan_to_num(height) / band_m + BAND_LIMIT).astype(np.int64)
    free = np.zeros((len(height), int(top.max(initial=0)) + 1), dtype=np.int8)
    listed = np.zeros(len(height), dtype=bool)
    if "free_heights" in table.columns:
        listed = _listed(table, height, free, band_m)
    count = np.full(len(height), assumed, dtype=np.int64)
    if "free" in table.columns:
        given = table.numbers("free")
        count = np.where(np.isfinite(given), np.nan_to_num(given), assumed).astype(np.int64)
    on_it = np.bitwise_count(tenants.astype(np.uint64)).astype(np.int64)
    band = np.arange(free.shape[1])
    highest = np.maximum(top - on_it, 0)
    lowest = np.maximum(highest - count + 1, 0)
    below = (band >= lowest[:, None]) & (band <= highest[:, None]) & (count > 0)[:, None]
    free[~listed] = below[~listed]
    return cast(IntArray, free)  # small whole numbers: a million masts would take much memory otherwise


def _listed(table: Table, height: FloatArray, free: NDArray[np.int8], band_m: float) -> NDArray[np.bool_]:
    """Count the places that are listed into ``free``, and say which rows have a list."""
    texts = table.texts("free_heights")
    known = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    counts = np.zeros((len(known), free.shape[1]), dtype=np.int8)
    highest = np.zeros(len(known))
    for text, number in known.items():
        heights = _heights(text)
        highest[number] = np.nan if heights is None else max(heights, default=0.0)
        for metres in heights or ():
            band = int(metres / band_m + BAND_LIMIT)
            if band < free.shape[1]:  # a higher one is too high for every mast
                counts[number, band] += 1
    which = np.array([known[text] for text in texts], dtype=np.int64)
    for row in np.flatnonzero(np.isnan(highest[which])).tolist():
        _wrong(table, row, sayings.BAD_FREE, value=texts[row])
    for row in np.flatnonzero(highest[which] > height + BAND_LIMIT).tolist():
        _wrong(table, row, sayings.FREE_TOO_HIGH, value=f"{highest[which[row]]:g}", height=f"{height[row]:g}")
    free += counts[which]
    listed = np.ones(len(texts), dtype=bool)
    if "" in known:
        listed = which != known[""]
    return listed


def _wrong(table: Table, row: int, saying: Saying, **values: object) -> None:
    table.problems.add(saying, int(table.lines[row]), table.heading("free_heights"), values=values)


def _heights(text: str) -> list[float] | None:
    """``24 27,5 30`` as numbers; ``0`` and ``-`` say that nothing is free; None where it is no list."""
    if text in ("", "-", "0"):
        return []
    found = [_height(word) for word in text.translate(SEPARATORS).replace(", ", " ").split()]
    return None if None in found else found  # type: ignore[return-value]


@lru_cache(maxsize=4096)
def _height(word: str) -> float | None:
    # 24,27 may be two heights or one: only a single decimal is taken for one
    return float(word.rstrip("m").replace(",", ".")) if ONE_HEIGHT.fullmatch(word) else None
