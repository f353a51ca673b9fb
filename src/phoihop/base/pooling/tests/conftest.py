import pytest

RULES = """
contributor = "Doanh nghiệp"
value = "Giá trị"
by = ["Chỉ tiêu"]

[rules]
minimum = 3
p_percent = 20

[[breakdown]]
column = "Huyện"
total = "Toàn tỉnh"
"""
ROWS = [
    ("VNPT", "Thuê bao", "Cẩm Giàng", 500),
    ("Viettel", "Thuê bao", "Cẩm Giàng", 400),
    ("MobiFone", "Thuê bao", "Cẩm Giàng", 300),
    ("VNPT", "Thuê bao", "Chí Linh", 250),
    ("Viettel", "Thuê bao", "Chí Linh", 200),
    ("MobiFone", "Thuê bao", "Chí Linh", 150),
    ("VNPT", "Thuê bao", "Nam Sách", 77),
    ("Viettel", "Thuê bao", "Thanh Hà", 90),
    ("VNPT", "Thuê bao", "Thanh Hà", 80),
    ("MobiFone", "Thuê bao", "Thanh Hà", 70),
]
HEAD = ("Doanh nghiệp", "Chỉ tiêu", "Huyện", "Giá trị")


def table_of(path, rows, head=HEAD):
    """A CSV file."""
    path.write_text("\n".join(",".join(map(str, row)) for row in (head, *rows)) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def contributions(tmp_path):
    return table_of(tmp_path / "contributions.csv", ROWS)


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text(RULES, encoding="utf-8")
    return path
