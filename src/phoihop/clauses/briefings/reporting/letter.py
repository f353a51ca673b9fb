"""The letter by which a department asks for reports; its text is Vietnamese, as every paper is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from phoihop.clauses.briefings.models import ReportRound
from phoihop.papers.letter_text import blocks_of
from phoihop.papers.rendering import Paper as Description
from phoihop.papers.rendering import Signature
from phoihop.people.models import Party


def letter_text(round_: ReportRound) -> str:
    """What the letter says before anybody edits it."""
    form = round_.version.form
    lines = [
        (
            "Thực hiện biên bản ghi nhớ về chương trình phối hợp công tác, để chuẩn bị nội dung giao ban giữa "
            f"{round_.programme.lead.short_name} và các doanh nghiệp, đề nghị quý đơn vị báo cáo số liệu như sau:"
        ),
        f"- Biểu mẫu: {form.code} “{form.title}”, phiên bản {round_.version.number}.",
        (
            f"- Kỳ báo cáo: {round_.title}, số liệu từ ngày {round_.starts_on:%d/%m/%Y} đến hết ngày "
            f"{round_.ends_on:%d/%m/%Y}; chỉ tiêu chưa có số chính thức thì báo số ước."
        ),
        (
            f"- Thời hạn: nộp trước hoặc trong ngày {round_.due_on:%d/%m/%Y}; hệ thống khóa nhập liệu sau ngày "
            f"{round_.lock_on:%d/%m/%Y}."
        ),
        "- Cách nộp: nhập trực tiếp trên hệ thống Phối Hợp hoặc tải bảng tính theo mẫu lên hệ thống.",
    ]
    if form.voluntary:
        lines.append(
            "Báo cáo này là tự nguyện theo biên bản ghi nhớ. Số liệu của từng đơn vị chỉ đơn vị đó và "
            f"{round_.programme.lead.short_name} được xem; không phải báo cáo lại số liệu đã có trong chế độ báo cáo "
            "theo quy định."
        )
    lines.append("Rất mong nhận được sự phối hợp của quý đơn vị.")
    return "\n".join(lines)


def letter_description(
    round_: ReportRound, to: Sequence[Party], *, text: str, signer: Signature, on: dt.date
) -> Description:
    """The paper, an official letter under decree 30/2020."""
    lead = round_.programme.lead
    return Description(
        type="CV", abstract=f"đề nghị báo cáo số liệu {round_.title}", body=blocks_of(text), issuing_body=lead.name,
        superior_body=lead.superior_name, symbol=lead.code, place=lead.place, date=on,
        to=tuple(one.name for one in to), signatures=(signer,), recipients=("Như trên",),
    )  # fmt: skip
