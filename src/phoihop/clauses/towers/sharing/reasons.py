"""The usual reasons for refusals and pauses; a regulator adds its own, renames or hides them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base.errors import Refused
from phoihop.clauses.towers.models import ReasonUse, SharingReason, SharingRequest

OTHER = "khac"
USUAL: dict[str, dict[str, Any]] = {
    ReasonUse.REFUSAL.value: {
        "het-cho": _("Cột không còn chỗ ở độ cao được yêu cầu"),
        "chiu-luc": _("Cột không còn khả năng chịu lực, cản gió"),
        "can-nhieu": _("Không bảo đảm kỹ thuật, gây can nhiễu"),
        "phoi-nhiem": _("Tổng mức phơi nhiễm trường điện từ vượt giới hạn"),
        "chu-dat": _("Chủ đất, chủ công trình không đồng ý"),
        "an-toan": _("Lý do an toàn, an ninh, quốc phòng"),
        "thao-do": _("Cột sắp di dời hoặc tháo dỡ"),
        "khong-co-cot": _("Không có cột phù hợp trong khu vực"),
        OTHER: _("Lý do khác"),
    },
    ReasonUse.PAUSE.value: {
        "cho-phep": _("Chờ giấy phép, ý kiến của cơ quan có thẩm quyền"),
        "cho-ho-so": _("Chờ bên yêu cầu bổ sung hồ sơ kỹ thuật"),
        "cho-kiem-dinh": _("Chờ kiểm định, tính toán kết cấu"),
        "bat-kha-khang": _("Thiên tai, sự kiện bất khả kháng"),
        OTHER: _("Lý do khác"),
    },
}


def reason_choices(own: Iterable[SharingReason], use: str) -> list[tuple[str, str]]:
    """Codes and names for a select box: the usual ones as the regulator left them, then its own."""
    rows = {row.code: row for row in own if row.use == use}
    names = {code: str(label) for code, label in USUAL[use].items()}
    names |= {code: row.label for code, row in rows.items()}
    kept = {code: name for code, name in names.items() if code not in rows or not rows[code].hidden}
    return sorted(kept.items(), key=lambda item: item[0] == OTHER)  # the others keep their order


def reason_label(request: SharingRequest, use: ReasonUse, code: str) -> str:
    """The words of a reason as the list of the request's regulator has it now.

    :raises Refused: it is not on the list
    """
    return label_in(SharingReason.objects.filter(regulator_id=request.lead_id), use, code)


def label_in(own: Iterable[SharingReason], use: ReasonUse, code: str) -> str:
    """The words of a reason.

    :param own: the reasons of the regulator
    :raises Refused: it is not on the list
    """
    choices = dict(reason_choices(own, use.value))
    if code not in choices:
        raise Refused(gettext("Hãy chọn một lý do trong danh mục."), field="reason")
    return choices[code][:200]
