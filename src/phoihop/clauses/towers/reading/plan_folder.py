"""A plan back from the files that it was written to, for the check."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from phoihop.base.sheets import Field, Problem, Saying, SheetRefused, Table, read_table
from phoihop.clauses.towers.reading.case import Case, read_case
from phoihop.clauses.towers.reading.options import InputRefused, ReadingOptions, limits_of
from phoihop.cores.towerplan.model import Choice, NewMasts, Plan, Reason
from phoihop.cores.towerplan.points import Points

FORMAT = "phoihop.towers.plan/1"
INPUT = "input"
CHOICES = {"rent": Choice.RENT, "join": Choice.JOIN, "alone": Choice.ALONE, "none": Choice.NONE}
PLAN_FIELDS = (
    Field("need", ("need",), required=True),
    Field("choice", ("choice",), "choice", required=True, choices={name: name for name in CHOICES}),
    Field("mast", ("mast",)),
    Field("rent_units", ("rent_units",), "whole", required=True, low=0),
    Field("reason", ("reason",), "choice", choices={reason.value: reason.value for reason in Reason if reason.value}),
)
NEW_FIELDS = (
    Field("mast", ("mast",), required=True),
    Field("longitude", ("longitude",), "number", required=True, low=-180, high=180),
    Field("latitude", ("latitude",), "number", required=True, low=-90, high=90),
    Field("class", ("class",), required=True),
    Field("height_m", ("height_m",), "number", required=True, low=0, high=1000),
    Field("needs", ("needs",), required=True, longest=100_000),
    Field("cost_units", ("cost_units",), "whole", required=True, low=0),
)
NO_PLAN = Saying(
    "Thư mục không có phương án do phoihop plan-towers ghi (thiếu hoặc hỏng summary.json).",
    "The folder holds no plan that phoihop plan-towers wrote (summary.json is missing or damaged).",
)


def read_plan_folder(folder: Path) -> tuple[Case, Plan, list[str]]:
    """The case, the plan, and what of the input is not as it was when the plan was made.

    :raises InputRefused: a file is missing or cannot be read
    """
    summary = _summary(folder)
    inputs = {name: folder / INPUT / Path(one["copy"]).name for name, one in summary["input"].items()}
    changed = [
        f"{INPUT}/{path.name} is not the file that the plan was made from."
        for name, path in inputs.items()
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() != summary["input"][name]["sha256"]
    ]
    options = ReadingOptions.of(summary["reading"])
    case = read_case(inputs["masts"], inputs["needs"], inputs.get("rules"), options, zones=inputs.get("zones"))
    new_table = _table(folder / "new-masts.csv", NEW_FIELDS) if summary["counts"]["new_masts"] else None
    plan_table = _table(folder / "plan.csv", PLAN_FIELDS)
    plan, unknown = _plan(case, summary, plan_table, new_table)
    return case, plan, changed + unknown


def _summary(folder: Path) -> dict[str, Any]:
    refusal = InputRefused(str(folder), [Problem(NO_PLAN)], 1)
    try:
        found = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        if found["format"] == FORMAT and {"input", "reading", "counts", "proof"} <= found.keys():
            return dict(found)
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise refusal from problem
    raise refusal


def _table(path: Path, fields: tuple[Field, ...]) -> Table:
    try:
        table = read_table(path, fields, limits=limits_of())
    except (SheetRefused, OSError) as problem:
        said = problem.problem if isinstance(problem, SheetRefused) else Problem(NO_PLAN)
        raise InputRefused(path.name, [said], 1) from problem
    if table.problems.errors:
        raise InputRefused(path.name, [one for one in table.problems if one.level == "error"], table.problems.errors)
    return table


def _plan(case: Case, summary: dict[str, Any], rows: Table, new: Table | None) -> tuple[Plan, list[str]]:
    needs = {name: at for at, name in enumerate(case.needs.ids.tolist())}
    built = _new_masts(new, needs)
    masts = {name: at for at, name in enumerate(case.masts.ids.tolist())}
    new_masts = {name: at for at, name in enumerate(new.texts("mast"))} if new is not None else {}
    count = len(case.needs)
    choice, target = np.full(count, int(Choice.NONE)), np.full(count, -1)
    rent = np.zeros(count, dtype=np.int64)
    reason = [Reason.CROWDED] * count
    unknown = []
    columns = (rows.texts("need"), rows.texts("choice"), rows.texts("mast"), rows.numbers("rent_units").tolist(),
               rows.texts("reason"))  # fmt: skip
    for need, what, mast, units, why in zip(*columns, strict=True):
        at = needs.pop(need, None)
        if at is None:
            unknown.append(f"plan.csv: there is no need {need}, or it stands there twice.")
            continue
        choice[at], rent[at], reason[at] = CHOICES[what], int(units), Reason(why or "")
        if choice[at] != Choice.NONE:
            target[at] = (masts if choice[at] == Choice.RENT else new_masts).get(mast, -1)
    unknown += [f"plan.csv: need {need} is missing." for need in needs]
    return _as_plan(summary, choice, target, rent, tuple(reason), built), unknown


def _new_masts(table: Table | None, needs: dict[str, int]) -> NewMasts:
    if table is None:
        nothing = np.empty(0, dtype=np.int64)
        return NewMasts(Points(np.empty((0, 2)), True), np.empty(0, dtype=np.str_), np.empty(0), (), nothing)
    members = tuple(
        tuple(sorted(needs.get(name, -1) for name in text.split("; "))) for text in table.texts("needs")
    )  # an unknown one is told by the check of the members
    return NewMasts(
        points=Points(np.column_stack([table.numbers("longitude"), table.numbers("latitude")]), geographic=True),
        class_code=np.array(table.texts("class"), dtype=np.str_),
        height_m=table.numbers("height_m"),
        members=members,
        cost_units=table.numbers("cost_units").astype(np.int64),
    )


def _as_plan(summary: dict[str, Any], choice: Any, target: Any, rent: Any, reason: Any, new: NewMasts) -> Plan:
    unit, proof, bound = summary["unit_vnd"], summary["proof"], summary["bound_vnd"]
    return Plan(
        choice=choice,
        target=target,
        rent_units=rent,
        reason=reason,
        new=new,
        cost_units=summary["cost_vnd"] // unit,
        bound_units=-1 if bound is None else bound // unit,
        unserved_bound=proof["unserved_bound"],
        unit_vnd=unit,
        components=proof["components"],
        largest=proof["largest"],
        open_components=proof["open_components"],
        seconds=summary["seconds"],
        peak_bytes=0,
        seed=summary["seed"],
    )
