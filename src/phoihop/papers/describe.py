"""The signing log as a paper."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from phoihop.papers.models import SigningRound, SigningSlot
from phoihop.papers.rendering import Heading, Labelled, Paper, Paragraph, Table
from phoihop.papers.rendering.description import Column
from phoihop.papers.signatures import CheckResult

NOTE = "Đây là kết quả kiểm tra kỹ thuật, không thay cho việc kiểm tra chữ ký số theo quy định của pháp luật."


def _when(moment: dt.datetime | None) -> str:
    if moment is None:
        return "–"
    return timezone.localtime(moment, timezone.get_default_timezone()).isoformat(timespec="seconds")


def _certificate(slot: SigningSlot) -> str:
    if not slot.check_result:
        return f"SHA-256 tệp: {slot.file.sha256}" if slot.file else "–"
    facts = CheckResult.from_json(slot.check_result).new_signature
    if facts is None:
        return "–"
    return f"{facts.signer_name}; {facts.issuer}; số {facts.serial}; SHA-256 chứng thư {facts.certificate_sha256}"


def signing_log(round_: SigningRound, on: dt.date) -> Paper:
    """Who took the file and who signed, when, with which certificate; the hash of each file."""
    paper = round_.paper
    columns = (
        Column("TT", 0.4, "center"), Column("Bên ký", 2), Column("Hình thức, thời điểm", 1.8), Column("Chứng thư", 3.4),
    )  # fmt: skip
    rows = [
        (
            str(slot.order), f"{slot.party_name}\n{slot.signer_name}",
            f"{slot.get_status_display()}\nNhận tệp: {_when(slot.taken_at)}\nKý: {_when(slot.signed_at)}"
            + (f"\nLý do: {slot.reason}" if slot.reason else ""),
            _certificate(slot),
        )
        for slot in round_.slots.all()
    ]  # fmt: skip
    body = (
        Labelled("Văn bản", f"{paper.get_type_display()}: {paper.abstract}"),
        Labelled("Cách ký", str(round_.get_mode_display())),
        Labelled("Trạng thái", str(round_.get_status_display())),
        Labelled("SHA-256 tệp gửi ký", round_.circulated.sha256),
        Labelled("SHA-256 tệp mới nhất", round_.latest.sha256),
        Heading("Các chữ ký", level="section", label=""),
        Table(columns, tuple(rows), size_pt=10),
        Paragraph(NOTE),
    )
    return Paper(
        type="BC", title="NHẬT KÝ KÝ VĂN BẢN", abstract=paper.abstract, body=body, issuing_body=paper.party.name,
        superior_body=paper.party.superior_name, place=paper.party.place, date=on, end_mark=False,
    )  # fmt: skip
