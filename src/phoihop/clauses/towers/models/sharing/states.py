"""How a request may move."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AskedBy(models.TextChoices):
    """How the asker knows of the mast."""

    DISCLOSED = "disclosed", _("Cột đã được giới thiệu theo khu vực")
    CODE = "code", _("Mã mời của chủ cột")
    PLACE = "place", _("Theo nhu cầu tại một khu vực")


class RequestStatus(models.TextChoices):
    """(routing →) asked → acknowledged → survey → offered → agreed → in use → ended, or a way out."""

    ROUTING = "routing", _("Chờ Sở chuyển")
    ASKED = "asked", _("Đã gửi")
    ACKNOWLEDGED = "acknowledged", _("Đã tiếp nhận")
    SURVEY = "survey", _("Khảo sát")
    OFFERED = "offered", _("Đang thương lượng")
    AGREED = "agreed", _("Đã thống nhất")
    IN_USE = "in_use", pgettext_lazy("yêu cầu dùng chung", "Đang sử dụng")
    ENDED = "ended", pgettext_lazy("yêu cầu dùng chung", "Đã kết thúc")
    REFUSED = "refused", pgettext_lazy("yêu cầu dùng chung", "Đã từ chối")
    WITHDRAWN = "withdrawn", pgettext_lazy("yêu cầu dùng chung", "Đã rút")
    EXPIRED = "expired", _("Hết hiệu lực")


S = RequestStatus
REQUEST_TRANSITIONS = {
    S.ROUTING: {S.ASKED, S.REFUSED, S.WITHDRAWN},
    S.ASKED: {S.ACKNOWLEDGED, S.SURVEY, S.OFFERED, S.REFUSED, S.WITHDRAWN},
    S.ACKNOWLEDGED: {S.SURVEY, S.OFFERED, S.REFUSED, S.WITHDRAWN},
    S.SURVEY: {S.ACKNOWLEDGED, S.OFFERED, S.REFUSED, S.WITHDRAWN},
    S.OFFERED: {S.AGREED, S.REFUSED, S.WITHDRAWN, S.EXPIRED},
    S.AGREED: {S.OFFERED, S.IN_USE, S.WITHDRAWN, S.EXPIRED},
    S.IN_USE: {S.ENDED},
}
CLOSED = (S.ENDED, S.REFUSED, S.WITHDRAWN, S.EXPIRED)
