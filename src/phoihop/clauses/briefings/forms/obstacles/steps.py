"""The steps of the enterprise and of the department, a form each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.clauses.briefings.models import Obstacle, ObstacleTopic, Urgency


class TriageForm(Form):
    """What it is about, who answers, until when."""

    topic = forms.ChoiceField(label=_("Nhóm"), required=False)
    urgency = forms.ChoiceField(label=_("Mức độ"), choices=Urgency.choices)
    owner = forms.ChoiceField(label=_("Người xử lý"), required=False)
    due_on = DateField(
        label=_("Hạn trả lời"), required=False, help_text=_("Bỏ trống để tính theo số ngày làm việc của nhóm.")
    )
    note = TextField(label=_("Ghi chú nội bộ của Sở"), required=False, max_length=300)

    def __init__(
        self, *args: Any, obstacle: Obstacle, topics: Sequence[ObstacleTopic], owners: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        kwargs.setdefault(
            "initial",
            {"topic": str(obstacle.topic_id or ""), "urgency": obstacle.urgency, "owner": str(obstacle.owner_id or "")},
        )
        super().__init__(*args, **kwargs)
        self._topics = {str(topic.pk): topic for topic in topics if topic.regulator_id == obstacle.programme.lead_id}
        self.fields["topic"].choices = [  # type: ignore[attr-defined]
            ("", _("Chưa phân loại")),
            *(
                (key, _("%(name)s (%(n)s ngày)") % {"name": one.name, "n": one.answer_days})
                for key, one in self._topics.items()
            ),
        ]  # fmt: skip
        self.fields["owner"].choices = [("", _("Chưa giao")), *owners]  # type: ignore[attr-defined]

    def clean_topic(self) -> ObstacleTopic | None:
        """The row itself."""
        return self._topics.get(self.cleaned_data["topic"])


class AnswerForm(Form):
    """The answer, with what the law says."""

    answer = LongTextField(label=_("Trả lời"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 7}))
    legal_basis = LongTextField(
        label=_("Căn cứ pháp lý"), required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một văn bản, điều khoản."),
    )  # fmt: skip
    answer_others = LongTextField(
        label=_("Trả lời cho các đơn vị khác cùng gặp vướng mắc"), max_length=10_000,
        help_text=_("Các vướng mắc xử lý chung nhận nội dung này. Không nêu tên, vị trí, số liệu của đơn vị nào."),
    )  # fmt: skip

    def __init__(self, *args: Any, others: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not others:
            del self.fields["answer_others"]


class ReasonForm(Form):
    """Why something is reopened or taken back."""

    reason = LongTextField(label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class OpenForm(Form):
    """Opening to all parties."""

    with_files = forms.BooleanField(label=_("Các bên khác xem được cả ảnh, tài liệu kèm theo"), required=False)


class FollowForm(Form):
    """We have this too."""

    note = TextField(
        label=_("Tình hình của đơn vị bạn"), required=False, max_length=300, help_text=_("Chỉ Sở đọc được.")
    )


class MergeForm(Form):
    """Which obstacle stands for both."""

    into = forms.ChoiceField(label=_("Xử lý chung với"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, candidates: Sequence[Obstacle], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rows = {str(one.pk): one for one in candidates}
        self.fields["into"].choices = [  # type: ignore[attr-defined]
            (key, f"{one.title} – {one.party.short_name}, {one.get_state_display().lower()}")
            for key, one in self._rows.items()
        ]  # fmt: skip

    def clean_into(self) -> Obstacle:
        """The row itself."""
        return self._rows[self.cleaned_data["into"]]


class TopicForm(Form):
    """A topic of the department's list."""

    name = TextField(label=_("Nhóm vướng mắc"), max_length=100)
    answer_days = forms.IntegerField(label=_("Hạn trả lời (ngày làm việc)"), min_value=1, max_value=250, initial=15)
    position = forms.IntegerField(label=_("Thứ tự"), min_value=0, max_value=1000, initial=0)
