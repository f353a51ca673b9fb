import json

import pytest

from phoihop.clauses.towers.commands.check_plan import check_plan_command
from phoihop.clauses.towers.commands.plan_towers import plan_towers_command
from phoihop.clauses.towers.tests.reading.files import masts, needs


def change(path, old, new):
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8-sig")


def test_a_sound_plan_passes(planned, capsys):
    assert check_plan_command([str(planned)]) == 0
    assert "60 needs and" in (said := capsys.readouterr().out)
    assert "every rule is kept" in said


def test_a_changed_input_is_told(plan_copy, capsys):
    path = plan_copy / "input" / "masts.csv"
    path.write_bytes(path.read_bytes() + b"\n")

    assert check_plan_command([str(plan_copy)]) == 1
    assert "input/masts.csv is not the file that the plan was made from." in capsys.readouterr().out


def test_a_need_that_was_dropped_is_told(plan_copy, capsys):
    path = plan_copy / "plan.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8-sig")

    assert check_plan_command([str(plan_copy)]) == 1
    assert f"need {lines[-1].split(',')[0]} is missing" in capsys.readouterr().out


def test_a_cost_that_was_made_smaller_is_told(plan_copy, capsys):
    summary = json.loads((plan_copy / "summary.json").read_text(encoding="utf-8"))
    summary["cost_vnd"] -= summary["unit_vnd"]
    (plan_copy / "summary.json").write_text(json.dumps(summary), encoding="utf-8")

    assert check_plan_command([str(plan_copy)]) == 1
    assert "its parts add up to" in capsys.readouterr().out


def test_a_mast_that_was_moved_is_told(plan_copy, capsys):
    path = plan_copy / "new-masts.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    cells = lines[1].split(",")
    cells[1] = str(float(cells[1]) + 0.05)
    path.write_text("\n".join([lines[0], ",".join(cells), *lines[2:], ""]), encoding="utf-8-sig")

    assert check_plan_command([str(plan_copy)]) == 1
    assert "m from the centre of its ring" in capsys.readouterr().out


def test_a_choice_that_nobody_knows_is_refused(plan_copy, capsys):
    change(plan_copy / "plan.csv", ",alone,", ",lone,")

    assert check_plan_command([str(plan_copy)]) == 2
    assert "plan.csv: Line" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format": "phoihop.towers.plan/1"}'])
def test_a_folder_without_a_plan_is_refused(tmp_path, text, capsys):
    if text:
        (tmp_path / "summary.json").write_text(text)

    assert check_plan_command([str(tmp_path)]) == 2
    assert "The folder holds no plan" in capsys.readouterr().err


def test_inputs_of_the_same_name_are_kept_apart(tmp_path, capsys):
    for name, write in (("a", masts), ("b", needs)):
        (tmp_path / name).mkdir()
        write(tmp_path / name).rename(tmp_path / name / "data.csv")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "r.toml").write_text('zones = "../z.geojson"')
    (tmp_path / "z.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    words = ["--masts", str(tmp_path / "a" / "data.csv"), "--needs", str(tmp_path / "b" / "data.csv"), "--quiet",
             "--rules", str(tmp_path / "rules" / "r.toml")]  # fmt: skip

    assert plan_towers_command([*words, "--out", str(tmp_path / "plan")]) == 0
    assert check_plan_command([str(tmp_path / "plan")]) == 0


def test_a_need_is_explained(planned, capsys):
    name = (planned / "plan.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(",")[0]

    assert check_plan_command([str(planned), "--explain", name]) == 0
    said = capsys.readouterr().out
    assert f"Need {name}, with the others as planned:" in said
    assert "A new mast of class" in said


def test_a_need_that_is_not_there_is_not_explained(planned, capsys):
    assert check_plan_command([str(planned), "--explain", "nowhere"]) == 2
    assert "There is no need nowhere." in capsys.readouterr().err
