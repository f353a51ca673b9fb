"""Forms of accounts."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form, TextField


class ProfileForm(Form):
    """One's own data."""

    full_name = TextField(label=_("Họ và tên"), max_length=150)
    phone = TextField(label=_("Điện thoại"), max_length=30, required=False)
    language = forms.ChoiceField(
        label=_("Ngôn ngữ của thư và thông báo"), choices=[("vi", "Tiếng Việt"), ("en", "English")]
    )
    time_zone = forms.ChoiceField(label=_("Múi giờ"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone and not zone.startswith("Etc"))
        self.fields["time_zone"].choices = [("", _("Theo hệ thống")), *((zone, zone) for zone in zones)]  # type: ignore[attr-defined]


class ReasonForm(Form):
    """Why an account is disabled."""

    reason = TextField(label=_("Lý do"), max_length=200)
