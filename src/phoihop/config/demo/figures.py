"""Invented figures, minutes and remarks; plausible in size, and nobody's."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Aim:
    """What an activity of a clause should bring, and what the demo says it brought."""

    label: str
    unit: str
    planned: int
    low: float  # share of the plan that the demo reaches, from … to
    high: float
    by_party: bool = False


# By words of the clause's heading; the first that fits counts.
AIMS: dict[str, tuple[Aim, ...]] = {
    "văn bản": (
        Aim("Văn bản được phổ biến", "văn bản", 4, 0.75, 1.5),
        Aim("Lượt người được phổ biến", "lượt người", 120, 0.8, 1.3, by_party=True),
    ),
    "giao ban": (
        Aim("Vướng mắc được giải quyết", "vướng mắc", 8, 0.5, 1.1),
        Aim("Kiến nghị đã gửi", "kiến nghị", 3, 0.3, 1.6, by_party=True),
    ),
    "thể thao": (Aim("Người tham gia thi đấu", "người", 25, 0.8, 1.3, by_party=True),),
    "thể dục": (Aim("Người tham gia thi đấu", "người", 25, 0.8, 1.3, by_party=True),),
    "từ thiện": (
        Aim("Nhà tình nghĩa hỗ trợ xây", "nhà", 2, 0.5, 1.0),
        Aim("Kinh phí hỗ trợ", "triệu đồng", 40, 0.7, 1.4, by_party=True),
    ),
    "xã hội": (
        Aim("Nhà tình nghĩa hỗ trợ xây", "nhà", 2, 0.5, 1.0),
        Aim("Kinh phí hỗ trợ", "triệu đồng", 40, 0.7, 1.4, by_party=True),
    ),
    "hạ tầng": (Aim("Buổi làm việc về dùng chung hạ tầng", "buổi", 3, 0.5, 1.4),),
    "thông tin": (Aim("Thông báo đã trao đổi", "thông báo", 10, 0.6, 1.4),),
}
DEFAULT = (Aim("Nội dung đã phối hợp", "nội dung", 2, 0.5, 1.5),)
PLACES = (
    "Hội trường Sở Thông tin và Truyền thông, TP. Hải Dương",
    "Nhà thi đấu tỉnh Hải Dương",
    "Trung tâm huyện Thanh Miện",
    "Nhà văn hóa thành phố Chí Linh",
    "Hội trường VNPT Hải Dương",
    "Trung tâm huyện Ninh Giang",
    "Thị xã Kinh Môn",
)
MINUTES = """# Nội dung trao đổi
Các đơn vị báo cáo việc thực hiện nhiệm vụ; trao đổi về ngầm hóa cáp, dùng chung cột ăng ten, cấp phép.
- Đề nghị thông báo sớm kế hoạch đào đường của các huyện.
- Đề nghị thống nhất đầu mối xử lý khi người dân phản đối lắp đặt trạm.
# Kết luận
Sở tổng hợp kế hoạch công trình ngầm và gửi các đơn vị trước ngày 10 hằng tháng.
Các đơn vị cử đầu mối phối hợp tại từng huyện và gửi danh sách về Sở trong 10 ngày.
"""
REMARKS = """Các bên đã thực hiện phần lớn nội dung của kế hoạch; trao đổi thông tin kịp thời hơn năm trước.
Một số việc chậm do điều chỉnh thời gian tổ chức; cần chủ động lịch từ đầu năm.
Số liệu trong bản minh họa này là số liệu giả định."""
AGENDA = """Tuyên bố lý do, giới thiệu đại biểu
Báo cáo của các đơn vị
Trao đổi, tháo gỡ vướng mắc
Kết luận của chủ trì"""


def aims_for(heading: str) -> tuple[Aim, ...]:
    """The aims of a clause."""
    text = heading.lower()
    return next((aims for word, aims in AIMS.items() if word in text), DEFAULT)


def reached(aim: Aim, share: float) -> Decimal:
    """A figure between the aim's bounds; ``share`` from 0 to 1."""
    return Decimal(max(1, round(aim.planned * (aim.low + (aim.high - aim.low) * share))))
