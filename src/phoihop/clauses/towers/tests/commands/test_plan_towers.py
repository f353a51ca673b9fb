import json
import os
import subprocess
import sys

import pytest
import python_calamine

from phoihop.clauses.towers.commands.plan_towers import plan_towers_command
from phoihop.clauses.towers.tests.commands.conftest import plan_words
from phoihop.clauses.towers.tests.reading.files import MASTS, masts, needs


def test_a_plan_is_written_in_every_form(planned):
    names = {path.name for path in planned.iterdir()}

    assert names == {"plan.csv", "new-masts.csv", "plan.geojson", "plan.xlsx", "plan.pdf", "summary.json", "input"}
    assert {path.name for path in (planned / "input").iterdir()} == {
        "masts.csv", "needs.csv", "rules.toml", "zones.geojson",
    }  # fmt: skip
    assert (planned / "plan.pdf").read_bytes()[:5] == b"%PDF-"


def test_the_summary_tells_cost_bound_and_counts(planned):
    summary = json.loads((planned / "summary.json").read_text(encoding="utf-8"))
    counts = summary["counts"]

    assert summary["gap"] == 0
    assert summary["bound_vnd"] == summary["cost_vnd"] == summary["building_vnd"] + summary["rents_vnd"] > 0
    assert counts["rent"] + counts["join"] + counts["alone"] + counts["none"] == counts["needs"] == 60
    assert summary["nearest_first"]["unserved"] >= counts["none"]
    assert {"reading", "writing_and_checking", "total"} <= summary["seconds"].keys()
    assert summary["peak_mib"] > 10


def test_the_workbook_is_vietnamese_and_holds_every_need(planned):
    book = python_calamine.load_workbook(str(planned / "plan.xlsx"))

    assert book.sheet_names == ["Tóm tắt", "Từng nhu cầu", "Cột xây mới"]
    rows = book.get_sheet_by_name("Từng nhu cầu").to_python()
    assert rows[0][:2] == ["Mã nhu cầu", "Nhà mạng"]
    assert len(rows) == 61


def test_the_geojson_holds_needs_and_masts(planned):
    features = json.loads((planned / "plan.geojson").read_text(encoding="utf-8"))["features"]
    summary = json.loads((planned / "summary.json").read_text(encoding="utf-8"))

    kinds = [feature["properties"]["kind"] for feature in features]
    assert kinds.count("need") == 60
    assert kinds.count("new_mast") == summary["counts"]["new_masts"]


def test_the_same_input_gives_the_same_files(province, planned, tmp_path):
    assert plan_towers_command(plan_words(province, tmp_path / "again")) == 0

    for name in ("plan.csv", "new-masts.csv", "plan.geojson"):
        assert (tmp_path / "again" / name).read_bytes() == (planned / name).read_bytes()


def test_a_refused_input_leaves_the_old_plan(tmp_path, plan_copy, capsys):
    before = (plan_copy / "plan.csv").read_bytes()
    bad = masts(tmp_path, MASTS[0].replace(";42;", ";-42;"))

    code = plan_towers_command(["--masts", str(bad), "--needs", str(needs(tmp_path)), "--out", str(plan_copy)])

    assert code == 2
    assert "cot.csv: Line 2, “Chiều cao (m)”: -42 is under the least possible 1" in capsys.readouterr().err
    assert (plan_copy / "plan.csv").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_failure_while_writing_leaves_the_old_plan(tmp_path, plan_copy, monkeypatch, capsys):
    def fail(*args, **kwargs):
        raise OSError(28, "No space left on device", "plan.pdf")

    monkeypatch.setattr("phoihop.clauses.towers.writing.whole.write_page", fail)
    before = (plan_copy / "summary.json").read_bytes()

    code = plan_towers_command(
        ["--masts", str(masts(tmp_path)), "--needs", str(needs(tmp_path)), "--out", str(plan_copy)]
    )

    assert code == 2
    assert "No space left on device" in capsys.readouterr().err
    assert (plan_copy / "summary.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_new_plan_takes_the_place_of_an_old_one(tmp_path, plan_copy):
    words = ["--masts", str(masts(tmp_path)), "--needs", str(needs(tmp_path)), "--out", str(plan_copy), "--quiet"]

    assert plan_towers_command([*words, "--lang", "en"]) == 0
    summary = json.loads((plan_copy / "summary.json").read_text(encoding="utf-8"))
    assert summary["counts"]["needs"] == 3
    assert python_calamine.load_workbook(str(plan_copy / "plan.xlsx")).sheet_names[0] == "Summary"


def test_a_folder_of_other_files_is_not_touched(tmp_path, capsys):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years")

    code = plan_towers_command(
        ["--masts", str(masts(tmp_path)), "--needs", str(needs(tmp_path)), "--out", str(tmp_path / "mine")]
    )

    assert code == 2
    assert "holds other files" in capsys.readouterr().err
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years"


def test_formulas_of_others_do_not_reach_a_spreadsheet(tmp_path):
    rows = ('=1+1;=HYPERLINK("x");106,3331;20,9402;300;24',)

    code = plan_towers_command(
        [
            "--masts",
            str(masts(tmp_path)),
            "--needs",
            str(needs(tmp_path, *rows)),
            "--out",
            str(tmp_path / "o"),
            "--quiet",
        ]
    )

    assert code == 0
    line = (tmp_path / "o" / "plan.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert line.startswith("'=1+1,\"'=HYPERLINK(")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--workers", "0"], "argument --workers: 0 is not 1 or more"),
        (["--deadline", "-1"], "argument --deadline: -1 is not above zero"),
        (["--masts", "x"], "the following arguments are required"),
        (["--nonsense"], "the following arguments are required"),
    ],
)
def test_words_that_are_not_understood(words, said, capsys):
    assert plan_towers_command(words) == 2
    assert said in capsys.readouterr().err


def test_help_is_no_failure(capsys):
    assert plan_towers_command(["--help"]) == 0
    assert "--scheduler" in capsys.readouterr().out


def test_a_scheduler_that_does_not_answer_is_told(province, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("phoihop.clauses.towers.commands.workers.WAIT_S", 0.2)

    code = plan_towers_command([*plan_words(province, tmp_path / "o"), "--scheduler", "tcp://127.0.0.1:1"])

    assert code == 2
    assert "--scheduler" in (said := capsys.readouterr().err) or "No Dask scheduler answers" in said
    assert not (tmp_path / "o").exists()


def test_the_command_starts_without_django(province, tmp_path):
    code = (
        "import sys; from phoihop.config.cli import main; code = main(sys.argv[1:]);"
        "sys.exit(code or (3 if 'django' in sys.modules else 0))"
    )

    done = subprocess.run(  # noqa: S603 - this interpreter and words of this test
        [sys.executable, "-c", code, "plan-towers", *plan_words(province, tmp_path / "o"), "--workers", "2"],
        capture_output=True, text=True, check=False, env={**os.environ, "DJANGO_SETTINGS_MODULE": ""},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "The plan is proven to be the best." in done.stdout


@pytest.mark.parametrize("beside", [0, 10**9])
def test_a_plan_that_breaks_a_rule_is_not_written(province, tmp_path, monkeypatch, capsys, beside):
    monkeypatch.setattr("phoihop.clauses.towers.commands.checking.BESIDE_FROM", beside)
    monkeypatch.setattr("phoihop.clauses.towers.commands.checking._check", lambda case, plan: ["Mast M1 is not there."])

    assert plan_towers_command(plan_words(province, tmp_path / "o")) == 2
    assert "was not written: Mast M1 is not there." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_plan_is_checked_beside_its_writing(province, planned, tmp_path, monkeypatch):
    monkeypatch.setattr("phoihop.clauses.towers.commands.checking.BESIDE_FROM", 0)

    assert plan_towers_command(plan_words(province, tmp_path / "o")) == 0
    assert (tmp_path / "o" / "plan.csv").read_bytes() == (planned / "plan.csv").read_bytes()
