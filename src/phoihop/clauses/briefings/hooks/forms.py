"""What the area of forms of reports adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor, Permission
from phoihop.clauses.briefings.actions.forms.taking_over import take_over_forms
from phoihop.notices.sources import Due
from phoihop.people.succeeding import register_succession
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

EVENTS: dict[str, Any] = {
    "briefings.form.saved": _("Ghi biểu báo cáo"),
    "briefings.form.parties_set": _("Đổi đơn vị phải điền biểu"),
    "briefings.form.retired": _("Thôi dùng biểu báo cáo"),
    "briefings.form.restored": _("Dùng lại biểu báo cáo"),
    "briefings.form.set_loaded": _("Nạp bộ biểu gợi ý"),
    "briefings.form_version.begun": _("Bắt đầu dự thảo biểu"),
    "briefings.form_version.saved": _("Sửa thời gian, hạn của dự thảo biểu"),
    "briefings.form_version.removed": _("Xóa dự thảo biểu"),
    "briefings.form_version.published": _("Ban hành phiên bản biểu"),
    "briefings.form_version.withdrawn": _("Thôi áp dụng phiên bản biểu"),
    "briefings.form_section.saved": _("Ghi mục của biểu"),
    "briefings.form_section.removed": _("Bỏ mục của biểu"),
    "briefings.form_section.ordered": _("Đổi thứ tự mục của biểu"),
    "briefings.indicator.saved": _("Ghi chỉ tiêu"),
    "briefings.indicator.broken_down": _("Đổi phân tổ của chỉ tiêu"),
    "briefings.indicator.removed": _("Bỏ chỉ tiêu"),
    "briefings.indicator.ordered": _("Đổi thứ tự chỉ tiêu"),
    "briefings.form_rule.saved": _("Ghi kiểm tra của biểu"),
    "briefings.form_rule.removed": _("Bỏ kiểm tra của biểu"),
    "briefings.form_rule.ordered": _("Đổi thứ tự kiểm tra của biểu"),
    "briefings.dimension.saved": _("Ghi phân tổ"),
    "briefings.dimension.removed": _("Xóa phân tổ"),
    "briefings.dimension.units_added": _("Thêm đơn vị hành chính vào phân tổ"),
    "briefings.dimension_code.saved": _("Ghi giá trị phân tổ"),
    "briefings.dimension_code.removed": _("Xóa giá trị phân tổ"),
}


def open_rows(actor: Actor, activity: Activity) -> None:
    """Make the rows of an activity that opens; safe to repeat."""


def dues(actor: Actor) -> Iterable[Due]:
    """What the actor's parties owe, and are owed."""
    return ()


def figures(actor: Actor, activity: Activity) -> Iterable[Figure]:
    """Outcomes of an activity."""
    return ()


def documents(actor: Actor, activity: Activity) -> Iterable[Document]:
    """Pages and papers of an activity."""
    return ()


def entries(actor: Actor) -> Iterator[Entry]:
    """Pages in the navigation; asks nothing of the database."""
    if actor.may(Permission.FORM_WRITE):
        yield Entry(gettext("Biểu báo cáo"), reverse("briefings:form_list"), "forms")


def register() -> None:
    """Guards of files, handlers of signing, successions: once, at start-up."""
    register_succession("briefings_forms", take_over_forms)
