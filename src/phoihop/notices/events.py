"""The names of the events of feeds in the history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "notices.feed.created": _("Tạo địa chỉ lịch"),
    "notices.feed.revoked": _("Thu hồi địa chỉ lịch"),
}
