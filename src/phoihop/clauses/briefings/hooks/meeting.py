"""What the area of the briefing, its agenda and who comes adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base import files
from phoihop.base.access import Actor, Permission
from phoihop.clauses.briefings.actions.meeting.opening import open_briefing
from phoihop.clauses.briefings.agenda.annex import agenda_annex
from phoihop.clauses.briefings.agenda.dues import briefing_dues
from phoihop.clauses.briefings.jobs import passes
from phoihop.clauses.briefings.models import Briefing, TopicStatus
from phoihop.clauses.briefings.queries.meeting.agenda import file_is_visible
from phoihop.notices.sources import Due
from phoihop.papers.rendering import Appendix
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

JOBS = (passes,)  # loading them registers their handlers
EVENTS: dict[str, Any] = {
    "briefings.briefing.opened": _("Mở kỳ giao ban"),
    "briefings.briefing.invited": _("Mời các đơn vị dự giao ban"),
    "briefings.briefing.rounds_chosen": _("Chọn đợt báo cáo cho giao ban"),
    "briefings.agenda.proposed": _("Lập chương trình từ việc đang mở"),
    "briefings.agenda.added": _("Thêm nội dung vào chương trình giao ban"),
    "briefings.agenda.edited": _("Sửa nội dung chương trình giao ban"),
    "briefings.agenda.removed": _("Bỏ nội dung khỏi chương trình giao ban"),
    "briefings.agenda.reordered": _("Sắp xếp chương trình giao ban"),
    "briefings.topic.proposed": _("Đề xuất nội dung giao ban"),
    "briefings.topic.withdrawn": _("Rút đề xuất nội dung giao ban"),
    "briefings.topic.accepted": _("Đưa đề xuất vào chương trình giao ban"),
    "briefings.topic.declined": _("Không đưa đề xuất vào chương trình giao ban"),
    "briefings.topic.file_added": _("Thêm tệp cho nội dung giao ban"),
    "briefings.topic.file_removed": _("Bỏ tệp của nội dung giao ban"),
    "briefings.delegate.named": _("Cử người dự giao ban"),
    "briefings.delegate.replaced": _("Cử người dự thay"),
    "briefings.delegate.removed": _("Bỏ người khỏi danh sách dự giao ban"),
    "briefings.passes.made": _("Tạo thẻ dự họp"),
    "briefings.passes.mailed": _("Gửi thẻ dự họp qua thư"),
    "briefings.door.checked_in": _("Điểm danh người dự giao ban"),
    "briefings.door.walked_in": _("Thêm người đến dự giao ban"),
    "briefings.door.list_taken": _("Ghi danh sách có mặt"),
}


def open_rows(actor: Actor, activity: Activity) -> None:
    """The briefing of an activity, behind the one before; safe to repeat."""
    if actor.may(Permission.PLAN_WRITE, activity.programme.lead_id):
        open_briefing(actor=actor, activity=activity)


def dues(actor: Actor) -> Iterable[Due]:
    """An agenda to write, proposals to answer, people to name."""
    return briefing_dues(actor)


def figures(actor: Actor, activity: Activity) -> Iterator[Figure]:
    """Topics discussed: the agenda is everybody's."""
    briefing = Briefing.objects.visible_to(actor).filter(activity=activity).first()
    done = briefing.items.filter(status=TopicStatus.DONE).count() if briefing else 0
    if done:
        yield Figure(gettext("Nội dung đã bàn tại giao ban"), gettext("nội dung"), Decimal(done))


def documents(actor: Actor, activity: Activity) -> Iterator[Document]:
    """The briefing's page, the director's page."""
    briefing = Briefing.objects.visible_to(actor).filter(activity=activity).first()
    if briefing is None:
        return
    to = reverse("briefings:briefing_detail", args=[briefing.pk])
    yield Document(gettext("Chương trình, phòng họp, biên bản giao ban"), to, "presentation")
    if actor.may(Permission.BRIEFING_RUN, activity.programme.lead_id):
        to = reverse("briefings:agenda_brief", args=[briefing.pk])
        yield Document(gettext("Tóm tắt giao ban cho lãnh đạo"), to, "file-description")


def annexes(actor: Actor, activity: Activity) -> Iterator[Appendix]:
    """The agenda goes with the invitation, as every party may read it."""
    briefing = Briefing.objects.visible_to(actor).filter(activity=activity).select_related("activity").first()
    annex = agenda_annex(briefing) if briefing else None
    if annex is not None:
        yield annex


def entries(actor: Actor) -> Iterator[Entry]:
    """All briefings, for whoever sits for a party."""
    if actor.seats:
        yield Entry(gettext("Giao ban"), reverse("briefings:briefing_list"), "presentation")


def register() -> None:
    """Who may open the papers of topics."""
    files.register_guard("briefings.agendaitem", file_is_visible)
