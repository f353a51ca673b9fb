"""The form that calls off an agreed proposal."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form, LongTextField


class CallOffForm(Form):
    """Why an agreed proposal is called off."""

    reason = LongTextField(label=_("Lý do"), help_text=_("Sở và các bên của đề xuất đều đọc được lý do này."))
