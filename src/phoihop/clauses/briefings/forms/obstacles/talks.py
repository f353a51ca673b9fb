"""Words, files and questions to others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.clauses.briefings.models import ObstacleFile
from phoihop.people.models import Party

CIRCLES = [("two", _("Doanh nghiệp nêu và Sở")), ("internal", _("Nội bộ Sở"))]
OPEN_CIRCLE = ("all", _("Mọi bên trong chương trình"))


class NoteForm(Form):
    """A word in the discussion."""

    text = LongTextField(label=_("Nội dung"), max_length=3000, widget=forms.Textarea(attrs={"rows": 3}))
    circle = forms.ChoiceField(label=_("Ai đọc được"), choices=[], widget=forms.RadioSelect)

    def __init__(self, *args: Any, handles: bool, owns: bool, is_open: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [*CIRCLES[: 2 if handles else 1], *([OPEN_CIRCLE] if is_open else [])]
        if not handles and not owns:
            choices = [OPEN_CIRCLE]
        circle: Any = self.fields["circle"]
        circle.choices = choices
        if len(choices) == 1:
            circle.widget, circle.initial = forms.HiddenInput(), choices[0][0]


class FileForm(Form):
    """A picture or paper."""

    upload = forms.FileField(
        label=_("Tệp"), widget=forms.ClearableFileInput(attrs={"accept": "image/*,application/pdf,.docx,.xlsx"})
    )
    caption = TextField(label=_("Chú thích"), required=False, max_length=200)
    circle = forms.ChoiceField(label=_("Ai xem được"), choices=[])

    def __init__(self, *args: Any, handles: bool, is_open: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [*CIRCLES[: 2 if handles else 1], *([OPEN_CIRCLE] if is_open else [])]
        circle: Any = self.fields["circle"]
        circle.choices = choices
        if len(choices) == 1:
            circle.widget, circle.initial = forms.HiddenInput(), choices[0][0]


class ForwardForm(Form):
    """Whom to ask what; the body reads nothing else."""

    guest = forms.ChoiceField(label=_("Đơn vị khách mời"), required=False)
    body = TextField(
        label=_("Cơ quan, đơn vị được hỏi"), required=False, max_length=200,
        help_text=_("Ví dụ: Công ty Điện lực, UBND xã, Công an huyện. Bỏ trống nếu đã chọn đơn vị khách mời."),
    )  # fmt: skip
    email = forms.EmailField(
        label=_("Thư điện tử"), required=False, help_text=_("Nhận đường dẫn trả lời, không cần tài khoản.")
    )
    text = LongTextField(
        label=_("Nội dung cần cho ý kiến"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Cơ quan được hỏi chỉ đọc nội dung này và các tệp được chọn, không đọc được vướng mắc."),
    )  # fmt: skip
    due_on = DateField(label=_("Đề nghị trả lời trước ngày"))
    attached = forms.MultipleChoiceField(label=_("Tệp gửi kèm"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, guests: Sequence[Party], files: Sequence[ObstacleFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._guests = {str(one.pk): one for one in guests}
        self._files = {str(one.pk): one for one in files}
        self.fields["guest"].choices = [  # type: ignore[attr-defined]
            ("", _("Không có trong danh sách")), *((key, one.name) for key, one in self._guests.items())
        ]  # fmt: skip
        self.fields["attached"].choices = [(key, one.file.name) for key, one in self._files.items()]  # type: ignore[attr-defined]
        if not self._guests:
            del self.fields["guest"]
        if not self._files:
            del self.fields["attached"]

    def values(self) -> dict[str, Any]:
        """What the action takes, once the form is valid."""
        kept = self.cleaned_data
        guest = self._guests.get(kept.get("guest", ""))
        return {
            "guest": guest, "body": kept["body"] or (guest.name if guest else ""), "text": kept["text"],
            "email": kept["email"] or (guest.email if guest else ""), "due_on": kept["due_on"],
            "files": tuple(self._files[key] for key in kept.get("attached", [])),
        }  # fmt: skip


class AskedForm(Form):
    """The answer of another body."""

    text = LongTextField(label=_("Nội dung trả lời"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 8}))
    answerer = TextField(label=_("Người trả lời, chức vụ"), max_length=150)

    def __init__(self, *args: Any, named: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if named:
            del self.fields["answerer"]
