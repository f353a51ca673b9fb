"""Forms: codes, rules, zones, targets of the department."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.clauses.towers.forms.registry.fields import MeasureField
from phoihop.clauses.towers.models import Zone, ZoneRule


class _Period(Form):
    source = TextField(label=_("Căn cứ"), max_length=200, help_text=_("Số, ngày văn bản quy định."))
    valid_from = DateField(label=_("Áp dụng từ"), required=False)
    valid_until = DateField(label=_("Đến hết ngày"), required=False)


class ClassForm(_Period):
    """A class of masts."""

    field_order = ("code", "label", "bulky", "on_building")
    code = TextField(label=_("Mã"), max_length=10)
    label = TextField(label=_("Tên loại"), max_length=200)
    bulky = forms.BooleanField(label=_("Cồng kềnh"), required=False)
    on_building = forms.BooleanField(label=_("Trên công trình xây dựng"), required=False)


class RuleForm(_Period):
    """A spacing rule."""

    field_order = ("zone", "mast_class", "height_over_m", "height_up_to_m", "spacing_m", "source")
    zone = forms.ChoiceField(label=_("Khu vực"), choices=Zone.choices)
    mast_class: forms.Field = forms.ModelChoiceField(
        label=_("Loại cột"), queryset=None, required=False, empty_label=_("Mọi loại cột")
    )
    height_over_m = MeasureField(label=_("Cao hơn (m)"), min_value=0, required=False)
    height_up_to_m = MeasureField(label=_("Cao đến (m)"), min_value=0, required=False)
    spacing_m = forms.IntegerField(label=_("Khoảng cách tối thiểu (m)"), min_value=0, max_value=5000, localize=True)
    note = TextField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, *args: Any, classes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mast_class"].queryset = classes  # type: ignore[attr-defined]


class ZoneForm(_Period):
    """A restricted zone."""

    field_order = ("name", "rule", "outline", "source")
    name = TextField(label=_("Tên khu vực"), max_length=200)
    rule = forms.ChoiceField(label=_("Quy định"), choices=ZoneRule.choices)
    outline = LongTextField(
        label=_("Ranh giới"),
        help_text=_(
            "Mỗi dòng một điểm “vĩ độ; kinh độ” theo WGS 84, đi vòng quanh khu vực; hoặc dán một Polygon GeoJSON."
        ),
    )

    def clean_outline(self) -> list[Any]:
        """The outline as GeoJSON MultiPolygon coordinates."""
        typed = self.cleaned_data["outline"].strip()
        found = _of_geojson(typed) if typed.startswith("{") else _of_lines(typed)
        if not _is_outline(found):
            raise ValidationError(_("Ranh giới cần ít nhất ba điểm trong lãnh thổ Việt Nam, viền không cắt nhau."))
        return found


def outline_text(outline: list[Any]) -> str:
    """An outline as it may be typed: lines of points where it is one ring, GeoJSON where it is more."""
    if len(outline) == 1 and len(outline[0]) == 1:
        points = (f"{latitude:.6f}; {longitude:.6f}" for longitude, latitude in outline[0][0][:-1])
        return "\n".join(points).replace(".", ",")
    return json.dumps({"type": "MultiPolygon", "coordinates": outline})


def _of_lines(typed: str) -> list[Any]:
    ring: list[list[float]] = []
    for number, line in enumerate(typed.splitlines(), start=1):
        parts = [part.strip().replace(",", ".") for part in line.split(";")]
        try:
            latitude, longitude = map(float, parts)
        except ValueError:
            message = _("Dòng %(n)s không phải “vĩ độ; kinh độ”. Ví dụ: 20,9401; 106,3300")
            raise ValidationError(message, params={"n": number}) from None
        ring.append([longitude, latitude])
    return [[[*ring, ring[0]]]] if ring else []


def _of_geojson(typed: str) -> list[Any]:
    try:
        shape = json.loads(typed)
        shape = shape.get("geometry") or shape
        kind, coordinates = shape["type"], shape["coordinates"]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValidationError(_("GeoJSON không đọc được. Hãy dán một đối tượng Polygon hoặc MultiPolygon.")) from None
    return [coordinates] if kind == "Polygon" else coordinates if kind == "MultiPolygon" else []


def _is_outline(found: list[Any]) -> bool:
    from shapely.geometry import shape  # noqa: PLC0415 - compiled code, only where an outline comes

    try:
        outline = shape({"type": "MultiPolygon", "coordinates": found})
        west, south, east, north = outline.bounds
    except (ValueError, TypeError, IndexError, AttributeError):
        return False
    return bool(outline.is_valid and not outline.is_empty and south > 7 and north < 24 and west > 102 and east < 118)


class TargetForm(Form):
    """The year's target."""

    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    masts_percent = MeasureField(label=_("Cột dùng chung (%)"), min_value=0, max_value=100, required=False)
    stations_percent = MeasureField(label=_("Trạm trên cột dùng chung (%)"), min_value=0, max_value=100, required=False)
    source = TextField(label=_("Căn cứ"), max_length=200, required=False)
