"""The names of the joint plan's events in the history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "towers.round.opened": _("Mở đợt lập quy hoạch chung"),
    "towers.round.extended": _("Gia hạn nộp nhu cầu"),
    "towers.round.priced": _("Đổi đơn giá của đợt"),
    "towers.round.cancelled": _("Hủy đợt lập quy hoạch chung"),
    "towers.round.ended": _("Kết thúc đợt lập quy hoạch chung"),
    "towers.round.taken_over": _("Chuyển phần của đơn vị cũ trong quy hoạch chung"),
    "towers.need.filed": _("Nộp nhu cầu"),
    "towers.need.imported": _("Nộp nhu cầu từ tệp"),
    "towers.need.changed": _("Sửa nhu cầu"),
    "towers.need.withdrawn": _("Rút nhu cầu"),
    "towers.need.revised": _("Đổi nhu cầu theo đề nghị điều chỉnh"),
    "towers.scenario.started": _("Bắt đầu tính phương án"),
    "towers.scenario.done": _("Phương án tính xong, qua kiểm tra"),
    "towers.scenario.rejected": _("Phương án không qua kiểm tra"),
    "towers.scenario.failed": _("Phương án không tính được"),
    "towers.scenario.cancelled": _("Dừng tính phương án"),
    "towers.scenario.published": _("Công bố phương án"),
    "towers.proposal.accept": _("Đồng ý đề xuất dùng chung"),
    "towers.proposal.decline": _("Không đồng ý đề xuất dùng chung"),
    "towers.proposal.counter": _("Đề nghị điều chỉnh đề xuất dùng chung"),
    "towers.proposal.agreed": _("Mọi bên đồng ý đề xuất dùng chung"),
    "towers.proposal.declined": _("Đề xuất dùng chung không đạt thỏa thuận"),
    "towers.proposal.called_off": _("Hủy đề xuất dùng chung đã đồng ý"),
    "towers.proposal.terms_changed": _("Sửa điều kiện đề xuất dùng chung"),
    "towers.proposal.counter_taken": _("Nhận đề nghị điều chỉnh"),
    "towers.proposal.activity_opened": _("Đưa đề xuất dùng chung vào kế hoạch năm"),
    "towers.proposal.agreement_drawn": _("Lập thỏa thuận dùng chung"),
    "towers.proposal.signed": _("Ký xong thỏa thuận dùng chung"),
    "towers.proposal.signing_stopped": _("Dừng ký thỏa thuận dùng chung"),
}
