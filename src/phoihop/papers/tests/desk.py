"""Descriptions of papers, and the desk at which parties sign."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from phoihop.base import files
from phoihop.papers.actions import signing
from phoihop.papers.actions.checking import field_name
from phoihop.papers.models import SigningRound
from phoihop.papers.rendering import Paper, Paragraph, Signature
from phoihop.papers.signatures.demo_authority import DemoAuthority, DemoSigner
from phoihop.testing.cast import NOON, CastMember

SIGNERS = ("Trần Văn Bình", "Lê Thị Cúc", "Phạm Quốc Dũng")


def report(abstract: str = "kết quả phối hợp quý II", **values: object) -> Paper:
    """A short report of the department."""
    values = {
        "issuing_body": "Sở Thông tin và Truyền thông", "superior_body": "Ủy ban nhân dân tỉnh Hải Dương",
        "symbol": "BC-STTTT", "place": "Hải Dương",
        "signatures": (Signature(position="Giám đốc", name="Trần Văn Bình"),), **values,
    }  # fmt: skip
    return Paper(type="BC", abstract=abstract, body=(Paragraph("Các bên đã phối hợp theo kế hoạch."),), **values)


def memorandum() -> Paper:
    """A memorandum of three parties."""
    signatures = tuple(
        Signature(position="Giám đốc", name=name, party=party)
        for name, party in zip(SIGNERS, ("Sở TT&TT", "VNPT", "Viettel"), strict=True)
    )
    return Paper(
        type="BGN", abstract="chương trình phối hợp công tác năm 2026", body=(Paragraph("Các bên cùng phối hợp."),),
        symbol="BGN-STTTT", place="Hải Dương", signatures=signatures,
    )  # fmt: skip


def queries_of(call: Callable[[], object]) -> int:
    """How often a call asks the database, once caches are warm."""
    call()
    with CaptureQueriesContext(connection) as asked:
        call()
    return len(asked)


def upload(data: bytes, name: str = "signed.pdf") -> SimpleUploadedFile:
    """As a browser sends it."""
    return SimpleUploadedFile(name, data)


def picture() -> bytes:
    """A scan, however small."""
    out = io.BytesIO()
    Image.new("L", (8, 8), 200).save(out, "PNG")
    return out.getvalue()


@dataclass
class Desk:
    """Signs with each party's demonstration certificate."""

    authority: DemoAuthority
    hands: dict[UUID, DemoSigner] = field(default_factory=dict)

    def signed(self, pdf: bytes, who: CastMember, round_: SigningRound, *, hand: CastMember | None = None) -> bytes:
        """The PDF with ``who``'s signature in its own field; with another's certificate where ``hand`` is given."""
        slot = round_.slots.get(party=who.party)
        signer = self.hands[(hand or who).party.pk]
        return self.authority.sign(pdf, signer, at=NOON - dt.timedelta(hours=1), field=field_name(slot.order))

    def take_and_sign(self, who: CastMember, round_: SigningRound) -> bytes:
        """Take the newest file and sign it."""
        return self.signed(files.read(signing.take_file(actor=who, round_=round_, party=who.party)), who, round_)

    def give_back(self, who: CastMember, round_: SigningRound, data: bytes | None = None) -> object:
        """Give a file back: by default the newest, signed."""
        data = self.take_and_sign(who, round_) if data is None else data
        return signing.give_back(actor=who, round_=round_, party=who.party, upload=upload(data))
