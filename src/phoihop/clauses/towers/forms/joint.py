"""Forms of the joint plan."""

from __future__ import annotations

import base64
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, DateTimeField, Form, LongTextField, TextField
from phoihop.clauses.towers.forms.registry.fields import DegreeField, MeasureField
from phoihop.clauses.towers.forms.registry.imports import SYSTEMS
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.rulebook import PriceLine, PriceList, Rulebook
from phoihop.clauses.towers.models import DeclineReason, SplitMethod, Technology

MAX_FILE_BYTES = 1024 * 1024


def split_label(code: str) -> str:
    """What a way to split is called."""
    return str(SplitMethod(code).label)


class RoundForm(Form):
    """A new round."""

    programme: forms.Field = forms.ModelChoiceField(label=_("Chương trình"), queryset=None)
    year = forms.IntegerField(label=_("Năm thực hiện"), min_value=2000, max_value=2100)
    closes_at = DateTimeField(
        label=_("Hết hạn nộp nhu cầu"),
        help_text=_("Nhu cầu niêm phong đến lúc này, kể cả với Sở. Về sau chỉ lùi hạn được, không đưa lên sớm hơn."),
    )
    note = LongTextField(
        label=_("Hướng dẫn cho doanh nghiệp"), required=False,
        help_text=_("Ví dụ: phạm vi, công nghệ ưu tiên, người liên hệ."),
    )  # fmt: skip
    hint_budget = forms.IntegerField(
        label=_("Số khu vực mỗi doanh nghiệp được trả lời ngay về việc bắt buộc dùng chung"), min_value=0,
        max_value=1000, initial=60,
        help_text=_("Giới hạn này giữ cho không ai dò ra vị trí cột của doanh nghiệp khác."),
    )  # fmt: skip
    need_limit = forms.IntegerField(
        label=_("Số nhu cầu tối đa của mỗi doanh nghiệp"), min_value=1, max_value=20_000, initial=500,
        help_text=_("Kết quả của từng nhu cầu cũng cho biết chỗ đó có dựng được cột hay không."),
    )  # fmt: skip
    activity: forms.Field = forms.ModelChoiceField(
        label=_("Hoạt động trong kế hoạch năm"), queryset=None, required=False, empty_label=_("Chưa gắn"),
        help_text=_("Kết quả của đợt được tính vào hoạt động này trong báo cáo năm."),
    )  # fmt: skip

    def __init__(self, *args: Any, programmes: Any, activities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]
        self.fields["activity"].queryset = activities  # type: ignore[attr-defined]


class ExtendForm(Form):
    """A later closing date."""

    closes_at = DateTimeField(label=_("Hết hạn nộp mới"))


class CancelForm(Form):
    """Why a round is given up."""

    reason = LongTextField(label=_("Lý do hủy"), help_text=_("Các doanh nghiệp sẽ nhận được lý do này."))


class PriceForm(Form):
    """Prices, one class and height a line."""

    lines = LongTextField(
        label=_("Chi phí xây dựng"), widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Mỗi dòng: loại cột; chiều cao (m); chi phí (đồng). Ví dụ: A2b; 42; 760.000.000"),
    )  # fmt: skip
    extra_tenant_vnd = forms.IntegerField(
        label=_("Chi phí thêm cho mỗi doanh nghiệp sau doanh nghiệp thứ nhất (đồng)"), min_value=0, localize=True
    )
    rent_vnd = forms.IntegerField(
        label=_("Giá thuê một năm khi chủ cột chưa báo giá (đồng)"), min_value=0, localize=True
    )
    concealed = TextField(
        label=_("Loại cột được dựng ở khu vực yêu cầu mỹ quan"), required=False,
        help_text=_("Các mã, cách nhau bằng dấu phẩy."),
    )  # fmt: skip

    def clean_lines(self) -> tuple[PriceLine, ...]:
        """Read the lines; a wrong one is told by its number."""
        found = []
        for number, text in enumerate(self.cleaned_data["lines"].splitlines(), start=1):
            if text.strip():
                found.append(_price_line(number, text))
        if not found:
            raise ValidationError(_("Hãy nhập ít nhất một dòng chi phí."))
        return tuple(found)

    def prices(self) -> PriceList:
        """What was filled in."""
        data = self.cleaned_data
        concealed = tuple(code.strip() for code in data["concealed"].split(",") if code.strip())
        return PriceList(data["lines"], concealed, data["extra_tenant_vnd"], data["rent_vnd"])

    @staticmethod
    def start(prices: PriceList) -> dict[str, Any]:
        """A form's first values."""
        lines = [
            f"{one.class_code}; {one.height_m:g}; ".replace(".", ",") + f"{one.build_vnd:,}".replace(",", ".")
            for one in prices.lines
        ]
        return {
            "lines": "\n".join(lines), "extra_tenant_vnd": prices.extra_tenant_vnd, "rent_vnd": prices.rent_vnd,
            "concealed": ", ".join(prices.concealed),
        }  # fmt: skip


def _price_line(number: int, text: str) -> PriceLine:
    parts = [part.strip() for part in text.split(";")]
    try:
        code, height, cost = parts
        line = PriceLine(code, float(height.replace(",", ".")), int(cost.replace(".", "").replace(" ", "")))
    except ValueError:
        message = _("Dòng %(n)s chưa đúng: cần “loại cột; chiều cao; chi phí”, cách nhau bằng dấu chấm phẩy.")
        raise ValidationError(message, params={"n": number}) from None
    if not code or not 0 < line.height_m <= 350 or not 0 < line.build_vnd <= 10**12:
        message = _("Dòng %(n)s: chiều cao từ 0 đến 350 m, chi phí lớn hơn 0 và dưới 1.000 tỷ đồng.")
        raise ValidationError(message, params={"n": number})
    return line


class NeedForm(Form):
    """One need."""

    label = TextField(
        label=_("Tên gọi của đơn vị"), max_length=100, required=False, help_text=_("Chỉ đơn vị bạn và Sở xem.")
    )
    latitude = DegreeField(label=_("Vĩ độ tâm vòng tìm kiếm (WGS 84)"), help_text=_("Ví dụ 20,9401."))
    longitude = DegreeField(label=_("Kinh độ tâm vòng tìm kiếm (WGS 84)"), help_text=_("Ví dụ 106,3300."))
    radius_m = forms.IntegerField(
        label=_("Bán kính vòng tìm kiếm (m)"), min_value=10, max_value=5000, initial=300,
        help_text=_("Trạm đặt ở đâu trong vòng này cũng được. Vòng càng rộng càng dễ ghép với đơn vị khác."),
    )  # fmt: skip
    height_m = MeasureField(label=_("Độ cao ăng ten tối thiểu (m)"), min_value=3, max_value=150)
    technology = forms.ChoiceField(label=_("Công nghệ"), choices=Technology.choices, initial="5G")
    wind_m2 = MeasureField(
        label=_("Diện tích cản gió của thiết bị (m²)"), places=2, min_value=0, required=False,
        help_text=_("Để trống nếu chưa biết."),
    )  # fmt: skip
    note = LongTextField(label=_("Ghi chú"), required=False, max_length=1000)

    def facts(self, year: int) -> NeedFacts:
        """What was filled in."""
        data = self.cleaned_data
        return NeedFacts(
            latitude=data["latitude"], longitude=data["longitude"], radius_m=data["radius_m"],
            height_m=float(data["height_m"]), technology=data["technology"], year=year,
            wind_m2=float(data["wind_m2"] or 0), label=data["label"], note=data["note"],
        )  # fmt: skip

    @staticmethod
    def start(facts: NeedFacts) -> dict[str, Any]:
        """A form's first values."""
        return facts.as_dict()


class NeedFileForm(Form):
    """Many needs in one file."""

    file = forms.FileField(
        label=_("Tệp nhu cầu"),
        help_text=_("CSV, XLSX, ODS hoặc GeoJSON; cột: Tên, Vĩ độ, Kinh độ, Bán kính, Độ cao, Công nghệ, Ghi chú."),
    )

    epsg = forms.ChoiceField(
        label=_("Hệ tọa độ"), choices=SYSTEMS, required=False,
        help_text=_("Hệ thống tự nhận biết WGS 84 hay VN-2000, độ thập phân hay độ phút giây."),
    )  # fmt: skip

    def clean_file(self) -> bytes:
        """The content; kept nowhere."""
        upload = self.cleaned_data["file"]
        if upload.size > MAX_FILE_BYTES:
            raise ValidationError(_("Tệp lớn hơn 1 MB. Hãy chia thành nhiều tệp."))
        content: bytes = upload.read()
        return content


class NeedRowsForm(Form):
    """The same file once more, after its preview; it goes to its owner's browser and back and is kept nowhere."""

    content = forms.CharField(widget=forms.HiddenInput)
    epsg = forms.ChoiceField(choices=SYSTEMS, required=False, widget=forms.HiddenInput)

    def clean_content(self) -> bytes:
        """The file."""
        try:
            return base64.b64decode(self.cleaned_data["content"], validate=True)
        except ValueError:
            raise ValidationError(_("Phần xem trước bị hỏng. Hãy chọn lại tệp.")) from None


class ReceiptForm(Form):
    """A receipt to be checked."""

    file = forms.FileField(label=_("Tệp phiếu nộp"), help_text=_("Tệp .json đã tải về khi nộp nhu cầu."))

    def clean_file(self) -> bytes:
        """The content; kept nowhere."""
        upload = self.cleaned_data["file"]
        if upload.size > 100_000:
            raise ValidationError(_("Tệp quá lớn, không phải phiếu nộp nhu cầu."))
        content: bytes = upload.read()
        return content


class ScenarioForm(Form):
    """The rules of a scenario."""

    name = TextField(label=_("Tên phương án"), max_length=150)
    spacing_town_m = forms.IntegerField(
        label=_("Khoảng cách tối thiểu trong đô thị (m)"), min_value=0, max_value=5000, required=False,
        help_text=_("Để trống: theo quy định của đợt."),
    )  # fmt: skip
    spacing_elsewhere_m = forms.IntegerField(
        label=_("Khoảng cách tối thiểu ngoài đô thị (m)"), min_value=0, max_value=5000, required=False,
        help_text=_("Để trống: theo quy định của đợt."),
    )  # fmt: skip
    max_operators = forms.IntegerField(label=_("Số doanh nghiệp tối đa trên một cột"), min_value=1, max_value=8)
    radius_percent = forms.IntegerField(
        label=_("Bán kính vòng tìm kiếm (% so với đã nộp)"), min_value=50, max_value=300
    )
    honour_offers = forms.BooleanField(
        label=_("Chỉ thuê cột mà chủ cột sẵn sàng cho dùng chung"), required=False,
        help_text=_("Bỏ chọn để xem nếu mọi cột đủ khả năng đều cho thuê."),
    )  # fmt: skip
    assumed_slots = forms.IntegerField(
        label=_("Số chỗ giả định trên cột chưa khai chỗ trống"), min_value=0, max_value=4
    )
    years = forms.IntegerField(label=_("Số năm tính tiền thuê"), min_value=1, max_value=30)
    discount_percent = MeasureField(label=_("Tỷ lệ chiết khấu (%/năm)"), min_value=0, max_value=30)
    split_method = forms.ChoiceField(
        label=_("Cách chia chi phí cột xây chung"), choices=SplitMethod.choices,
        help_text=_("Theo tải: cột nào có bên chưa khai diện tích cản gió thì chia đều."),
    )  # fmt: skip

    def rulebook(self, base: Rulebook) -> Rulebook:
        """The round's rules with what was filled in."""
        data = self.cleaned_data
        names = ("max_operators", "radius_percent", "honour_offers", "assumed_slots", "years", "split_method")
        changes = {name: data[name] for name in names} | {"discount_percent": float(data["discount_percent"])}
        return base.changed(town_m=data["spacing_town_m"], elsewhere_m=data["spacing_elsewhere_m"], **changes)

    @staticmethod
    def start(base: Rulebook, name: str) -> dict[str, Any]:
        """A form's first values."""
        names = (
            "max_operators", "radius_percent", "honour_offers", "assumed_slots", "years", "discount_percent",
            "split_method",
        )  # fmt: skip
        return {"name": name} | {one: getattr(base, one) for one in names}


class PublishForm(Form):
    """What goes with the proposals."""

    answer_by = DateField(label=_("Doanh nghiệp trả lời trước ngày"))
    starts_on = DateField(label=_("Bắt đầu xây dựng, thuê"), help_text=_("Dự kiến chung; từng đề xuất đổi được sau."))
    ends_on = DateField(label=_("Hoàn thành"))


class DeclineForm(Form):
    """Why a proposal is declined."""

    terms = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(label=_("Lý do"), choices=DeclineReason.choices, widget=forms.RadioSelect)
    text = LongTextField(label=_("Giải thích"), help_text=_("Chỉ Sở đọc được; đối tác không biết lý do."))


class CounterForm(Form):
    """Other terms."""

    terms = forms.IntegerField(widget=forms.HiddenInput)
    radius_m = forms.IntegerField(
        label=_("Bán kính vòng tìm kiếm mới (m)"), min_value=10, max_value=5000, required=False
    )
    height_m = MeasureField(label=_("Độ cao ăng ten mới (m)"), min_value=3, max_value=150, required=False)
    starts_on = DateField(label=_("Bắt đầu"), required=False)
    ends_on = DateField(label=_("Hoàn thành"), required=False)
    split_method = forms.ChoiceField(
        label=_("Cách chia chi phí"), choices=[("", _("Không đổi")), *SplitMethod.choices], required=False
    )
    text = LongTextField(label=_("Giải thích"), required=False, help_text=_("Chỉ Sở đọc được."))

    def __init__(self, *args: Any, with_need: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_need:
            del self.fields["radius_m"], self.fields["height_m"]


class TermsForm(Form):
    """The terms of an open proposal."""

    starts_on = DateField(label=_("Bắt đầu"))
    ends_on = DateField(label=_("Hoàn thành"))
    split_method = forms.ChoiceField(label=_("Cách chia chi phí"), choices=SplitMethod.choices)
    lead_builder: forms.Field = forms.ModelChoiceField(
        label=_("Đơn vị chủ trì xây dựng"), queryset=None, required=False, empty_label=_("Chưa chọn")
    )

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead_builder"].queryset = parties  # type: ignore[attr-defined]
