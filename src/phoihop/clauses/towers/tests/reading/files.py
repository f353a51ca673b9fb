"""Small files of masts and needs, to be spoilt by tests."""

from pathlib import Path

MAST_HEAD = "Mã cột;Kinh độ;Vĩ độ;Chủ sở hữu;Các nhà mạng trên cột;Chiều cao (m);Độ cao còn trống;Giá thuê"
MASTS = (
    "M1;106,333;20,94;VNPT;VNPT;42;27 30 33;48.000.000",
    "M2;106,34;20,945;Viettel;Viettel, VNPT;36;0;",
    "M3;106,35;20,95;Viettel;;30;;36.000.000",
)
NEED_HEAD = "Mã nhu cầu;Nhà mạng;Kinh độ;Vĩ độ;Bán kính (m);Độ cao ăng ten (m)"
NEEDS = ("N1;Viettel;106,3331;20,9402;300;24", "N2;VNPT;106,37;20,96;250;24", "N3;MobiFone;106,371;20,961;250;27")


def write(folder: Path, name: str, head: str, lines: tuple[str, ...]) -> Path:
    """A table as a Vietnamese spreadsheet saves it."""
    path = folder / name
    path.write_text("\n".join([head, *lines, ""]), encoding="utf-8-sig")
    return path


def masts(folder: Path, *lines: str, head: str = MAST_HEAD) -> Path:
    """A table of masts; the usual three where no lines are given."""
    return write(folder, "cot.csv", head, lines or MASTS)


def needs(folder: Path, *lines: str, head: str = NEED_HEAD) -> Path:
    """A table of needs; the usual three where no lines are given."""
    return write(folder, "nhu_cau.csv", head, lines or NEEDS)
