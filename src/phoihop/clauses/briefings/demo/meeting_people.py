"""Invented people whom the parties of the demo send."""

from __future__ import annotations

PEOPLE: dict[str, tuple[tuple[str, str], ...]] = {
    "STTTT": (("Trần Minh Đức", "Giám đốc"), ("Lê Thu Hà", "Chuyên viên"), ("Phạm Thị Ngân", "Văn thư")),
    "VNPT": (("Nguyễn Hữu Thắng", "Giám đốc"), ("Đỗ Thị Lan", "Phó phòng Tổng hợp"), ("Vương Đình Khải", "Kỹ thuật")),
    "VTL": (("Hoàng Văn Sơn", "Giám đốc"), ("Bùi Quốc Anh", "Phó phòng Tổng hợp"), ("Tống Minh Châu", "Hạ tầng")),
    "MBF": (("Phan Thanh Tùng", "Giám đốc"), ("Ngô Mai Phương", "Phó phòng Tổng hợp")),
    "FPT": (("Đặng Việt Cường", "Giám đốc"), ("Lý Hải Yến", "Phó phòng Tổng hợp")),
    "BD": (("Trịnh Xuân Hòa", "Giám đốc"), ("Mai Thị Thúy", "Phó phòng Tổng hợp"), ("Lâm Quý Đôn", "Vận chuyển")),
    "VTP": (("Cao Đình Nam", "Giám đốc"), ("Tạ Bích Ngọc", "Phó phòng Tổng hợp")),
    "BHD": (("Lương Gia Bảo", "Phóng viên"),),
}


def people_of(code: str) -> tuple[tuple[str, str], ...]:
    """Name and position of those whom a party sends, the first ones first."""
    return PEOPLE.get(code, (("Người đại diện", "Phó phòng"),))
