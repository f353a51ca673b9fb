"""``phoihop protect``: what of a pooled table may be shown to rivals."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phoihop.base.pooling.audit_command import sentence
from phoihop.base.pooling.refusals import DONE, EPILOG, SHOWN, WRONG, run, say, warn

if TYPE_CHECKING:
    from phoihop.base.pooling.pool import Pooled
    from phoihop.base.pooling.rules_file import Layout

DESCRIPTION = (
    "Reads what contributors reported (a row a contributor and combination of codes), hides the figures from which a "
    "rival could derive another's, and as few others as possible around them, audits the result, and writes it: "
    "published.csv for readers; reasons.csv, own-shares.csv, audit.json and summary.json for the keeper alone."
)


def protect_command(argv: Sequence[str]) -> int:
    """Protect pooled tables; see ``--help``."""
    found = argparse.ArgumentParser(prog="phoihop protect", description=DESCRIPTION, epilog=EPILOG)
    found.add_argument("table", type=Path, metavar="TABLE", help="contributions: CSV, XLSX, ODS")
    found.add_argument("--rules", type=Path, required=True, metavar="TOML", help="columns, breakdowns, rules")
    found.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the result; whole or not")
    found.add_argument("--earlier", type=Path, action="append", default=[], metavar="FILE", help="published before")
    found.add_argument("--round", type=float, metavar="BASE", help="round all figures to a base instead of hiding some")
    found.add_argument("--seconds", type=float, default=60.0, metavar="S", help="most for one table (default: 60)")
    return run(found, argv, _work)


def _work(options: argparse.Namespace) -> int:
    from phoihop.base.folders import check_folder, whole_folder  # noqa: PLC0415 - after the words are understood
    from phoihop.base.pooling.pool import hide, round_off  # noqa: PLC0415
    from phoihop.base.pooling.reading import earlier_of, read_contributions, read_figures  # noqa: PLC0415
    from phoihop.base.pooling.rules_file import read_layout  # noqa: PLC0415

    began = time.perf_counter()
    check_folder(options.out)
    layout = read_layout(options.rules)
    groups = read_contributions(options.table, layout)
    known = [read_figures(path, layout) for path in options.earlier]
    pools = []
    for group, rows in groups.items():
        earlier = earlier_of([it for figures in known for it in figures.get(group, ())])
        if options.round is None:
            pools.append(hide(group, rows, layout, earlier, options.seconds))
        else:
            pools.append(round_off(group, rows, layout, options.round, earlier, options.seconds))
    failed = [pool for pool in pools if not pool.report.passed]
    facts = _facts(pools, failed, time.perf_counter() - began, options)
    with whole_folder(options.out) as folder:
        _write(folder, layout, pools, facts, published=not failed)
    return _tell(options, pools, failed, facts)


def _write(folder: Path, layout: Layout, pools: list[Pooled], facts: dict[str, Any], *, published: bool) -> None:
    from phoihop.base.pooling import writing  # noqa: PLC0415

    if published:
        writing.write_published(folder / "published.csv", layout, pools)
        writing.write_shares(folder / "own-shares.csv", layout, pools)
    writing.write_reasons(folder / "reasons.csv", layout, pools)
    writing.write_audits(folder / "audit.json", pools)
    writing.write_summary(folder / "summary.json", facts)


def _facts(pools: list[Pooled], failed: list[Pooled], seconds: float, options: argparse.Namespace) -> dict[str, Any]:
    lost, bound = sum(it.lost for it in pools), sum(it.bound for it in pools)
    return {
        "tables": len(pools),
        "figures": sum(int(it.problem.shown.sum()) for it in pools),
        "hidden": sum(int((it.problem.shown & it.publication.hidden).sum()) for it in pools),
        "rounded_to": options.round,
        "lost": round(lost, 6),
        "least_possible": round(bound, 6),
        "of": round(sum(it.whole for it in pools), 6),
        "gap": round((lost - bound) / lost, 6) if lost > 0 else 0.0,
        "failed_audits": len(failed),
        "seconds": round(seconds, 3),
    }


def _tell(options: argparse.Namespace, pools: list[Pooled], failed: list[Pooled], facts: dict[str, Any]) -> int:
    say(f"{facts['tables']} tables, {facts['figures']} figures, {facts['hidden']} hidden; gap {facts['gap']:.2%}.")
    if not failed:
        say(f"Every audit passed. Written to {options.out} in {facts['seconds']:.1f} s.")
        return DONE
    for pool in failed[:SHOWN]:
        first = sentence(pool.report.findings[0].interval)
        warn(f"{', '.join(pool.group) or 'the table'}: {len(pool.report.findings)} findings, first: {first}.")
    advice = "Choose a larger base, or hide figures." if options.round else "Earlier publications give it away."
    warn(f"{len(failed)} audits failed, so nothing was published; audit.json tells more. {advice}")
    return WRONG
