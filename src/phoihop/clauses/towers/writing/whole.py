"""Everything that a plan is written to."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from phoihop.base.sheets import write_csv
from phoihop.base.sheets.problems import Language
from phoihop.clauses.towers.writing import beside
from phoihop.clauses.towers.writing.geojson_file import write_geojson
from phoihop.clauses.towers.writing.page import write_page
from phoihop.clauses.towers.writing.rows import NEW_HEAD, PLAN_HEAD, PlanRows
from phoihop.clauses.towers.writing.summary import Inputs, copy_name, write_summary
from phoihop.clauses.towers.writing.workbook import write_workbook

INPUT = "input"
Tell = Callable[[str, float], None]


def write_plan(
    folder: Path,
    rows: PlanRows,
    summary: dict[str, Any],
    inputs: Inputs,
    *,
    language: Language = "vi",
    large: bool = False,
    tell: Tell = lambda phase, done: None,
) -> None:
    """``plan.csv``, ``new-masts.csv``, ``plan.geojson``, ``plan.xlsx``, ``plan.pdf``, ``summary.json`` and, in
    ``input``, the files that the plan was made from, so that it can be checked later.

    :param large: a copy of this process writes workbook and GeoJSON meanwhile
    :raises FontsMissing: the fonts of papers were not set up
    """
    rows.prepare()
    written = beside.start(lambda: _write_long(folder, rows, summary, language), large=large)
    (folder / INPUT).mkdir()
    for what, path in inputs.named().items():
        shutil.copyfile(path, folder / INPUT / copy_name(what, path))
    steps: Mapping[str, Callable[[], None]] = {
        "plan.csv": lambda: write_csv(folder / "plan.csv", PLAN_HEAD, rows.needs_rows()),
        "new-masts.csv": lambda: write_csv(folder / "new-masts.csv", NEW_HEAD, rows.new_rows()),
        "plan.pdf": lambda: write_page(folder / "plan.pdf", rows, summary, language),
        "plan.geojson, plan.xlsx": written,
    }
    for number, (name, write) in enumerate(steps.items()):
        tell(name, number / len(steps))
        write()
    write_summary(folder / "summary.json", summary)
    tell("summary.json", 1.0)


def _write_long(folder: Path, rows: PlanRows, summary: dict[str, Any], language: Language) -> None:
    write_geojson(folder / "plan.geojson", rows)
    write_workbook(folder / "plan.xlsx", rows, summary, language)
