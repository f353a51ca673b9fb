"""Refusals that people see.

Refused             what was asked cannot be done; the text says what to do next (422 on a page, 400 elsewhere)
├── NotAllowed      this person may not do this (403)
├── NotVisible      no such row for this person: someone else's row does not exist (404)
└── Stale           the row has moved on since the page was opened (409)
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Shown to the person who asked; ``field`` names the form field it belongs to, if one does."""

    status = 422
    default = _("Không thực hiện được. Hãy xem lại các ô đã nhập rồi thử lại.")

    def __init__(self, message: object = "", *, field: str | None = None) -> None:
        super().__init__(message or self.default)
        self.field = field

    def __str__(self) -> str:
        return str(self.args[0])


class NotAllowed(Refused):
    """The person may see this but may not do it."""

    status = 403
    default = _("Bạn không có quyền làm việc này. Hãy nhờ người phụ trách của đơn vị mình hoặc của Sở.")


class NotVisible(Refused):
    """For this person the row does not exist."""

    status = 404
    default = _("Không tìm thấy nội dung này. Có thể nó đã bị gỡ hoặc đường dẫn bị sai.")


class Stale(Refused):
    """Somebody else moved the row on first."""

    status = 409
    default = _("Nội dung này vừa được người khác thay đổi. Hãy tải lại trang, xem trạng thái mới rồi làm tiếp.")
