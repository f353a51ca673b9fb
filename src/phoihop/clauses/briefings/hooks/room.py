"""What the area of the room on the day adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.notices.sources import Due
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

EVENTS: dict[str, Any] = {
    "briefings.room.started": _("Bắt đầu phiên giao ban"),
    "briefings.room.topic": _("Chuyển nội dung trong phòng họp"),
    "briefings.room.carried": _("Chuyển nội dung sang kỳ sau"),
    "briefings.room.paused": _("Tạm dừng đồng hồ phòng họp"),
    "briefings.room.resumed": _("Chạy tiếp đồng hồ phòng họp"),
    "briefings.room.extended": _("Kéo dài nội dung đang bàn"),
    "briefings.room.ended": _("Kết thúc phiên giao ban"),
    "briefings.room.held_without": _("Ghi là đã họp giao ban"),
    "briefings.room.shown": _("Đổi số liệu trên màn chiếu"),
    "briefings.room.asked_to_speak": _("Đăng ký phát biểu"),
    "briefings.room.withdrew": _("Rút khỏi danh sách phát biểu"),
    "briefings.room.floor_given": _("Mời phát biểu"),
    "briefings.vote.opened": _("Mở bỏ phiếu"),
    "briefings.vote.cast": _("Bỏ phiếu"),
    "briefings.vote.closed": _("Đóng bỏ phiếu"),
}


def open_rows(actor: Actor, activity: Activity) -> None:
    """Nothing: the room is a state of the briefing."""


def dues(actor: Actor) -> Iterable[Due]:
    """Nothing: the room is kept while people are in it."""
    return ()


def figures(actor: Actor, activity: Activity) -> Iterable[Figure]:
    """Nothing: what was discussed is counted with the agenda."""
    return ()


def documents(actor: Actor, activity: Activity) -> Iterable[Document]:
    """Nothing: the briefing's page leads to the room."""
    return ()


def entries(actor: Actor) -> Iterable[Entry]:
    """Nothing: the briefing's page leads to the room."""
    return ()


def register() -> None:
    """Nothing to register: no files, no handlers of signing, no successions."""
