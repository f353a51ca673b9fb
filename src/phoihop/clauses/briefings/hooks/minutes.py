"""What the area of minutes adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.jobs import conclusions  # noqa: F401 - registers the mailing of conclusions
from phoihop.clauses.briefings.models import Minutes
from phoihop.clauses.briefings.queries.minutes.dues import amendable, to_write
from phoihop.notices.sources import Due
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

EVENTS: dict[str, Any] = {
    "briefings.minutes.started": _("Bắt đầu ghi biên bản"),
    "briefings.minutes.heads": _("Sửa chủ trì, thư ký của biên bản"),
    "briefings.minutes.added": _("Ghi thêm vào biên bản"),
    "briefings.minutes.edited": _("Sửa biên bản"),
    "briefings.minutes.removed": _("Bỏ một đoạn của biên bản"),
    "briefings.minutes.moved": _("Sắp xếp lại biên bản"),
    "briefings.minutes.version_kept": _("Lưu một bản của biên bản"),
    "briefings.minutes.restored": _("Lấy lại một bản của biên bản"),
    "briefings.minutes.circulated": _("Gửi biên bản lấy ý kiến"),
    "briefings.minutes.finished": _("Hoàn chỉnh biên bản"),
    "briefings.minutes.taken_back": _("Đưa biên bản về lấy ý kiến"),
    "briefings.minutes.signed": _("Khóa biên bản đã ký"),
    "briefings.minutes.notice_drawn": _("Lập thông báo kết luận"),
    "briefings.amendment.proposed": _("Đề nghị sửa biên bản"),
    "briefings.amendment.taken": _("Tiếp thu đề nghị sửa biên bản"),
    "briefings.amendment.declined": _("Không tiếp thu đề nghị sửa biên bản"),
}


def open_rows(actor: Actor, activity: Activity) -> None:
    """Nothing: minutes begin when somebody writes."""


def dues(actor: Actor) -> Iterator[Due]:
    """Attendees may answer until a day; the department has minutes to write, and amendments to answer."""
    source = gettext("Biên bản giao ban")
    for minutes, party_id in amendable(actor=actor):
        title = gettext("Góp ý biên bản: %(title)s") % {"title": minutes.briefing.activity.title}
        yield Due(
            f"briefings.minutes.amend:{minutes.pk}:{party_id}", title, _address(minutes), party_id,
            minutes.audit_lead_id, minutes.amend_by, source=source, icon="pencil",
        )  # fmt: skip
    for briefing, waiting in to_write(actor=actor):
        lead = briefing.activity.programme.lead_id
        words = gettext("Trả lời góp ý biên bản: %(title)s") if waiting else gettext("Hoàn thành biên bản: %(title)s")
        yield Due(
            f"briefings.minutes.write:{briefing.pk}", words % {"title": briefing.activity.title},
            reverse("briefings:minutes_detail", args=[briefing.pk]), lead, lead, source=source, icon="pencil",
        )  # fmt: skip


def _address(minutes: Minutes) -> str:
    return reverse("briefings:minutes_detail", args=[minutes.briefing_id])


def figures(actor: Actor, activity: Activity) -> Iterable[Figure]:
    """None: decisions count themselves."""
    return ()


def documents(actor: Actor, activity: Activity) -> Iterator[Document]:
    """The minutes, once the reader may see them."""
    for minutes in Minutes.objects.visible_to(actor).filter(briefing__activity=activity):
        yield Document(gettext("Biên bản giao ban"), _address(minutes), "file-text")


def entries(actor: Actor) -> Iterable[Entry]:
    """None: minutes are reached from their briefing."""
    return ()


def register() -> None:
    """Nothing: the papers guard their own files."""
