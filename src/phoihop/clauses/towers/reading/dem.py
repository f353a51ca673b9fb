"""Heights of the ground: an SRTM tile (``.hgt``) or an ESRI grid in text (``.asc``), in degrees of WGS 84."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np

from phoihop.base.sheets import Saying, SheetRefused
from phoihop.clauses.towers.reading.case import refused
from phoihop.cores.towerplan.propagation import Heights

TILE = re.compile(r"([NS])(\d{2})([EW])(\d{3})", re.IGNORECASE)
VOID = -32768
WIDEST_CELL = 1.0  # degrees: more is a grid in metres
HEAD = ("ncols", "nrows", "cellsize")

NOT_A_DEM = Saying(
    "Chỉ đọc được mô hình độ cao .hgt (SRTM) hoặc .asc (ESRI), hệ WGS 84.",
    "Only .hgt (SRTM) and .asc (ESRI) grids of heights in WGS 84 can be read.",
)
NO_TILE_NAME = Saying(
    "Tên tệp .hgt phải cho biết góc của ô, ví dụ N20E106.hgt.", "A .hgt file is named by its corner, as N20E106.hgt."
)
WRONG_SIZE = Saying("Tệp .hgt không đủ số liệu hoặc bị cắt ngang.", "The .hgt file is no square of heights.")
WRONG_HEAD = Saying("Phần đầu của tệp .asc thiếu {name}.", "The head of the .asc file lacks {name}.")
IN_METRES = Saying(
    "Lưới độ cao phải theo độ (WGS 84), không theo mét.", "The grid of heights must be in degrees (WGS 84), not metres."
)
CUT_SHORT = Saying(
    "Tệp .asc có {found} giá trị thay vì {wanted}.", "The .asc file has {found} values instead of {wanted}."
)


def read_heights(path: Path) -> Heights:
    """A grid of heights.

    :raises InputRefused: it is none, or is cut short
    """
    try:
        if path.suffix.lower() == ".hgt":
            return _tile(path)
        if path.suffix.lower() == ".asc":
            return _grid(path)
        raise SheetRefused(NOT_A_DEM)
    except SheetRefused as refusal:
        raise refused(path, refusal) from refusal


def _tile(path: Path) -> Heights:
    """One degree by one degree, big-endian, the north-western corner first."""
    named = TILE.search(path.stem)
    if named is None:
        raise SheetRefused(NO_TILE_NAME)
    values = np.frombuffer(path.read_bytes(), dtype=">i2")
    side = math.isqrt(len(values))
    if side < 2 or side * side != len(values):
        raise SheetRefused(WRONG_SIZE)
    south = int(named[2]) * (1 if named[1].upper() == "N" else -1)
    west = int(named[4]) * (1 if named[3].upper() == "E" else -1)
    step = 1.0 / (side - 1)
    heights = values.reshape(side, side).astype(np.float64)
    heights[heights == VOID] = np.nan
    return Heights(heights, (float(west), step, 0.0, south + 1.0, 0.0, -step))


def _grid(path: Path) -> Heights:
    words = path.read_text(encoding="ascii", errors="replace").split()
    head: dict[str, float] = {}
    at = 0
    while at + 1 < len(words) and words[at][0].isalpha():
        try:
            head[words[at].lower()] = float(words[at + 1])
        except ValueError:
            raise SheetRefused(WRONG_HEAD, name=words[at]) from None
        at += 2
    for name in HEAD:
        if name not in head:
            raise SheetRefused(WRONG_HEAD, name=name)
    step, columns, rows = head["cellsize"], int(head["ncols"]), int(head["nrows"])
    if step > WIDEST_CELL:
        raise SheetRefused(IN_METRES)
    if len(words) - at != rows * columns:
        raise SheetRefused(CUT_SHORT, found=len(words) - at, wanted=rows * columns)
    heights = np.array(words[at:], dtype=np.float64).reshape(rows, columns)
    heights[heights == head.get("nodata_value", -9999.0)] = np.nan
    west = _corner(head, "x", step)
    north = _corner(head, "y", step) + (rows - 1) * step
    return Heights(heights, (west, step, 0.0, north, 0.0, -step))


def _corner(head: dict[str, float], axis: str, step: float) -> float:
    """The middle of the south-western cell on one axis."""
    if f"{axis}llcenter" in head:
        return head[f"{axis}llcenter"]
    if f"{axis}llcorner" not in head:
        raise SheetRefused(WRONG_HEAD, name=f"{axis}llcorner")
    return head[f"{axis}llcorner"] + step / 2
