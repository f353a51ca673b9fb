"""The filters of the map, from the address or from its form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form

CORNERS_MOST = 200
SHARING = [
    ("", _("Tất cả")),
    ("shared", _("Đang dùng chung")),
    ("alone", _("Chưa dùng chung")),
    ("offered", _("Sẵn sàng cho dùng chung")),
]
CERTIFICATES = [
    ("", _("Tất cả")),
    ("valid", _("Còn hiệu lực")),
    ("due", _("Sắp hết hạn")),
    ("expired", _("Đã hết hạn")),
    ("missing", _("Chưa có")),
]


def _pair(text: str) -> tuple[float, float]:
    lon, lat = (float(part) for part in text.split())
    if not (-180 <= lon <= 180 and -85 <= lat <= 85):
        raise ValueError(text)
    return lon, lat


class CornersField(forms.CharField):
    """The corners of an area: ``longitude latitude`` in degrees, between commas."""

    default_error_messages = {
        "invalid": _(
            "Vùng không hợp lệ. Hãy vẽ lại trên bản đồ, hoặc nhập từng đỉnh dạng “kinh độ vĩ độ”, cách nhau dấu phẩy."
        )
    }

    def to_python(self, value: Any) -> Any:
        """The corners as pairs of numbers."""
        text = super().to_python(value)
        if not text:
            return ()
        parts = text.split(",")
        try:
            corners = tuple(_pair(part) for part in parts[: CORNERS_MOST + 1])
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        if not 3 <= len(corners) <= CORNERS_MOST:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return corners


class MapForm(Form):
    """What the map is narrowed down to."""

    owner = forms.ChoiceField(label=_("Chủ cột"), required=False)
    mast_class = forms.ChoiceField(label=_("Loại cột"), required=False)
    unit = forms.ChoiceField(label=_("Huyện, xã"), required=False)
    sharing = forms.ChoiceField(label=_("Dùng chung"), choices=SHARING, required=False)
    certificate = forms.ChoiceField(label=_("Kiểm định"), choices=CERTIFICATES, required=False)
    height_from = forms.DecimalField(label=_("Cao từ (m)"), min_value=0, max_value=350, required=False)
    height_to = forms.DecimalField(label=_("Cao đến (m)"), min_value=0, max_value=350, required=False)
    west = forms.FloatField(label=_("Kinh độ từ"), min_value=-180, max_value=180, required=False)
    east = forms.FloatField(label=_("Kinh độ đến"), min_value=-180, max_value=180, required=False)
    south = forms.FloatField(label=_("Vĩ độ từ"), min_value=-85, max_value=85, required=False)
    north = forms.FloatField(label=_("Vĩ độ đến"), min_value=-85, max_value=85, required=False)
    area = CornersField(label=_("Vùng đã vẽ"), required=False)

    PLAIN = ("owner", "mast_class", "unit", "sharing", "certificate", "height_from", "height_to")
    BOX = ("west", "south", "east", "north")

    def __init__(self, *args: Any, offered: Any, **kwargs: Any) -> None:
        """Take what the filters offer: ``owners``, ``classes`` and ``units``."""
        super().__init__(*args, **kwargs)
        every = [("", _("Tất cả"))]
        rows = {
            "owner": [(str(row.pk), row.short_name) for row in offered.owners],
            "mast_class": [(str(row.pk), f"{row.code} – {row.label}") for row in offered.classes],
            "unit": [(str(row.pk), row.name) for row in offered.units],
        }
        for name, found in rows.items():
            self.fields[name].choices = every + found  # type: ignore[attr-defined]
        if len(offered.owners) < 2:
            del self.fields["owner"]

    def plain(self) -> list[forms.BoundField]:
        """The filters that are always seen."""
        return [self[name] for name in self.PLAIN[:5] if name in self.fields]

    def more(self) -> list[forms.BoundField]:
        """Heights and the edges of a rectangle."""
        return [self[name] for name in (*self.PLAIN[5:], *self.BOX)]

    def more_asked(self) -> bool:
        """Whether one of the filters that are folded away is in use, or wrong."""
        folded = (*self.PLAIN[5:], *self.BOX, "area")
        return any(self.data.get(name) or name in self.errors for name in folded)

    def narrow(self) -> dict[str, Any]:
        """What is asked for, as values of ``Narrow``; what does not fit is left out, and said beside its field."""
        given = {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value not in (None, "")}
        plain = {name: given[name] for name in self.PLAIN if name in given}
        box = tuple(given.get(name, edge) for name, edge in zip(self.BOX, (-180.0, -85.0, 180.0, 85.0), strict=True))
        asked = any(name in given for name in self.BOX)
        plain |= {name: UUID(plain[name]) for name in ("owner", "mast_class", "unit") if name in plain}
        return plain | {"box": box if asked else None, "area": given.get("area", ())}
