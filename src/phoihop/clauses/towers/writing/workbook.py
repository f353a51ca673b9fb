"""A plan as a workbook for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from phoihop.base.sheets import Sheet, write_xlsx
from phoihop.base.sheets.problems import Language
from phoihop.clauses.towers.writing.facts import fact_rows
from phoihop.clauses.towers.writing.rows import NEW_HEAD, PLAN_HEAD, PlanRows
from phoihop.clauses.towers.writing.words import CHOICE_WORDS, HEADS, REASON_WORDS, SHEETS

MOST_XLSX_ROWS = 1_048_575
WIDTHS = {"needs": 40, "operators": 40, "choice": 32, "reason": 50, "rent_vnd": 18, "cost_vnd": 18}


def write_workbook(path: Path, rows: PlanRows, summary: Mapping[str, Any], language: Language) -> None:
    """Summary, needs and masts to build; what is longer than a sheet stays in the CSV files."""
    sheets = [
        Sheet(
            SHEETS["summary"].text(language, {}),
            ("", ""),
            list(fact_rows(summary, language)),
            (60, 26),
        )
    ]
    if len(rows.needs) <= MOST_XLSX_ROWS:
        sheets.append(_sheet("needs", PLAN_HEAD, _need_rows(rows, language), rows, language))
    if len(rows.plan.new) <= MOST_XLSX_ROWS:
        sheets.append(_sheet("new", NEW_HEAD, rows.new_rows(), rows, language))
    write_xlsx(path, sheets)


def _sheet(name: str, head: tuple[str, ...], lines: Any, rows: PlanRows, language: Language) -> Sheet:
    return Sheet(
        SHEETS[name].text(language, {}),
        [HEADS[column].text(language, {}) for column in head],
        lines,
        [WIDTHS.get(column, 16) for column in head],
    )


def _need_rows(rows: PlanRows, language: Language) -> Iterator[tuple[Any, ...]]:
    choice_at, reason_at = PLAN_HEAD.index("choice"), PLAN_HEAD.index("reason")
    choices = {code: saying.text(language, {}) for code, saying in CHOICE_WORDS.items()}
    reasons = {code: saying.text(language, {}) for code, saying in REASON_WORDS.items()}
    for row in rows.needs_rows():
        cells = list(row)
        cells[choice_at], cells[reason_at] = choices[row[choice_at]], reasons[row[reason_at]]
        yield tuple(cells)
