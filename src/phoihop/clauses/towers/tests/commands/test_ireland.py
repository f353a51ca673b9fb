"""Real positions of two operators, in a file of its own making: no heights, no rings, not in Vietnam."""

import csv
import json
import os
from pathlib import Path

import pytest

from phoihop.clauses.towers.commands.check_plan import check_plan_command
from phoihop.clauses.towers.commands.plan_towers import plan_towers_command

NAME = "ireland-base-stations.csv"
DEFAULTS = ["--anywhere", "--default-height", "40", "--default-antenna", "24", "--default-radius", "400", "--quiet"]


def shared_folder() -> Path:
    """``PHOIHOP_SHARED``, or the folder ``shared`` beside the repository."""
    given = os.environ.get("PHOIHOP_SHARED")
    return Path(given) if given else Path(__file__).resolve().parents[7] / "shared"


@pytest.fixture(scope="module")
def cells():
    path = next((found for found in (shared_folder() / "data" / NAME, shared_folder() / NAME) if found.is_file()), None)
    if path is None:
        pytest.skip(f"{NAME} is not in {shared_folder()}; set PHOIHOP_SHARED to its folder")
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def save(path, rows):
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_needs_of_one_operator_are_planned_on_the_masts_of_both(cells, tmp_path, capsys):
    places = {(row["bs_operator"], row["bs_lat"], row["bs_long"]): row for row in reversed(cells)}
    rows = list(places.values())
    masts = save(tmp_path / "masts.csv", [row for row in rows if row["bs_operator"] == "mno_1"])
    needs = save(tmp_path / "needs.csv", [row for row in rows if row["bs_operator"] == "mno_2"][::5])

    code = plan_towers_command(
        ["--masts", str(masts), "--needs", str(needs), "--out", str(tmp_path / "out"), *DEFAULTS]
    )

    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert code == 0, capsys.readouterr().err
    assert summary["operators"] == ["mno_1", "mno_2"]
    assert summary["gap"] == 0
    assert summary["counts"]["rent"] > 0
    assert check_plan_command([str(tmp_path / "out")]) == 0


def test_without_a_word_the_network_is_taken_for_a_mistake(cells, tmp_path, capsys):
    path = save(tmp_path / "cells.csv", cells[:50])

    code = plan_towers_command(
        ["--masts", str(path), "--needs", str(path), "--out", str(tmp_path / "out"), *DEFAULTS[1:]]
    )

    assert code == 2
    assert "lies outside Vietnam" in capsys.readouterr().err
