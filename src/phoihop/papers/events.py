"""What the events of papers are called in the history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "papers.paper.drawn": _("Tạo văn bản"),
    "papers.paper.redrawn": _("Tạo lại dự thảo"),
    "papers.paper.submitted": _("Trình ký"),
    "papers.paper.signed": _("Ghi nhận văn bản đã ký"),
    "papers.paper.issued": _("Cấp số, phát hành"),
    "papers.paper.voided": _("Không dùng văn bản"),
    "papers.paper.replacement_drawn": _("Tạo dự thảo thay thế"),
    "papers.paper.replaced": _("Văn bản được thay thế"),
    "papers.round.opened": _("Mở đợt ký"),
    "papers.round.withdrawn": _("Rút lại đợt ký"),
    "papers.round.completed": _("Các bên đã ký đủ"),
    "papers.slot.taken": _("Lấy tệp để ký"),
    "papers.slot.signed": _("Ký số"),
    "papers.slot.signed_on_paper": _("Ghi nhận ký trên giấy"),
    "papers.slot.declined": _("Từ chối ký"),
    "papers.signer.registered": _("Đăng ký người ký"),
    "papers.signer.ended": _("Người ký thôi ký"),
    "papers.issuer.trusted": _("Chấp nhận tổ chức chứng thực"),
    "papers.issuer.revocations_updated": _("Cập nhật danh sách thu hồi"),
    "papers.issuer.distrusted": _("Thôi chấp nhận tổ chức chứng thực"),
}
