"""``phoihop audit-table``: what rivals can derive from a table that somebody made."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from phoihop.base.pooling.refusals import DONE, EPILOG, SHOWN, WRONG, Refusal, run, say

if TYPE_CHECKING:
    from phoihop.cores.disclosure import Audit, Interval

DESCRIPTION = (
    "Reads what contributors reported and a table that is to be published (hidden figures empty, or x), and lets every "
    "outsider, contributor and pair of contributors that the rules name try to derive another's figures."
)


def audit_command(argv: Sequence[str]) -> int:
    """Audit a table; see ``--help``."""
    found = argparse.ArgumentParser(prog="phoihop audit-table", description=DESCRIPTION, epilog=EPILOG)
    found.add_argument("table", type=Path, metavar="TABLE", help="contributions: CSV, XLSX, ODS")
    found.add_argument("--published", type=Path, required=True, metavar="FILE", help="the table to audit")
    found.add_argument("--rules", type=Path, required=True, metavar="TOML", help="columns, breakdowns, rules")
    found.add_argument("--earlier", type=Path, action="append", default=[], metavar="FILE", help="published before")
    found.add_argument("--within", type=float, default=0.0, metavar="BASE", help="figures are rounded to this base")
    found.add_argument("--json", type=Path, metavar="FILE", help="write the audit here, to be kept")
    return run(found, argv, _work)


def _work(options: argparse.Namespace) -> int:
    from phoihop.base.pooling.reading import (  # noqa: PLC0415 - after the words are understood
        earlier_of,
        publication_of,
        read_contributions,
        read_figures,
    )
    from phoihop.base.pooling.rules_file import read_layout  # noqa: PLC0415
    from phoihop.cores.disclosure import audit, build  # noqa: PLC0415

    layout = read_layout(options.rules)
    groups = read_contributions(options.table, layout)
    published = read_figures(options.published, layout)
    if strange := sorted(set(published) - set(groups)):
        raise Refusal(f"{options.published.name}: nobody reported for {', '.join(strange[0])}.")
    known = [read_figures(path, layout) for path in options.earlier]
    found: dict[tuple[str, ...], Audit] = {}
    for group, rows in groups.items():
        earlier = earlier_of([it for figures in known for it in figures.get(group, ())])
        problem = build(rows, layout.breakdowns, layout.tables, earlier)
        told = publication_of(options.published, problem, layout, published.get(group, []), options.within)
        found[group] = audit(problem, told, layout.rules)
    if options.json:
        kept = [{"table": list(group), **report.as_dict()} for group, report in found.items()]
        options.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return _tell(found)


def _tell(found: dict[tuple[str, ...], Audit]) -> int:
    lines = [
        f"{', '.join(group)}: {sentence(it.interval)}" if group else sentence(it.interval)
        for group, report in found.items()
        for it in report.findings
    ]
    for line in lines[:SHOWN]:
        say(line)
    if len(lines) > SHOWN:
        say(f"… and {len(lines) - SHOWN} more.")
    pairs = sum(report.considered for report in found.values())
    say(f"{len(found)} tables, {pairs} pairs of attacker and target: {'FAILED' if lines else 'passed'}.")
    return WRONG if lines else DONE


def sentence(found: Interval) -> str:
    """What an attacker knows, in words."""
    who = " and ".join(found.attackers) or "an outsider"
    target = found.contributor or "the others"
    return f"{who} places {target} in {', '.join(found.cell)} between {found.low:g} and {found.high:g}"
