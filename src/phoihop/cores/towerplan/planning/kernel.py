"""The compiled inner loops (``native/*.c``), where they could be built; everything has a plain counterpart.

Every function here takes and gives arrays only. They may be called when ``ready`` alone.
"""

from __future__ import annotations

import ctypes
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from phoihop.cores.towerplan.points import FloatArray, IntArray

VERSION = 4
"""That of the functions' arguments; a library of another version is left alone."""
MOST_GROUPS = 60_000_000

Index = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Array = npt.NDArray[Any]


def library_name() -> str:
    """The file in ``native``, by platform."""
    return "kernel" + {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL | None:
    path = Path(__file__).resolve().parent.parent / "native" / library_name()
    try:
        library = ctypes.CDLL(str(path))
        library.phoihop_version.restype = ctypes.c_int64
        if library.phoihop_version() != VERSION:
            return None
    except (OSError, AttributeError):
        return None
    for name in ("near", "serving", "groups", "sets"):
        getattr(library, f"phoihop_{name}").restype = ctypes.c_void_p
    for name in ("bag_rows", "bag_items", "solve", "arrange", "dual", "anneal"):
        getattr(library, f"phoihop_{name}").restype = ctypes.c_int64
    return library


def ready() -> bool:
    """Whether the compiled library is there."""
    return _library() is not None


def call(name: str, *arguments: Array | int | float | ctypes.c_void_p) -> Any:
    """Call with arrays as pointers, whole numbers as int64 and others as double; handles as they are."""
    library = _library()
    if library is None:
        raise RuntimeError("nothing is compiled here")
    given = [_passed(it) for it in arguments]
    return getattr(library, f"phoihop_{name}")(*given)


def _passed(value: Array | int | float | ctypes.c_void_p) -> Any:
    if isinstance(value, ctypes.c_void_p):
        return value
    if isinstance(value, int):
        return ctypes.c_int64(value)
    return ctypes.c_double(value) if isinstance(value, float) else ctypes.c_void_p(value.ctypes.data)


def _as(kind: Any, *arrays: Array) -> list[Array]:
    return [np.ascontiguousarray(array, dtype=kind) for array in arrays]


def _emptied(bag: int | None) -> tuple[IntArray, Index, IntArray, IntArray]:
    """What a bag holds; it is freed."""
    library = _library()
    if library is None or not bag:
        raise MemoryError
    handle = ctypes.c_void_p(bag)
    try:
        rows = library.phoihop_bag_rows(handle)
        if rows < 0:
            raise MemoryError
        starts, items = np.empty(rows + 1, np.int64), np.empty(library.phoihop_bag_items(handle), np.int32)
        first, second = np.empty(rows, np.int64), np.empty(rows, np.int64)
        library.phoihop_bag_copy(handle, *(ctypes.c_void_p(it.ctypes.data) for it in (starts, items, first, second)))
    finally:
        library.phoihop_bag_free(handle)
    return starts, items, first, second


def near(
    quv: FloatArray, qat: FloatArray, radius: FloatArray, tuv: FloatArray, tat: FloatArray, own: FloatArray
) -> tuple[IntArray, Index]:
    """For each query the targets within its radius plus the target's own: (starts, items)."""
    quv, qat, radius, tuv, tat, own = _as(np.float64, quv, qat, radius, tuv, tat, own)
    return _emptied(call("near", len(qat), quv, qat, radius, len(tat), tuv, tat, own))[:2]


def lists(rows: Array, items: Array, count: int) -> tuple[IntArray, Index]:
    """The items of each row, in their order: (starts, items)."""
    rows, items = _as(np.int32, rows, items)
    starts, result = np.empty(count + 1, dtype=np.int64), np.empty(len(items), dtype=np.int32)
    call("lists", len(rows), rows, items, count, starts, result)
    return starts, result


def harmed(
    starts: IntArray, items: Index, need_starts: IntArray, need_sites: Index, masks: IntArray, classes: int,
    wanting: Flags,
) -> Flags:  # fmt: skip
    """Wanting points whose needs no other points serve for all classes."""
    result = np.zeros(len(masks), dtype=np.uint8)
    everything = (1 << classes) - 1
    (flags,) = _as(np.uint8, wanting)
    call("harmed", len(masks), starts, items, need_starts, need_sites, masks, everything, flags, result)
    return result.astype(bool)


def serving(
    member_starts: IntArray, members: Index, class_number: IntArray, starts: IntArray, items: Index,
    need_starts: IntArray, need_sites: Index, masks: IntArray,
) -> tuple[IntArray, Index]:  # fmt: skip
    """For each set of needs the points that serve all and take its class: (starts, points)."""
    count = len(class_number)
    bag = call(
        "serving", count, member_starts, members, class_number, starts, items, need_starts, need_sites, masks
    )  # fmt: skip
    return _emptied(bag)[:2]


def groups(
    needs: tuple[IntArray, IntArray, FloatArray, IntArray], offers: tuple[Array, ...], refused: IntArray,
    apart: IntArray, most: int, covers: tuple[IntArray, Index], by_need: tuple[IntArray, Index], masks: IntArray,
) -> tuple[IntArray, Index, IntArray, IntArray]:  # fmt: skip
    """Sets of needs on one new mast: (starts, members, class, cost).

    :param needs: operator, band, height and load of each
    :param offers: starts by class, band, height, cost and wind of each; extra cost and ``weaker`` by class
    """
    operator, band, load = _as(np.int64, needs[0], needs[1], needs[3])
    starts, offer_band, height, build, wind, extra, weaker = offers
    bag = call(
        "groups", len(operator), operator, band, _as(np.float64, needs[2])[0], load, len(extra), starts, offer_band,
        height, build, wind, extra, _as(np.int64, weaker)[0], len(refused), refused, apart, most, *covers, *by_need,
        masks, MOST_GROUPS,
    )  # fmt: skip
    return _emptied(bag)


def joined_up(count: int, a: IntArray, b: IntArray) -> IntArray:
    """For each thing the lowest it hangs together with."""
    label = np.empty(count, dtype=np.int64)
    a, b = _as(np.int64, a, b)
    call("joined_up", count, label, len(a), a, b)
    return label


def solve(
    parts: tuple[IntArray, IntArray, IntArray], members: tuple[IntArray, Index], key: IntArray,
    limits: tuple[IntArray, Index, IntArray, IntArray], most: int,
) -> tuple[Flags, IntArray]:  # fmt: skip
    """Pick columns for each part: (chosen, 0 where it is proven the best).

    :param parts: where the needs, columns and limits of each part start
    :param limits: starts, columns, weights and capacity
    :param most: steps a part may take
    """
    starts = _as(np.int64, *parts)
    chosen, status = np.zeros(len(key), dtype=np.uint8), np.ones(len(starts[0]) - 1, dtype=np.int64)
    limit_starts, weights, capacity = _as(np.int64, limits[0], limits[2], limits[3])
    items, member = _as(np.int32, limits[1], members[1])
    (member_starts,) = _as(np.int64, members[0])
    code = call(
        "solve", len(status), *starts, member_starts, member, _as(np.int64, key)[0], limit_starts, items, weights,
        capacity, most, chosen, status,
    )  # fmt: skip
    if code < 0:
        raise MemoryError
    return chosen.astype(bool), status


def arrange(starts: IntArray, at: FloatArray, keep_m: FloatArray, most: int) -> tuple[int, IntArray]:
    """A point for each mast so that all keep their spacing: (1 found, 0 impossible, -1 given up; the points)."""
    spot = np.full(len(starts) - 1, -1, dtype=np.int64)
    at, keep_m = _as(np.float64, at, keep_m)
    code = int(call("arrange", len(spot), _as(np.int64, starts)[0], at, keep_m, most, spot))
    return code, spot
