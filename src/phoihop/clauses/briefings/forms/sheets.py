"""Forms: sending in a file of figures, and answering what it leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from phoihop.base.forms import Form
from phoihop.clauses.briefings.reporting.periods import Period
from phoihop.clauses.briefings.workbooks import Question, SheetForm

FILE_HELP = gettext_lazy(
    "XLSX, XLS, ODS, CSV, ADX (XML) hoặc JSON (dataValueSets); tối đa 20 MB. Không nhận tệp có macro."
)
KINDS = (
    ("value", gettext_lazy("Số liệu kỳ này")), ("name", gettext_lazy("Tên chỉ tiêu")),
    ("code", gettext_lazy("Mã chỉ tiêu")), ("breakdown", gettext_lazy("Phân tổ")),
    ("unit", gettext_lazy("Đơn vị tính")), ("estimate", gettext_lazy("Ước hay chính thức")),
    ("period", gettext_lazy("Kỳ báo cáo")), ("party", gettext_lazy("Mã đơn vị")),
    ("earlier", gettext_lazy("Số kỳ khác, không đọc")), ("note", gettext_lazy("Ghi chú, không đọc")),
)  # fmt: skip
PERIODS_BACK = 12


class UploadForm(Form):
    """A file for one report."""

    file = forms.FileField(label=gettext_lazy("Tệp"), help_text=FILE_HELP)


class HistoryForm(UploadForm):
    """A file of several periods.

    :param ways: code and words of each form of a programme
    :param parties: parties whose figures it may hold, by code of the way
    :param optional: whether the file itself may name the parties
    """

    way = forms.ChoiceField(label=gettext_lazy("Biểu"))
    party = forms.ChoiceField(label=gettext_lazy("Đơn vị"), required=False)
    field_order = ("way", "party", "file")

    def __init__(
        self, *args: Any, ways: Sequence[tuple[str, str]], parties: Sequence[tuple[str, str]], optional: bool,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = list(ways)  # type: ignore[attr-defined]
        named = [("", _("Tệp ghi mã đơn vị"))] if optional else []
        self.fields["party"].choices = [*named, *parties]  # type: ignore[attr-defined]
        self.fields["party"].required = not optional
        if not optional and len(parties) == 1:
            self.fields["party"].widget = forms.HiddenInput()
            self.fields["party"].initial = parties[0][0]


class AnswersForm(Form):
    """One choice for each question about a file."""

    def __init__(
        self, *args: Any, questions: Iterable[Question], form: SheetForm, given: Mapping[str, str], today: Any,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for number, question in enumerate(self.questions):
            self.fields[f"answer_{number}"] = forms.ChoiceField(
                label=_label(question), choices=_choices(question, form, today), required=False,
                initial=given.get(question.key, question.guess), help_text=question.place.text(get_language() or "vi"),
            )  # fmt: skip
        self.dress()

    def answers(self) -> dict[str, str]:
        """Key of the question → answer; questions left open are not there."""
        said = {one.key: self.cleaned_data[f"answer_{number}"] for number, one in enumerate(self.questions)}
        return {key: answer for key, answer in said.items() if answer}


def _label(question: Question) -> str:
    words = {
        "row": _("Dòng “%(heard)s” là chỉ tiêu nào?"), "column": _("Cột “%(heard)s” là gì?"),
        "period": _("Trang tính “%(heard)s” là số liệu của kỳ nào?"),
        "scale": _("Tệp tính “%(heard)s”: xử lý số liệu thế nào?"),
    }  # fmt: skip
    return words[question.kind] % {"heard": question.heard}


def _choices(question: Question, form: SheetForm, today: Any) -> list[tuple[str, Any]]:
    language = get_language() or "vi"
    open_ = ("", _("Chọn câu trả lời"))
    if question.kind == "row":
        labels = [(str(cell), label) for cell, label in form.shape.labels.items()]
        return [open_, ("-", _("Bỏ qua dòng này")), *labels]
    if question.kind == "column":
        return [open_, *KINDS]
    if question.kind == "period":
        return [open_, *((period.code, period.label) for period in _last_periods(form.period_type, today))]
    return [open_, *((value, saying.text(language, values)) for value, saying, values in question.options)]


def _last_periods(type_: str, today: Any) -> list[Period]:
    lengths = {"month": 1, "quarter": 3, "half": 6, "year": 12}
    period = Period(type_, today.year, (today.month - 1) // lengths[type_] + 1)
    found = [period]
    for _step in range(PERIODS_BACK):
        period = period.previous
        found.append(period)
    return found
