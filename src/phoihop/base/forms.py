"""Forms that look and speak alike everywhere."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _


class Renderer(TemplatesSetting):
    """Draws every form and field with the components in ``ui/``."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"


_CLASSES: dict[type[forms.Widget], str] = {
    forms.CheckboxInput: "form-check-input",
    forms.RadioSelect: "form-check-input",
    forms.CheckboxSelectMultiple: "form-check-input",
    forms.Select: "form-select",
    forms.SelectMultiple: "form-select",
}


class Look:
    """Mixed into forms: widget classes, date inputs that a browser understands, NFC text."""

    fields: dict[str, forms.Field]

    def dress(self) -> None:
        """Give each widget its class."""
        for field in self.fields.values():
            widget = field.widget
            name = _CLASSES.get(type(widget), "form-control")
            if not widget.is_hidden:
                widget.attrs["class"] = f"{widget.attrs.get('class', '')} {name}".strip()


class Form(Look, forms.Form):
    """The base of every form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dress()


_CONTROLS = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029]+\s*")


class TextField(forms.CharField):
    """One line of text, normalised to NFC, as the database keeps it."""

    def to_python(self, value: Any) -> str:
        """Normalise what was typed; a line break, which no browser sends here, would forge the head of a mail."""
        typed = _CONTROLS.sub(" ", value) if isinstance(value, str) else value
        return unicodedata.normalize("NFC", super().to_python(typed) or "")


class LongTextField(forms.CharField):
    """Several lines, normalised to NFC."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        """Normalise what was typed; no database keeps a null character in text."""
        typed = value.replace("\x00", "") if isinstance(value, str) else value
        return unicodedata.normalize("NFC", super().to_python(typed) or "")


FIRST_YEAR, LAST_YEAR = 1900, 2199  # beyond them nothing is meant, and reckoning with days runs off the calendar


def _of_our_time(day: dt.date | None) -> None:
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError(_("Năm phải từ 1900 đến 2199. Hãy xem lại năm đã nhập."))


class DateField(forms.DateField):
    """A day, typed as dd/mm/yyyy or picked in the browser's own calendar."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"])
        kwargs.setdefault(
            "error_messages", {"invalid": _("Ngày không hợp lệ. Hãy nhập dạng ngày/tháng/năm, ví dụ 08/04/2026.")}
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dt.date | None:
        """The day, of a year that people can mean."""
        day = super().to_python(value)
        _of_our_time(day)
        return day


class DateTimeField(forms.DateTimeField):
    """An instant in the installation's time zone."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"))
        kwargs.setdefault("input_formats", ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y"])
        kwargs.setdefault("error_messages", {"invalid": _("Thời điểm không hợp lệ. Hãy nhập ngày/tháng/năm giờ:phút.")})
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dt.datetime | None:
        """The instant, of a year that people can mean."""
        moment = super().to_python(value)
        _of_our_time(moment)
        return moment
