"""Forms: a mast takes no more tenants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form, LongTextField
from phoihop.clauses.towers.models import VetoState


class VetoForm(Form):
    """Why a mast takes nobody."""

    reason = forms.ChoiceField(label=_("Lý do"))
    text = LongTextField(
        label=_("Giải thích"), max_length=3000,
        help_text=_("Nêu căn cứ kỹ thuật hoặc pháp lý. Chỉ Sở đọc được và xem xét; cột thôi chào cho dùng chung."),
    )  # fmt: skip

    def __init__(self, *args: Any, reasons: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", _now("Chọn lý do")), *reasons]  # type: ignore[attr-defined]


class ReviewForm(Form):
    """What the department says."""

    answer = forms.ChoiceField(
        label=_("Kết quả xem xét"), widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in (VetoState.UPHELD, VetoState.OVERRULED)],
    )  # fmt: skip
    review = LongTextField(label=_("Ý kiến của Sở"), required=False, max_length=3000)
