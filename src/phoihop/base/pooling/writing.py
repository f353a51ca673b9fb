"""What the commands write: the table for readers, and for the keeper why it looks so."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from phoihop.base.pooling.pool import Pooled
from phoihop.base.pooling.rules_file import Layout
from phoihop.base.sheets import write_csv
from phoihop.cores.disclosure import TOTAL, Problem, own_shares

FORMAT = "phoihop.disclosure.protection/1"


def write_published(path: Path, layout: Layout, pools: Sequence[Pooled]) -> None:
    """A row a figure; hidden ones are empty. Nothing in it tells why."""
    rows = ((*group, *codes, value) for group, codes, value, _ in _figures(layout, pools))
    write_csv(path, (*layout.by, *_headings(pools), layout.value), rows)


def write_reasons(path: Path, layout: Layout, pools: Sequence[Pooled]) -> None:
    """For the keeper alone: true figures, what is hidden and why."""
    head = (*layout.by, *_headings(pools), layout.value, "published", "why", "contributors")
    write_csv(path, head, _reasons(layout, pools))


def write_shares(path: Path, layout: Layout, pools: Sequence[Pooled]) -> None:
    """Each contributor's own share of each figure, where it may be told: to be handed out one by one."""
    write_csv(
        path, (layout.contributor, *layout.by, *_headings(pools), layout.value, "share"), _shares(layout, pools)
    )  # fmt: skip


def write_audits(path: Path, pools: Sequence[Pooled]) -> None:
    """Every audit, to be kept."""
    found = [{"table": list(it.group), **it.report.as_dict()} for it in pools]
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_summary(path: Path, facts: Mapping[str, Any]) -> None:
    """The numbers of the whole run."""
    path.write_text(json.dumps({"format": FORMAT, **facts}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _headings(pools: Sequence[Pooled]) -> tuple[str, ...]:
    return pools[0].problem.variables


def _figures(
    layout: Layout, pools: Sequence[Pooled]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], float | None, tuple[Pooled, int]]]:
    totals = {it.name: it.total or TOTAL for it in layout.breakdowns}
    for pool in pools:
        values = pool.shown_values
        for cell, codes in cells_of(pool.problem, totals):
            value = None if math.isnan(values[cell]) else _number(float(values[cell]))
            yield pool.group, codes, value, (pool, cell)


def cells_of(problem: Problem, totals: Mapping[str, str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Shown cells with their coordinates, sums by the name of the total; a cell once for each name it has."""
    for cell, keys in enumerate(problem.keys):
        if problem.shown[cell]:
            named = (
                tuple(
                    totals[name] if code == TOTAL else code for name, code in zip(problem.variables, key, strict=True)
                )
                for key in keys
            )
            yield from ((cell, codes) for codes in dict.fromkeys(named))


def _reasons(layout: Layout, pools: Sequence[Pooled]) -> Iterator[tuple[Any, ...]]:
    for group, codes, value, (pool, cell) in _figures(layout, pools):
        many = int((pool.problem.parts[cell] != 0).sum())
        yield *group, *codes, _number(float(pool.problem.values[cell])), value, str(pool.why[cell] or ""), many


def _shares(layout: Layout, pools: Sequence[Pooled]) -> Iterator[tuple[Any, ...]]:
    shares = {id(pool): own_shares(pool.problem, pool.publication) for pool in pools}
    for group, codes, value, (pool, cell) in _figures(layout, pools):
        for who, share in enumerate(shares[id(pool)][cell].tolist()):
            if share > 0:
                yield pool.problem.contributors[who], *group, *codes, value, round(share, 6)


def _number(value: float) -> float:
    return int(value) if value == int(value) else value
