"""The names of the registry's events in the history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "towers.site.created": _("Thêm vị trí cột ăng ten"),
    "towers.site.edited": _("Sửa vị trí cột ăng ten"),
    "towers.site.merged": _("Gộp hai vị trí là một"),
    "towers.site.file_added": _("Thêm ảnh, tài liệu của vị trí"),
    "towers.site.file_removed": _("Gỡ ảnh, tài liệu của vị trí"),
    "towers.mast.created": _("Thêm cột ăng ten"),
    "towers.mast.edited": _("Sửa cột ăng ten"),
    "towers.mast.put_into_use": _("Đưa cột vào sử dụng"),
    "towers.mast.taken_down": _("Tháo dỡ cột"),
    "towers.mast.deleted": _("Xóa cột ghi nhầm"),
    "towers.mast.band_added": _("Thêm khoảng độ cao của cột"),
    "towers.mast.band_removed": _("Xóa khoảng độ cao của cột"),
    "towers.tenancy.begun": _("Doanh nghiệp bắt đầu dùng cột"),
    "towers.tenancy.edited": _("Sửa việc dùng cột"),
    "towers.tenancy.ended": _("Doanh nghiệp thôi dùng cột"),
    "towers.tenancy.change_proposed": _("Đề nghị sửa việc dùng cột theo thỏa thuận"),
    "towers.tenancy.change_agreed": _("Đồng ý sửa việc dùng cột theo thỏa thuận"),
    "towers.tenancy.change_declined": _("Không đồng ý sửa việc dùng cột theo thỏa thuận"),
    "towers.tenancy.change_withdrawn": _("Rút đề nghị sửa việc dùng cột"),
    "towers.station.recorded": _("Ghi trạm gốc"),
    "towers.station.removed": _("Xóa trạm gốc ghi nhầm"),
    "towers.class.saved": _("Sửa danh mục loại cột"),
    "towers.rule.saved": _("Sửa quy định khoảng cách"),
    "towers.rule.removed": _("Xóa quy định khoảng cách"),
    "towers.rule.samples_loaded": _("Nạp danh mục và quy định mẫu"),
    "towers.zone.saved": _("Sửa khu vực hạn chế"),
    "towers.zone.removed": _("Xóa khu vực hạn chế"),
    "towers.target.set": _("Đặt chỉ tiêu dùng chung"),
    "towers.unit.loaded": _("Nạp đơn vị hành chính"),
    "towers.registry.confirmed": _("Xác nhận sổ cột ăng ten"),
    "towers.registry.exported": _("Xuất sổ cột ăng ten"),
    "towers.import.previewed": _("Gửi bảng để nhập sổ cột"),
    "towers.import.committed": _("Nhập bảng vào sổ cột"),
    "towers.import.discarded": _("Bỏ bảng nhập sổ cột"),
}
