"""Forms of the room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form, LongTextField, TextField


class VoteForm(Form):
    """A quick vote."""

    question = TextField(label=_("Câu hỏi"), max_length=300)
    options = LongTextField(
        label=_("Lựa chọn"), initial=_("Đồng ý\nKhông đồng ý\nÝ kiến khác"), help_text=_("Mỗi dòng một lựa chọn."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    secret = forms.BooleanField(
        label=_("Bỏ phiếu kín"), required=False,
        help_text=_("Không ai biết đơn vị nào chọn gì. Cần ít nhất 3 phiếu mới công bố kết quả."),
    )  # fmt: skip

    def clean_options(self) -> list[str]:
        """One option a line."""
        return [line.strip() for line in self.cleaned_data["options"].splitlines() if line.strip()]


class SpeakerForm(Form):
    """Somebody who raised a hand."""

    party: forms.Field = forms.ModelChoiceField(label=_("Đơn vị"), queryset=None, empty_label=None)
    name = TextField(label=_("Người phát biểu"), max_length=150)

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]


class FigureForm(Form):
    """What the projector shows."""

    code = forms.ChoiceField(label=_("Số liệu trên màn chiếu"), required=False)

    def __init__(self, *args: Any, figures: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Không trình chiếu")), *((one.code, f"{one.name} ({one.unit})") for one in figures)]
        self.fields["code"].choices = choices  # type: ignore[attr-defined]
