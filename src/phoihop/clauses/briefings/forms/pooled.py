"""Forms of pooled tables."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form, LongTextField, TextField

COLLUDING = [
    ("0", _("Không xét")),
    ("1", _("Một doanh nghiệp biết số của chính mình")),
    ("2", _("Hai doanh nghiệp ghép số của nhau")),
]


class WithdrawForm(Form):
    """Why a table is taken back."""

    reason = LongTextField(label=_("Lý do"), help_text=_("Ai đã đọc thì đã biết; bảng lập sau vẫn tính đến điều đó."))


class RulesForm(Form):
    """By which rules figures are hidden."""

    minimum = forms.IntegerField(
        label=_("Số đơn vị ít nhất"), min_value=3, max_value=50,
        help_text=_("Tổng của ít đơn vị hơn thì không công bố."),
    )  # fmt: skip
    p_percent = forms.DecimalField(
        label=_("Khoảng giữ kín (%)"), min_value=Decimal(1), max_value=Decimal(100), decimal_places=1, localize=True,
        help_text=_("Không ai được suy ra số của đơn vị khác chính xác hơn mức này, cả lên lẫn xuống."),
    )  # fmt: skip
    prior_percent = forms.DecimalField(
        label=_("Đối thủ ước được trước (%)"), min_value=Decimal(1), max_value=Decimal(1000), decimal_places=1,
        localize=True,
        help_text=_("100: đối thủ chỉ biết số của đơn vị khác từ 0 đến gấp đôi."),
    )  # fmt: skip
    colluding = forms.TypedChoiceField(label=_("Người muốn suy ra"), choices=COLLUDING, coerce=int)
    dominance = TextField(
        label=_("Quy tắc chi phối"), required=False, max_length=60,
        help_text=_("Ví dụ 1:75; 2:90 – không công bố khi một đơn vị chiếm trên 75 % hoặc hai đơn vị chiếm trên 90 %."),
    )  # fmt: skip

    def clean_dominance(self) -> list[tuple[int, float]]:
        """Pairs of how many, and how many percent."""
        found = []
        for pair in filter(None, (part.strip() for part in self.cleaned_data["dominance"].split(";"))):
            many, sign, percent = pair.partition(":")
            try:
                found.append((int(many), float(percent.strip().rstrip("%").strip().replace(",", "."))))
            except ValueError:
                sign = ""
            if not sign:
                raise ValidationError(_("Hãy ghi từng cặp số đơn vị:phần trăm, cách nhau bằng dấu chấm phẩy."))
        return found

    @staticmethod
    def shown(rules: dict[str, Any]) -> dict[str, Any]:
        """Rules as this form shows them."""
        pairs = "; ".join(f"{int(many)}:{float(percent):g}" for many, percent in rules.get("dominance", ()))
        return {**rules, "dominance": pairs}
