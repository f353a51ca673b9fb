"""Codes of the core in words for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

REASONS: Mapping[str, Any] = {
    "zone": _("Cả vòng tìm kiếm nằm trong khu vực không dựng cột mới, và không có cột nào thuê được."),
    "spacing": _("Cả vòng tìm kiếm nằm trong khoảng cách tối thiểu của cột đã có, và không có cột nào thuê được."),
    "height": _("Không loại cột nào được phép ở đó đủ cao hoặc chịu đủ tải."),
    "crowded": _("Đáp ứng được khi đứng riêng, nhưng không cùng lúc với các nhu cầu khác."),
}

CHANGES: Mapping[str, Any] = {
    "no_spacing": _("Bỏ khoảng cách tối thiểu"),
    "owner_veto": _("Chủ cột cho thuê"),
    "operator_veto": _("Hai doanh nghiệp xây chung"),
    "declined": _("Bỏ các ghép nối đã bị từ chối"),
    "no_forbidden": _("Cho dựng trong khu vực cấm"),
    "no_aesthetic": _("Bỏ yêu cầu mỹ quan"),
    "wider_rings": _("Nới rộng vòng tìm kiếm"),
    "one_more": _("Thêm một doanh nghiệp trên cột"),
    "no_sharing": _("Không dùng chung"),
}

CHECKS: Mapping[str, Any] = {
    "ring": _("cột nằm ngoài vòng tìm kiếm"),
    "height": _("cột thấp hơn độ cao cần"),
    "slots": _("thiếu chỗ trên cột"),
    "wind": _("quá tải gió"),
    "tenancy": _("một doanh nghiệp có hai chỗ trên cột"),
    "operators": _("quá số doanh nghiệp trên cột"),
    "forbidden": _("cột trong khu vực cấm"),
    "aesthetic": _("cột không phù hợp khu vực mỹ quan"),
    "spacing_existing": _("quá gần cột đã có"),
    "spacing_new": _("hai cột mới quá gần nhau"),
    "agreement": _("sai thỏa thuận đã có"),
    "rent": _("sai tiền thuê"),
    "build": _("sai chi phí xây dựng"),
    "total": _("sai tổng chi phí"),
}


def price_words(price: Mapping[str, Any]) -> str:
    """What a variant changes, with its factor where it has one."""
    said = str(CHANGES.get(price["change"], price["change"]))
    facts = price.get("facts", {})
    if "factor" in facts:
        return f"{said} × {facts['factor']:g}".replace(".", ",")
    return said
