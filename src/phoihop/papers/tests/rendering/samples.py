"""Papers to draw in tests, each complete, each easy to vary."""

from __future__ import annotations

from datetime import date
from typing import Any

from phoihop.papers.rendering import Labelled, Numbered, Paper, Paragraph, Signature

DAY = date(2010, 4, 8)
DIRECTOR = Signature("Giám đốc", "Trần Văn Minh")
DEPUTY = Signature("Phó Giám đốc", "Nguyễn Thị Thu Hà", prefix="KT", on_behalf_of="Giám đốc")
LONG = (
    "Sở Thông tin và Truyền thông và các doanh nghiệp bưu chính, viễn thông thống nhất phối hợp tuyên truyền, phổ biến "
    "các văn bản quy phạm pháp luật về lĩnh vực thông tin và truyền thông trên địa bàn tỉnh."
)
HEAD: dict[str, Any] = {
    "superior_body": "UBND tỉnh Hải Dương",
    "issuing_body": "Sở Thông tin và Truyền thông",
    "place": "Hải Dương",
    "date": DAY,
}


def report(**changes: Any) -> Paper:
    """A report of the department."""
    values = {
        "type": "BC",
        "symbol": "BC-STTTT",
        "number": 5,
        "abstract": "Tổng kết chương trình phối hợp công tác năm 2010",
        "bases": ("Căn cứ Biên bản ghi nhớ ngày 08/4/2010;", "Căn cứ Kế hoạch năm 2010"),
        "body": (Paragraph(LONG), Paragraph(LONG)),
        "signatures": (DIRECTOR,),
        "recipients": ("UBND tỉnh (để báo cáo)", "Các doanh nghiệp"),
    }
    return Paper(**{**HEAD, **values, **changes})


def letter(**changes: Any) -> Paper:
    """An official letter to several enterprises."""
    return report(
        **{
            "type": "CV",
            "number": 893,
            "symbol": "STTTT-CNTT",
            "abstract": "báo cáo 6 tháng đầu năm 2010",
            "bases": (),
            "to": ("Viễn thông Hải Dương", "Bưu điện tỉnh Hải Dương"),
            **changes,
        }
    )


def invitation(guest: str = "Viễn thông Hải Dương", **changes: Any) -> Paper:
    """Form 1.7."""
    body = (
        Paragraph(f"Sở Thông tin và Truyền thông trân trọng kính mời: {guest}"),
        Labelled("Tới dự", "Hội nghị giao ban 6 tháng đầu năm 2010"),
        Labelled("Chủ trì", "Giám đốc Sở"),
        Labelled("Thời gian", "8 giờ 00, ngày 15/4/2010"),
        Labelled("Địa điểm", "Hội trường Sở Thông tin và Truyền thông."),
    )
    values = {"type": "GM", "symbol": "GM-STTTT", "abstract": "Dự giao ban", "bases": (), "body": body}
    return report(**{**values, "signatures": (DEPUTY,), **changes})


def minutes(**changes: Any) -> Paper:
    """Form 1.9."""
    signatures = (Signature("Thư ký", "Phạm Thị Lan"), Signature("Chủ trì", "Trần Văn Minh"))
    values = {"type": "BB", "symbol": "BB-STTTT", "number": 3, "abstract": "Họp giao ban", "bases": ()}
    return report(**{**values, "signatures": signatures, **changes})


def decision(**changes: Any) -> Paper:
    """A decision of commendation."""
    articles = ("Tặng Giấy khen cho Viễn thông Hải Dương.", "Quyết định này có hiệu lực kể từ ngày ký.")
    return report(
        **{
            "type": "QĐ",
            "symbol": "QĐ-STTTT",
            "abstract": "Về việc tặng Giấy khen",
            "authority": "Giám đốc Sở Thông tin và Truyền thông",
            "enacting": "Quyết định:",
            "body": tuple(Numbered(article, level="article") for article in articles),
            **changes,
        }
    )


def memorandum(parties: int, **changes: Any) -> Paper:
    """A memorandum that as many parties sign and none issues."""
    signatures = tuple(
        Signature("Giám đốc", f"Người ký số {n:02d}", party=f"Doanh nghiệp bưu chính, viễn thông số {n:02d}")
        for n in range(1, parties + 1)
    )
    values = {"type": "BGN", "symbol": "BGN", "superior_body": "", "issuing_body": "", "recipients": ()}
    return report(**{**values, "abstract": "Chương trình phối hợp", "signatures": signatures, **changes})
