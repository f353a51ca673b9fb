"""The names of events about parties and people in the history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "people.party.created": _("Tạo đơn vị"),
    "people.party.edited": _("Sửa hồ sơ đơn vị"),
    "people.party.succeeded": _("Ghi nhận đơn vị kế thừa"),
    "people.divisions.edited": _("Sửa phòng, ban"),
    "people.services.edited": _("Sửa dịch vụ"),
    "people.contacts.edited": _("Sửa liên hệ"),
    "people.invitation.sent": _("Gửi lời mời"),
    "people.invitation.resent": _("Gửi lại lời mời"),
    "people.invitation.withdrawn": _("Rút lại lời mời"),
    "people.invitation.accepted": _("Nhận lời mời"),
    "people.membership.changed": _("Đổi vai trò"),
    "people.membership.ended": _("Kết thúc vai trò"),
    "people.handover.done": _("Bàn giao công việc"),
    "people.profile.edited": _("Sửa hồ sơ cá nhân"),
    "people.account.disabled": _("Khóa tài khoản"),
    "people.account.enabled": _("Mở lại tài khoản"),
}
