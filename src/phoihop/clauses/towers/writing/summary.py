"""What a plan comes to, for people and for the check."""

from __future__ import annotations

import hashlib
import json
import resource
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from phoihop.clauses.towers.reading import Case, ReadingOptions
from phoihop.clauses.towers.writing.rows import PlanRows
from phoihop.cores.towerplan.model import Plan

FORMAT = "phoihop.towers.plan/1"
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files that a plan was made from."""

    masts: Path
    needs: Path
    rules: Path | None
    zones: Path | None = None

    def named(self) -> dict[str, Path]:
        """Those that are there, by what they are."""
        files = {"masts": self.masts, "needs": self.needs, "rules": self.rules, "zones": self.zones}
        return {name: path for name, path in files.items() if path is not None}


def summary_of(
    case: Case,
    plan: Plan,
    inputs: Inputs,
    options: ReadingOptions,
    *,
    seconds: Mapping[str, float],
    compared: Plan | None = None,
) -> dict[str, Any]:
    """The summary as plain values.

    :param seconds: of the phases around the plan, such as reading
    :param compared: the plan that people know, nearest mast first
    """
    rows = PlanRows(case.masts, case.needs, case.rules, plan)
    found = {
        "format": FORMAT,
        "phoihop": version("phoihop"),
        "input": {name: _file(name, path) for name, path in inputs.named().items()},
        "reading": options.as_dict(),
        "operators": list(case.rules.operators),
        "counts": {"masts": len(case.masts), "needs": len(case.needs), **asdict(rows.counts)},
        **cost_facts(plan),
        "proof": {
            "unserved": plan.unserved,
            "unserved_bound": plan.unserved_bound,
            "components": plan.components,
            "largest": plan.largest,
            "open_components": plan.open_components,
        },
        "seed": plan.seed,
        "seconds": {name: round(value, 4) for name, value in {**seconds, **plan.seconds}.items()},
        "peak_mib": round(max(plan.peak_bytes, _peak_bytes()) / (1 << 20), 1),
        "notes": [f"{note.file}: {note.problem.sentence('en')}" for note in case.notes],
    }
    if compared is not None:
        found["nearest_first"] = {"cost_vnd": compared.cost_vnd, "unserved": compared.unserved}
    return found


def cost_facts(plan: Plan) -> dict[str, Any]:
    """Money, bound and gap."""
    building = int(plan.new.cost_units.sum()) * plan.unit_vnd
    return {
        "unit_vnd": plan.unit_vnd,
        "cost_vnd": plan.cost_vnd,
        "building_vnd": building,
        "rents_vnd": int(plan.rent_units.sum()) * plan.unit_vnd,
        "bound_vnd": plan.bound_vnd if plan.bound_units >= 0 else None,
        "gap": plan.gap,
    }


def write_summary(path: Path, summary: Mapping[str, Any]) -> None:
    """As JSON."""
    path.write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def sha256_of(path: Path) -> str:
    """The checksum of a file."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            found.update(block)
    return found.hexdigest()


def copy_name(what: str, path: Path) -> str:
    """What the copy of an input file is called: two of them may have the same name."""
    return f"{what}{path.suffix}"


def _file(what: str, path: Path) -> dict[str, str]:
    return {"name": path.name, "copy": copy_name(what, path), "sha256": sha256_of(path)}


def _peak_bytes() -> int:
    """The most memory of this process and of its largest child, in bytes (Linux counts in KiB)."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) << 10
