"""Forms: the plan of a year."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.people.models import Party
from phoihop.programme.models import Clause
from phoihop.programme.queries.plan import ItemChoices


class PartyChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A party by its short name."""

    def label_from_instance(self, obj: Any) -> str:
        """What the list shows."""
        return str(obj.short_name)


class PartyChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Parties by their short names, as boxes to tick."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """What the list shows."""
        return str(obj.short_name)


class ReasonMixin(Form):
    """Asks for a reason where the plan is frozen."""

    reason = LongTextField(
        label=_("Lý do điều chỉnh"),
        help_text=_("Kế hoạch đã thống nhất: thay đổi được ghi thành lần điều chỉnh và báo cho các bên."),
    )

    def __init__(self, *args: Any, frozen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if frozen:
            self.fields["reason"].widget.attrs["rows"] = 2
        else:
            del self.fields["reason"]


class DraftForm(Form):
    """Which year to plan."""

    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2199)
    lead_days = forms.IntegerField(
        label=_("Tổ chức trước ngày lễ (ngày)"),
        min_value=0,
        max_value=60,
        initial=0,
        help_text=_(
            "Việc vào ngày lễ được xếp vào chính ngày đó hoặc ngày làm việc gần nhất; nhập 7 để xếp trước một tuần."
        ),
    )


class ItemForm(ReasonMixin):
    """One thing to do in the year."""

    title = TextField(label=_("Việc"), max_length=300)
    starts_on = DateField(label=_("Từ ngày"))
    ends_on = DateField(label=_("Đến ngày"), required=False, help_text=_("Để trống nếu chỉ một ngày."))
    clause: forms.ModelChoiceField[Clause] = forms.ModelChoiceField(
        label=_("Nội dung của biên bản ghi nhớ"), queryset=None, required=False
    )
    kind = forms.ChoiceField(label=_("Loại hoạt động"))
    day_code = forms.ChoiceField(label=_("Nhân dịp"), required=False)
    place = TextField(label=_("Địa điểm"), max_length=200, required=False)
    owner = PartyChoice(label=_("Đơn vị chủ trì"), queryset=None)
    participants = PartyChoices(label=_("Đơn vị tham gia"), queryset=None, required=False)
    note = LongTextField(label=_("Ghi chú"), required=False)
    field_order = (
        "title", "starts_on", "ends_on", "day_code", "clause", "kind", "place", "owner", "participants", "note",
        "reason",
    )  # fmt: skip

    def __init__(self, *args: Any, choices: ItemChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].queryset = choices.clauses  # type: ignore[attr-defined]
        self.fields["owner"].queryset = choices.owners  # type: ignore[attr-defined]
        self.fields["participants"].queryset = choices.parties  # type: ignore[attr-defined]
        self.fields["kind"].choices = choices.kinds  # type: ignore[attr-defined]
        self.fields["day_code"].choices = [("", _("Không nhân dịp nào")), *choices.days]  # type: ignore[attr-defined]
        self.fields["note"].widget.attrs["rows"] = 3

    def clean(self) -> dict[str, Any]:
        """Without a last day it is held on one day."""
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["ends_on"] = cleaned.get("ends_on") or cleaned.get("starts_on")
        return cleaned


class MoveForm(Form):
    """The new days of an item, as a person types them or as the calendar and the bars send them.

    An all-day event of the calendar ends on the day after; the bars and people name the last day itself.
    """

    start = DateField(input_formats=["%Y-%m-%d", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"])
    end = DateField(required=False, input_formats=["%Y-%m-%d", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"])
    all_day = forms.BooleanField(required=False)
    reason = LongTextField(required=False)


class RemoveForm(ReasonMixin):
    """Taking an item out of a plan."""


class TargetForm(ReasonMixin):
    """How much an item should bring."""

    label = TextField(label=_("Chỉ tiêu"), max_length=150)
    value = forms.DecimalField(label=_("Kế hoạch"), min_value=0, max_digits=18, decimal_places=2, localize=True)
    unit = TextField(label=_("Đơn vị tính"), max_length=40)
    party = PartyChoice(
        label=_("Của"), queryset=None, required=False, empty_label=_("Chung các bên"),
        help_text=_("Chỉ tiêu riêng chỉ đơn vị đó và Sở xem được."),
    )  # fmt: skip
    field_order = ("label", "value", "unit", "party", "reason")

    def __init__(self, *args: Any, parties: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]


class ProposeForm(Form):
    """By when the parties answer."""

    agree_by = DateField(label=_("Các bên cho ý kiến trước ngày"))


class AnswerForm(Form):
    """A party agrees, or says what must change."""

    party = PartyChoice(label=_("Đơn vị"), queryset=None)
    agrees = forms.ChoiceField(
        label=_("Ý kiến"),
        choices=[("yes", _("Thống nhất với kế hoạch")), ("no", _("Đề nghị sửa"))],
        widget=forms.RadioSelect,
    )
    note = LongTextField(
        label=_("Nội dung đề nghị sửa"), required=False, help_text=_("Chỉ Sở xem được ý kiến của đơn vị.")
    )

    def __init__(self, *args: Any, parties: list[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["party"]
        field.queryset = Party.objects.filter(pk__in=[party.pk for party in parties])  # type: ignore[attr-defined]
        if len(parties) == 1:
            field.initial = parties[0].pk
            field.widget = forms.HiddenInput()
        self.fields["note"].widget.attrs["rows"] = 3


class TargetRemoveForm(Form):
    """Why a target is taken back; a draft asks for no reason."""

    reason = TextField(required=False)
