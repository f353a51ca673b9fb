import csv
import json

import pytest

from phoihop.base.pooling.protect_command import protect_command
from phoihop.base.pooling.tests.conftest import ROWS, table_of


def rows_of(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def test_a_lone_figure_is_hidden_with_the_cheapest_companion(contributions, rules, out):
    status = protect_command([str(contributions), "--rules", str(rules), "--out", str(out)])

    published = {row["Huyện"]: row["Giá trị"] for row in rows_of(out / "published.csv")}
    assert status == 0
    assert published == {"Cẩm Giàng": "1200", "Chí Linh": "600", "Nam Sách": "", "Thanh Hà": "", "Toàn tỉnh": "2117"}
    assert [it["passed"] for it in json.loads((out / "audit.json").read_text())] == [True]
    assert json.loads((out / "summary.json").read_text())["gap"] == 0


def test_what_readers_get_does_not_tell_why(contributions, rules, out):
    protect_command([str(contributions), "--rules", str(rules), "--out", str(out)])

    assert list(rows_of(out / "published.csv")[0]) == ["Chỉ tiêu", "Huyện", "Giá trị"]
    assert {row["Huyện"]: row["why"] for row in rows_of(out / "reasons.csv") if row["why"]} == {
        "Nam Sách": "few", "Thanh Hà": "around",
    }  # fmt: skip


def test_own_shares_are_of_shown_figures_alone(contributions, rules, out):
    protect_command([str(contributions), "--rules", str(rules), "--out", str(out)])

    shares = rows_of(out / "own-shares.csv")
    assert {row["Huyện"] for row in shares} == {"Cẩm Giàng", "Chí Linh", "Toàn tỉnh"}
    assert next(row["share"] for row in shares if row["Huyện"] == "Chí Linh").startswith("0.41666")


def test_what_was_published_before_is_not_given_away_now(contributions, rules, out, tmp_path):
    earlier = table_of(tmp_path / "earlier.csv", [("Thuê bao", "Thanh Hà", 240)], ("Chỉ tiêu", "Huyện", "Giá trị"))

    status = protect_command(
        [str(contributions), "--rules", str(rules), "--out", str(out), "--earlier", str(earlier)]
    )  # fmt: skip

    hidden = {row["Huyện"] for row in rows_of(out / "published.csv") if not row["Giá trị"]}
    assert status == 0
    assert hidden == {"Nam Sách", "Chí Linh"}


def test_rounding_too_fine_publishes_nothing(contributions, rules, out, capsys):
    status = protect_command([str(contributions), "--rules", str(rules), "--out", str(out), "--round", "5"])

    assert status == 1
    assert not (out / "published.csv").exists()
    assert "Choose a larger base" in capsys.readouterr().err


def test_rounding_coarsely_passes_and_adds_up(contributions, rules, out):
    status = protect_command([str(contributions), "--rules", str(rules), "--out", str(out), "--round", "100"])

    published = {row["Huyện"]: int(row["Giá trị"]) for row in rows_of(out / "published.csv")}
    assert status == 0
    assert sum(value for place, value in published.items() if place != "Toàn tỉnh") == published["Toàn tỉnh"]


def test_the_same_row_twice_is_refused(rules, out, tmp_path, capsys):
    twice = table_of(tmp_path / "twice.csv", [*ROWS, ROWS[0]])

    status = protect_command([str(twice), "--rules", str(rules), "--out", str(out)])

    assert status == 2
    assert "lines 2 and 12" in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_of_something_else_is_left_alone(contributions, rules, out):
    out.mkdir()
    (out / "letter.txt").write_text("dear all")

    assert protect_command([str(contributions), "--rules", str(rules), "--out", str(out)]) == 2
    assert [path.name for path in out.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("contributor = ", "not a TOML file"),
        ('ranks = true\ncontributor = "a"', "ranks is not known"),
        ('contributor = "a"\nvalue = "b"', "'breakdown' is missing"),
        ('contributor = "a"\nvalue = "b"\nbreakdown = []\nrules = {p_percent = 0}', "rules.p_over_prior"),
    ],
)
def test_rules_that_mean_nothing_are_refused(contributions, rules, out, capsys, wrong, words):
    rules.write_text(wrong, encoding="utf-8")

    assert protect_command([str(contributions), "--rules", str(rules), "--out", str(out)]) == 2
    assert words in capsys.readouterr().err
