"""Forms: bringing in a sheet, and saying which column is what."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form
from phoihop.clauses.towers.registry.sheet import fields

MERIDIANS = (
    "103°00'", "104°00'", "104°30'", "104°45'", "105°30'", "105°45'", "106°00'", "106°15'", "106°30'", "107°00'",
    "107°15'", "107°30'", "108°15'", "108°30'",
)  # fmt: skip
FIRST_ZONE = 9205  # EPSG; one code for each meridian, in this order
SYSTEMS = [
    ("", _("Tự nhận biết")),
    ("4326", _("WGS 84 (vĩ độ, kinh độ)")),
    *((str(FIRST_ZONE + place), f"VN-2000 {name} (EPSG:{FIRST_ZONE + place})") for place, name in enumerate(MERIDIANS)),
]


class UploadForm(Form):
    """A sheet of masts."""

    file = forms.FileField(
        label=_("Tệp"), help_text=_("CSV, XLSX, XLS, ODS hoặc GeoJSON; tối đa 20 MB và 20.000 dòng.")
    )
    epsg = forms.ChoiceField(
        label=_("Hệ tọa độ"), choices=SYSTEMS, required=False,
        help_text=_("Hệ thống tự nhận biết WGS 84 hay VN-2000, độ thập phân hay độ phút giây."),
    )  # fmt: skip


class ColumnsForm(Form):
    """One choice for each heading of a sheet."""

    epsg = forms.ChoiceField(label=_("Hệ tọa độ"), choices=SYSTEMS, required=False)

    def __init__(self, *args: Any, headings: tuple[str, ...], mapping: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headings = list(dict.fromkeys(filter(None, headings)))
        choices = [("", _("Bỏ qua cột này")), *((one.code, one.label) for one in fields(()))]
        for number, heading in enumerate(self.headings):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading, choices=choices, required=False, initial=mapping.get(heading, "")
            )
        self.dress()

    def columns(self) -> dict[str, str]:
        """Heading → code of a field; an empty code leaves the column aside."""
        return {heading: self.cleaned_data[f"column_{number}"] for number, heading in enumerate(self.headings)}

    def clean(self) -> dict[str, Any]:
        """No two columns can be the same field."""
        cleaned: dict[str, Any] = super().clean() or {}
        used: dict[str, str] = {}
        for number, heading in enumerate(self.headings):
            code = cleaned.get(f"column_{number}", "")
            if code and code in used:
                message = _("Cột “%(other)s” đã được chọn cho mục này.") % {"other": used[code]}
                self.add_error(f"column_{number}", message)
            used.setdefault(code, heading)
        return cleaned
