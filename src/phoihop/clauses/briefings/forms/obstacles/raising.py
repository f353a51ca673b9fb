"""Raising an obstacle: short enough for a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form, LongTextField, TextField
from phoihop.base.sheets.numbers import read_as, tidy
from phoihop.clauses.briefings.actions.obstacles.raising import MOST_FILES, SiteNamed
from phoihop.clauses.briefings.models import Audience, ObstacleTopic, Urgency
from phoihop.people.models import Party
from phoihop.people.places import in_vietnam
from phoihop.programme.models import Programme

AUDIENCES = [
    (Audience.DEPARTMENT.value, _("Chỉ Sở: không doanh nghiệp nào khác biết có vướng mắc này")),
    (Audience.ALL.value, _("Mọi bên trong chương trình: các doanh nghiệp khác xem được, kể cả vị trí và ảnh")),
]


class ManyFiles(forms.ClearableFileInput):
    """Several files at once; a phone offers its camera."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """None, one or several files."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"accept": "image/*,application/pdf,.docx,.xlsx", "multiple": True}
        super().__init__(widget=ManyFiles(attrs=attrs), required=False, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each of them."""
        given = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(given) > MOST_FILES:
            raise ValidationError(_("Mỗi lần gửi nhiều nhất %(n)s tệp."), params={"n": MOST_FILES})
        return [super(FilesField, self).clean(one, initial) for one in given]


class PositionField(forms.CharField):
    """Degrees with a comma or a point; empty where no place is meant."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}), **kwargs
        )

    def clean(self, value: Any) -> Any:
        """The number.

        :raises ValidationError: it is none
        """
        typed = str(super().clean(value) or "").strip()
        if not typed:
            return None
        bare = tidy(typed)
        found = read_as(bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare, "point")
        if found is None or not -180 <= found <= 180:
            raise ValidationError(_("Tọa độ không hợp lệ. Hãy nhập độ thập phân, ví dụ 20,9401."))
        return found


class RaiseForm(Form):
    """Short enough for a phone: what, where, who may read it; the rest is optional."""

    where = forms.ChoiceField(label=_("Nêu cho"))
    title = TextField(
        label=_("Vướng mắc"), max_length=200, help_text=_("Một câu, ví dụ: Người dân phản đối trạm tại thôn Đông.")
    )
    text = LongTextField(label=_("Mô tả"), max_length=5000)
    audience = forms.ChoiceField(label=_("Ai được xem"), choices=AUDIENCES, widget=forms.RadioSelect)
    urgency = forms.ChoiceField(label=_("Mức độ"), choices=Urgency.choices, initial=Urgency.NORMAL)
    topic = forms.ChoiceField(label=_("Nhóm"), required=False)
    place = TextField(label=_("Địa điểm"), required=False, max_length=200, help_text=_("Thôn, xã, tên đường."))
    latitude = PositionField(label=_("Vĩ độ (WGS 84)"))
    longitude = PositionField(label=_("Kinh độ (WGS 84)"))
    photo = forms.FileField(
        label=_("Chụp ảnh"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*", "capture": "environment"}),
        help_text=_("Điện thoại mở máy ảnh. Nơi và giờ chụp ghi trong ảnh được xóa."),
    )
    uploads = FilesField(label=_("Ảnh, tài liệu có sẵn"), help_text=_("Nhiều tệp một lần: ảnh, PDF, DOCX, XLSX."))
    wish = LongTextField(
        label=_("Kiến nghị"), required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 2})
    )
    sites = LongTextField(
        label=_("Trạm, điểm phục vụ bị ảnh hưởng"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Mỗi dòng một tên hoặc mã trạm. Chỉ Sở và đơn vị của bạn xem được."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, places: Sequence[tuple[Programme, Party]], topics: Sequence[ObstacleTopic], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._places = {f"{programme.pk}.{party.pk}": (programme, party) for programme, party in places}
        self._topics = {str(topic.pk): topic for topic in topics}
        where: Any = self.fields["where"]
        where.choices = [
            (key, f"{party.short_name} – {programme.name}") for key, (programme, party) in self._places.items()
        ]
        if len(where.choices) == 1:
            where.widget, where.initial = forms.HiddenInput(), where.choices[0][0]
        self.fields["topic"].choices = [  # type: ignore[attr-defined]
            ("", _("Chưa rõ, để Sở phân loại")), *((key, topic.name) for key, topic in self._topics.items())
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A whole position in the country, with its coordinates the right way round."""
        kept = super().clean() or self.cleaned_data
        latitude, longitude = kept.get("latitude"), kept.get("longitude")
        if (latitude is None) != (longitude is None) and not {"latitude", "longitude"} & self.errors.keys():
            self.add_error("latitude", _("Vị trí cần đủ vĩ độ và kinh độ."))
        elif latitude is not None and longitude is not None and not in_vietnam(latitude, longitude):
            self.add_error("latitude", _("Vị trí này nằm ngoài Việt Nam. Hãy xem lại tọa độ."))
        return kept

    def values(self, known: Iterable[Any] = ()) -> dict[str, Any]:
        """What the action takes, once the form is valid.

        :param known: sites of the party that the product knows, by which names become rows
        """
        kept = dict(self.cleaned_data)
        programme, party = self._places[kept.pop("where")]
        rows = {site.name.casefold(): site for site in known}
        named = list(dict.fromkeys(line.strip() for line in kept.pop("sites").splitlines() if line.strip()))
        sites = [
            SiteNamed(name, rows[name.casefold()].source_label, rows[name.casefold()].source_id)
            if name.casefold() in rows
            else SiteNamed(name)
            for name in named
        ]
        kept["topic"] = self._topics.get(kept["topic"])
        photo = kept.pop("photo")
        kept["uploads"] = [*([photo] if photo else []), *kept["uploads"]]
        return kept | {"programme": programme, "party": party, "sites": sites}
