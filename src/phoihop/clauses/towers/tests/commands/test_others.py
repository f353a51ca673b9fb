import json

import pytest

from phoihop.clauses.towers.commands.consolidate import consolidate_command
from phoihop.clauses.towers.commands.cover import cover_command
from phoihop.clauses.towers.commands.invent_towers import invent_towers_command
from phoihop.clauses.towers.commands.split_cost import split_cost_command

CELLS = (
    "Mã ô;Kinh độ;Vĩ độ;Dân số\nC1;106,30;20,90;1.000\nC2;106,31;20,90;2.500\nC3;106,40;20,95;800\nC4;106,60;20,95;5\n"
)
POINTS = "id,lon,lat,height\nP1,106.305,20.90,40\nP2,106.40,20.951,30\nP3,106.31,20.902,30\n"
TABLE = 'operators = ["A", "B"]\n[alone]\nA = 600\nB = 700\n"B + A" = 800\n'


@pytest.fixture
def cells(tmp_path):
    (tmp_path / "cells.csv").write_text(CELLS, encoding="utf-8")
    (tmp_path / "points.csv").write_text(POINTS, encoding="utf-8")
    return ["--cells", str(tmp_path / "cells.csv"), "--points", str(tmp_path / "points.csv"), "--quiet",
            "--out", str(tmp_path / "out")]  # fmt: skip


def lines(path):
    return path.read_text(encoding="utf-8-sig").splitlines()


def test_consolidation_names_who_moves_and_what_comes_down(province, tmp_path, capsys):
    out = tmp_path / "out"

    code = consolidate_command(
        ["--masts", str(province / "masts.csv"), "--move", "300", "--out", str(out), "--quiet", "--stage", "5"]
    )

    summary = json.loads((out / "summary.json").read_text())
    kept = [line for line in lines(out / "masts.csv")[1:] if ",yes," in line]
    assert code == 0
    assert summary["gap"] == 0
    assert summary["kept"] == len(kept) < 300
    assert len(lines(out / "moves.csv")) - 1 == summary["moves"] > 0
    assert f"{summary['kept']} of 300 masts stay" in capsys.readouterr().out


def test_one_site_goes_where_most_people_are(cells, tmp_path, capsys):
    assert cover_command([*cells, "--sites", "1", "--reach", "800"]) == 0

    assert lines(tmp_path / "out" / "sites.csv")[1].startswith("P1,106.305,20.9,3500")
    assert "1 sites newly serve 3,500 people (proven)" in capsys.readouterr().out


def test_the_fewest_sites_that_serve_all(cells, tmp_path, capsys):
    assert cover_command([*cells, "--all", "--mhz", "1800", "--loss", "125"]) == 0

    assert [line.split(",")[0] for line in lines(tmp_path / "out" / "sites.csv")[1:]] == ["P1", "P2"]
    assert "1 cells cannot be served" in capsys.readouterr().out


def test_what_is_served_already_counts_for_nothing(cells, tmp_path):
    (tmp_path / "old.csv").write_text(POINTS.splitlines()[0] + "\nM1,106.305,20.90,40\n")

    assert cover_command([*cells, "--sites", "1", "--reach", "800", "--existing", str(tmp_path / "old.csv")]) == 0
    assert lines(tmp_path / "out" / "sites.csv")[1].startswith("P2,106.4,20.951,800")


def test_reach_is_either_metres_or_a_frequency(cells, capsys):
    assert cover_command([*cells, "--sites", "1"]) == 2
    assert "Give either --reach METRES or --mhz FREQUENCY." in capsys.readouterr().err


def test_a_bad_cell_is_told(cells, tmp_path, capsys):
    (tmp_path / "cells.csv").write_text(CELLS.replace("2.500", "-1"), encoding="utf-8")

    assert cover_command([*cells, "--sites", "1", "--reach", "800"]) == 2
    assert "cells.csv: Line 3, “Dân số”: -1 is under the least possible 0" in capsys.readouterr().err


def test_costs_of_a_table_are_split_in_every_way(tmp_path, capsys):
    (tmp_path / "t.toml").write_text(TABLE)

    assert split_cost_command(["--table", str(tmp_path / "t.toml"), "--json"]) == 0
    splits = {split["method"]: split for split in json.loads(capsys.readouterr().out)}
    assert splits["shapley"]["shares_vnd"] == {"A": 350, "B": 450}
    assert splits["equal"]["stable"]


def test_costs_of_a_planned_mast_are_split(planned, capsys):
    rows = [line.split(",") for line in lines(planned / "new-masts.csv")[1:]]
    shared = next(row for row in rows if ";" in row[6])

    assert split_cost_command(["--plan", str(planned), "--mast", shared[0]]) == 0
    said = capsys.readouterr().out
    assert "shapley" in said
    assert f"{int(shared[8]) // 2:,}" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("operators = [1", "needs operators"),
        ('operators = ["A"]', "needs operators"),
        ('operators = ["A", "B"]\n[alone]\nA = 1\nB = 1', "what would A + B pay alone"),
        ('operators = ["A"]\n[alone]\nA = 1\nC = 1', "C is no group"),
        ('operators = ["A"]\n[alone]\nA = -1', "cannot be split"),
        ("operators = []\n[alone]", "Give 1 to 12 operators"),
    ],
)
def test_a_table_that_cannot_be_split_is_told(tmp_path, text, said, capsys):
    (tmp_path / "t.toml").write_text(text)

    assert split_cost_command(["--table", str(tmp_path / "t.toml")]) == 2
    assert said in capsys.readouterr().err


def test_one_source_of_costs_is_enough(planned, tmp_path, capsys):
    assert split_cost_command(["--plan", str(planned)]) == 2
    assert split_cost_command(["--plan", str(planned), "--mast", "NEW-x"]) == 2
    assert "The plan builds no mast NEW-x" in capsys.readouterr().err


def test_a_province_that_is_none_is_told(tmp_path, capsys):
    assert invent_towers_command(["--masts", "9", "--needs", "9", "--province", "Paris", "--out", str(tmp_path)]) == 2
    assert "There is no province Paris. Known: an giang," in capsys.readouterr().err
