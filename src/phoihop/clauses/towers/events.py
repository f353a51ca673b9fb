"""The names of the registry's events in the history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "towers.site.created": _("Thêm vị trí cột ăng ten"),
}
