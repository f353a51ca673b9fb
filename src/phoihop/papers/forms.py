"""Forms of papers, signing and signers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField

PREFIXES = [("", "–"), ("TM", "TM."), ("KT", "KT."), ("TL", "TL."), ("TUQ", "TUQ."), ("Q", "Q.")]
CRL_BYTES = 20 * 1024 * 1024
ATTRIBUTES = [("", "–"), ("UID", "UID (MST, CCCD)"), ("serialNumber", "serialNumber"), ("CN", "CN")]


class SignatureForm(Form):
    """That a paper was signed."""

    signed_on = DateField(label=_("Ngày ký"))
    signer_name = TextField(label=_("Người ký"), max_length=150, required=False)
    upload = forms.FileField(
        label=_("Tệp đã ký hoặc bản quét"), required=False, help_text=_("PDF đã ký số, hoặc ảnh, PDF quét bản giấy.")
    )


class IssueForm(Form):
    """The day of a number."""

    issued_on = DateField(label=_("Ngày ban hành"))


class ReasonForm(Form):
    """Why."""

    reason = LongTextField(label=_("Lý do"))


class GiveBackForm(Form):
    """A signed PDF."""

    file = forms.FileField(label=_("Tệp PDF đã ký"), widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}))


class OnPaperForm(Form):
    """That a party signed on paper."""

    signed_on = DateField(label=_("Ngày ký trên giấy"))
    scan = forms.FileField(label=_("Bản quét trang ký"), help_text=_("PDF, PNG hoặc JPEG."))


class SignerForm(Form):
    """Who signs, and how their certificate is known."""

    name = TextField(label=_("Họ và tên người ký"), max_length=150)
    position = TextField(label=_("Chức vụ"), max_length=150)
    # The base class keeps a prefix of its own for field names; as a declared field ours does not touch it.
    prefix = forms.ChoiceField(label=_("Thẩm quyền ký"), choices=PREFIXES, required=False)  # type: ignore[assignment]
    valid_from = DateField(label=_("Từ ngày"))
    certificate = forms.FileField(
        label=_("Chứng thư số (.cer, .crt, .pem)"), required=False,
        help_text=_("Chỉ chứng thư công khai, không kèm khóa."),
    )  # fmt: skip
    certificate_sha256 = TextField(label=_("Hoặc dấu vân tay SHA-256 của chứng thư"), max_length=120, required=False)
    issuer_name = TextField(label=_("Hoặc tổ chức cấp chứng thư (tên chung, CN)"), max_length=200, required=False)
    serial = TextField(
        label=_("Số sê-ri của chứng thư"), max_length=70, required=False,
        help_text=_("Thập phân, hoặc thập lục phân: bắt đầu bằng 0x hay ngăn bằng dấu hai chấm."),
    )  # fmt: skip
    subject_attribute = forms.ChoiceField(
        label=_("Hoặc nhận theo trường trong chứng thư"), choices=ATTRIBUTES, required=False
    )
    subject_value = TextField(label=_("Giá trị của trường"), max_length=150, required=False)

    def clean_certificate(self) -> bytes:
        """The certificate's bytes; a certificate is small."""
        upload = self.cleaned_data.get("certificate")
        if upload is None:
            return b""
        if upload.size > 100_000:
            raise ValidationError(_("Chứng thư số chỉ vài kilobyte. Hãy chọn đúng tệp chứng thư."))
        data: bytes = upload.read()
        return data


class EndSignerForm(Form):
    """Until when."""

    valid_to = DateField(label=_("Ký đến hết ngày"))


class IssuerForm(Form):
    """An authority to trust."""

    name = TextField(label=_("Tên tổ chức chứng thực"), max_length=200)
    certificate = forms.FileField(label=_("Chứng thư gốc (.cer, .crt, .pem)"))
    crl = forms.FileField(label=_("Danh sách thu hồi (.crl)"), required=False)

    def clean_certificate(self) -> bytes:
        """The certificate's bytes."""
        data: bytes = self.cleaned_data["certificate"].read(100_000)
        return data

    def clean_crl(self) -> bytes:
        """The list's bytes."""
        return _read_crl(self.cleaned_data.get("crl"))


class RevocationsForm(Form):
    """A newer revocation list."""

    crl = forms.FileField(
        label=_("Danh sách thu hồi (.crl)"), help_text=_("Tải từ trang của tổ chức chứng thực; hết hạn sau vài ngày.")
    )

    def clean_crl(self) -> bytes:
        """The list's bytes."""
        return _read_crl(self.cleaned_data["crl"])


def _read_crl(upload: Any) -> bytes:
    if upload is None:
        return b""
    if upload.size > CRL_BYTES:
        raise ValidationError(_("Danh sách thu hồi lớn hơn 20 MB. Hãy chọn đúng tệp .crl."))
    data: bytes = upload.read()
    return data


class CheckForm(Form):
    """A PDF to check; it is not kept."""

    file = forms.FileField(label=_("Tệp PDF"), widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}))

    def clean_file(self) -> Any:
        """At most 25 MB."""
        upload = self.cleaned_data["file"]
        if upload.size > 25 * 1024 * 1024:
            raise ValidationError(_("Tệp lớn hơn 25 MB."))
        return upload


class LetterForm(Form):
    """To whom, about what, the text."""

    to: forms.Field = forms.ModelMultipleChoiceField(
        label=_("Kính gửi"), queryset=None, widget=forms.CheckboxSelectMultiple
    )
    subject = TextField(label=_("Về việc"), max_length=300, help_text=_("Ví dụ: gửi báo cáo 6 tháng đầu năm"))
    unit = TextField(label=_("Ký hiệu đơn vị soạn thảo"), max_length=12, required=False, help_text=_("Ví dụ: BCVT"))
    body = LongTextField(
        label=_("Nội dung"),
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Mỗi đoạn một dòng; dòng bắt đầu bằng dấu gạch là mục liệt kê."),
    )

    def __init__(self, *args: Any, choices: Any, again: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = choices  # type: ignore[attr-defined]
        if again:  # the symbol was settled with the first draft
            del self.fields["unit"]
