"""What an asker says: what shall stand on the mast, for what, and where it looks for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.clauses.towers.actions.sharing.ask import Place, Wish
from phoihop.clauses.towers.forms.registry.fields import DegreeField, MeasureField
from phoihop.people.models import Party
from phoihop.people.places import in_vietnam


class WishForm(Form):
    """What shall stand on the mast, and for what."""

    asker = forms.ChoiceField(label=_("Đơn vị yêu cầu"))
    purpose = LongTextField(
        label=_("Mục đích sử dụng"), max_length=2000,
        help_text=_("Chủ cột và Sở đọc được. Chỉ ghi điều cần cho yêu cầu này, không ghi kế hoạch khác của đơn vị."),
    )  # fmt: skip
    technology = TextField(label=_("Công nghệ, thiết bị"), max_length=60, help_text=_("Ví dụ: 4G, 5G, 3 ăng ten."))
    antenna_height_m = MeasureField(label=_("Độ cao ăng ten cần (m)"), min_value=1, max_value=350)
    wind_area_m2 = MeasureField(
        label=_("Diện tích cản gió (m²)"), places=2, min_value=0, required=False,
        help_text=_("Tổng diện tích ăng ten, RRU; bỏ trống nếu chưa tính."),
    )  # fmt: skip
    wanted_on = DateField(label=_("Cần đưa vào sử dụng"), required=False)

    def __init__(self, *args: Any, askers: Sequence[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._askers = {str(party.pk): party for party in askers}
        choices = [(key, party.short_name) for key, party in self._askers.items()]
        self.fields["asker"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["asker"].widget = forms.HiddenInput()
            self.fields["asker"].initial = choices[0][0]

    def clean_asker(self) -> Party:
        """The party itself."""
        return self._askers[self.cleaned_data["asker"]]

    def wish(self) -> Wish:
        """What was asked for, once the form is valid."""
        kept = self.cleaned_data
        return Wish(
            kept["purpose"], kept["technology"], kept["antenna_height_m"], kept["wind_area_m2"], kept["wanted_on"]
        )


class CodeAskForm(WishForm):
    """For the mast of an owner's code."""

    code = TextField(
        label=_("Mã mời của chủ cột"), max_length=20,
        help_text=_("Mã 12 ký tự do chủ cột đưa, ví dụ ABCD-EFGH-JKLM."),
    )  # fmt: skip
    field_order = ("asker", "code")


class PlaceAskForm(WishForm):
    """For a place in which a mast is needed."""

    latitude = DegreeField(label=_("Vĩ độ tâm khu vực (WGS 84)"), help_text=_("Ví dụ 20,9401."))
    longitude = DegreeField(label=_("Kinh độ tâm khu vực (WGS 84)"), help_text=_("Ví dụ 106,3300."))
    radius_m = forms.IntegerField(label=_("Bán kính tìm (m)"), min_value=50, max_value=10_000, initial=500)
    note = LongTextField(
        label=_("Ghi cho Sở"), required=False, max_length=2000, help_text=_("Chỉ Sở đọc được, chủ cột thì không.")
    )
    field_order = ("asker", "latitude", "longitude", "radius_m")

    def clean(self) -> dict[str, Any]:
        """A place in the country, with its coordinates the right way round."""
        kept = super().clean() or self.cleaned_data
        latitude, longitude = kept.get("latitude"), kept.get("longitude")
        if latitude is not None and longitude is not None and not in_vietnam(latitude, longitude):
            if in_vietnam(longitude, latitude):
                raise ValidationError(_("Vĩ độ và kinh độ có vẻ bị đổi chỗ. Hãy nhập lại theo đúng ô."))
            raise ValidationError(_("Vị trí này nằm ngoài Việt Nam. Hãy xem lại tọa độ."))
        return kept

    def place(self) -> Place:
        """Where, once the form is valid."""
        kept = self.cleaned_data
        return Place(kept["latitude"], kept["longitude"], kept["radius_m"], kept["note"])
