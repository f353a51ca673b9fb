"""Forms of rounds and reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.clauses.briefings.reporting.periods import Period, read_period

LONGEST = 500


class RoundForm(Form):
    """Which form is asked, for which period, in which programme."""

    programme = forms.ChoiceField(label=_("Chương trình"))
    asked = forms.ChoiceField(
        label=_("Biểu và kỳ báo cáo"),
        help_text=_("Tên đợt và các thời hạn được điền theo biểu; sửa được trước khi mở đợt."),
    )

    def __init__(
        self, *args: Any, programmes: Iterable[Any], versions: Sequence[tuple[Any, Sequence[Period]]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.programmes = {str(one.pk): one for one in programmes}
        self.versions = {str(version.pk): version for version, _periods in versions}
        choices = [(pk, str(one)) for pk, one in self.programmes.items()]
        self.fields["programme"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["programme"].initial = choices[0][0]
            self.fields["programme"].widget = forms.HiddenInput()
        self.fields["asked"].choices = [  # type: ignore[attr-defined]
            (str(version), [(f"{version.pk}:{one.code}", f"{version.form.code} · {one.label}") for one in periods])
            for version, periods in versions
        ]

    def asked_for(self) -> dict[str, Any]:
        """The programme, the version and the period that were chosen."""
        version, code = self.cleaned_data["asked"].split(":")
        return {
            "programme": self.programmes[self.cleaned_data["programme"]], "version": self.versions[version],
            "period": read_period(code),
        }  # fmt: skip


class RoundDatesForm(Form):
    """How a round is called, and when it takes reports."""

    title = TextField(label=_("Tên đợt báo cáo"), max_length=200)
    opens_on = DateField(label=_("Mở nhập liệu từ"))
    due_on = DateField(label=_("Hạn nộp"), help_text=_("Nộp đến hết ngày này là đúng hạn."))
    lock_on = DateField(
        label=_("Khóa nhập liệu sau ngày"), help_text=_("Sau ngày này đơn vị chỉ nộp được khi Sở gia hạn.")
    )


class LetterForm(Form):
    """The text of the letter that asks."""

    text = LongTextField(
        label=_("Nội dung công văn"), max_length=6000, widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("Mỗi dòng là một đoạn; dòng bắt đầu bằng dấu gạch ngang là một ý."),
    )  # fmt: skip


class ReasonForm(Form):
    """Why."""

    reason = LongTextField(label=_("Lý do"), max_length=2000)


class ExtendForm(Form):
    """Until when."""

    until = DateField(label=_("Gia hạn đến hết ngày"))


class SendBackForm(Form):
    """What is wrong in general; remarks on single figures stand in the table."""

    reason = LongTextField(
        label=_("Ý kiến chung"), max_length=2000, required=False,
        help_text=_("Có thể bỏ trống nếu đã nhận xét ở từng ô trong bảng dưới đây."),
    )  # fmt: skip


class SubmitForm(Form):
    """A word for each warning, an answer to each remark, and a remark of one's own."""

    note = LongTextField(label=_("Nhận xét, giải trình chung"), max_length=4000, required=False)

    def __init__(
        self, *args: Any, warnings: Mapping[str, str], remarks: Mapping[str, str], said: Mapping[str, str],
        answered: Mapping[str, str], note: str, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["note"].initial = note
        for rule, message in warnings.items():
            self._ask(f"rule_{rule}", _("Giải trình"), message, said.get(rule, ""))
        for remark, text in remarks.items():
            self._ask(f"remark_{remark}", _("Trả lời nhận xét"), text, answered.get(remark, ""))
        self.order_fields([*(name for name in self.fields if name != "note"), "note"])
        self.dress()

    def _ask(self, name: str, label: Any, help_text: str, value: str) -> None:
        self.fields[name] = TextField(
            label=label, help_text=help_text, max_length=LONGEST, required=False, initial=value
        )

    def _given(self, prefix: str) -> dict[UUID, str]:
        return {
            UUID(name.removeprefix(prefix)): value
            for name, value in self.cleaned_data.items()
            if name.startswith(prefix)
        }

    def words(self) -> dict[str, Any]:
        """What the action takes."""
        return {
            "explanations": self._given("rule_"), "answers": self._given("remark_"), "note": self.cleaned_data["note"],
        }  # fmt: skip
