import json

from phoihop.base.pooling.audit_command import audit_command
from phoihop.base.pooling.tests.conftest import table_of

HEAD = ("Chỉ tiêu", "Huyện", "Giá trị")
SAFE = [
    ("Thuê bao", "Cẩm Giàng", 1200),
    ("Thuê bao", "Chí Linh", 600),
    ("Thuê bao", "Nam Sách", ""),
    ("Thuê bao", "Thanh Hà", "x"),
    ("Thuê bao", "Toàn tỉnh", 2117),
]


def audited(contributions, rules, published, *more):
    return audit_command([str(contributions), "--published", str(published), "--rules", str(rules), *more])


def test_a_safe_table_passes(contributions, rules, tmp_path, capsys):
    published = table_of(tmp_path / "published.csv", SAFE, HEAD)

    assert audited(contributions, rules, published) == 0
    assert "passed" in capsys.readouterr().out


def test_a_figure_that_subtraction_gives_is_found(contributions, rules, tmp_path, capsys):
    published = table_of(tmp_path / "published.csv", [*SAFE[:3], ("Thuê bao", "Thanh Hà", 240), SAFE[4]], HEAD)

    status = audited(contributions, rules, published, "--json", str(tmp_path / "audit.json"))

    assert status == 1
    assert "Viettel places VNPT in Nam Sách between 77 and 77" in capsys.readouterr().out
    assert json.loads((tmp_path / "audit.json").read_text())[0]["passed"] is False


def test_what_was_published_before_counts(contributions, rules, tmp_path):
    published = table_of(tmp_path / "published.csv", SAFE, HEAD)
    earlier = table_of(tmp_path / "earlier.csv", [("Thuê bao", "Thanh Hà", 240)], HEAD)

    assert audited(contributions, rules, published, "--earlier", str(earlier)) == 1


def test_a_figure_that_is_no_sum_is_refused(contributions, rules, tmp_path, capsys):
    published = table_of(tmp_path / "published.csv", [("Thuê bao", "Chí Linh", 601)], HEAD)

    assert audited(contributions, rules, published) == 2
    assert "line 2 is not the sum" in capsys.readouterr().err


def test_rounded_figures_are_audited_as_such(contributions, rules, tmp_path):
    rounded = [(*row[:2], round(value / 100) * 100) for row in SAFE if (value := row[2]) not in ("", "x")]
    published = table_of(tmp_path / "published.csv", rounded, HEAD)

    assert audited(contributions, rules, published, "--within", "100") == 0
