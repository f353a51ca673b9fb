"""Forms: the steps of a memorandum from circulation to its end."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.programme.forms.memorandum import LONG


class NoteForm(Form):
    """What changed in a revision."""

    note = TextField(label=_("Thay đổi gì so với bản trước"), max_length=300, required=False)


class CirculateForm(NoteForm):
    """Until when parties answer."""

    answer_by = DateField(label=_("Hạn góp ý"))
    field_order = ("answer_by", "note")


class ReasonForm(Form):
    """Why it goes back to the desk."""

    reason = LongTextField(label=_("Lý do"), help_text=_("Các bên sẽ được thông báo lý do này."))


class AnswerForm(Form):
    """Accept, or ask for a change."""

    accepts = forms.TypedChoiceField(
        label=_("Ý kiến của đơn vị"), coerce=lambda value: value == "yes", widget=forms.RadioSelect,
        choices=[("yes", _("Đồng ý toàn văn")), ("no", _("Đề nghị sửa"))],
        error_messages={"required": _("Hãy chọn đồng ý hoặc đề nghị sửa.")},
    )  # fmt: skip
    note = LongTextField(
        label=_("Lý do hoặc đề nghị"), required=False,
        help_text=_("Bắt buộc khi đề nghị sửa. Chỉ cơ quan chủ trì đọc được."),
    )  # fmt: skip


class CommentForm(Form):
    """A comment on one passage."""

    text = LongTextField(label=_("Ý kiến"), required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": 4}))
    proposal = LongTextField(
        label=_("Đề nghị viết lại"), required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Sửa trực tiếp câu chữ; để nguyên nếu chỉ nêu ý kiến."),
    )  # fmt: skip
    open_to_all = forms.BooleanField(
        label=_("Cho các bên cùng xem"), required=False,
        help_text=_("Nếu không chọn, chỉ đơn vị bạn và cơ quan chủ trì đọc được."),
    )  # fmt: skip


class ReplyForm(Form):
    """The lead's reply."""

    reply = LongTextField(label=_("Trả lời"))
    settled = forms.BooleanField(label=_("Đã giải quyết xong ý kiến này"), required=False, initial=True)


class SigningForm(Form):
    """Until when parties sign."""

    due_on = DateField(label=_("Hạn ký"), required=False)


class EndForm(Form):
    """When and why it ends."""

    ended_on = DateField(label=_("Kết thúc ngày"))
    reason = LongTextField(label=_("Lý do"), required=False, help_text=_("Bắt buộc khi kết thúc trước hạn."))
