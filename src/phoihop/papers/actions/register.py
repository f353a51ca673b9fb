"""The register: recording signatures and giving numbers."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.models import StoredFile
from phoihop.base.transitions import move
from phoihop.papers.actions.papers import draw_files, refuse_open_round
from phoihop.papers.description_json import unpack
from phoihop.papers.models import PAPER_TRANSITIONS, NumberSequence, Paper, PaperStatus
from phoihop.people.models import Party

SCANS = {"application/pdf", *files.PICTURES.values()}


class NumberTaken(Refused):
    """A later number of the year stands in the register before this day."""


def keep_scan(actor: Actor, upload: UploadedFile[Any], paper: Paper, field: str) -> StoredFile:
    """Keep a signed file or the scan of a signed page: a PDF or a picture, nothing else.

    :param field: of the form, for the refusal
    :raises Refused: of another kind, empty or too large; nothing is kept
    """
    if upload.size is not None and upload.size > files.MAX_BYTES:
        raise Refused(_("Tệp lớn hơn 25 MB. Hãy nén hoặc chia nhỏ rồi gửi lại."), field=field)
    data, name = upload.read(), upload.name or ""
    try:
        kind = files.media_type_of(data, name)
    except files.UnacceptableFile as problem:
        raise Refused(str(problem), field=field) from problem
    if kind not in SCANS:
        raise Refused(_("Chỉ nhận PDF đã ký, hoặc bản quét dạng PDF, PNG, JPEG, WebP."), field=field)
    return files.keep(actor, data, name, paper)


def record_signature(
    *, actor: Actor, paper: Paper, signed_on: dt.date, upload: UploadedFile[Any] | None = None, signer_name: str = ""
) -> Paper:
    """Record that a paper of one's own body was signed, with the signed file or a scan where there is one.

    :raises Refused: the day lies ahead, or the paper is out in a signing round
    """
    require(actor, Permission.PAPER_NUMBER, party=paper.party)
    if signed_on > actor.today:
        raise Refused(_("Ngày ký không thể ở tương lai."), field="signed_on")
    with transaction.atomic():
        refuse_open_round(paper)
        stored = keep_scan(actor, upload, paper, "upload") if upload else None
        name = signer_name or paper.signer_name
        move(paper, PaperStatus.SIGNED, PAPER_TRANSITIONS, signed_on=signed_on, signed_file=stored, signer_name=name)
        after = {"signed_on": signed_on, "file": bool(stored)}
        audit.record(actor, "papers.paper.signed", paper, party=paper.party, after=after)
    return paper


def _next_number(party: Party, year: int) -> int:
    """The next number; whoever asks at the same moment waits here."""
    NumberSequence.objects.get_or_create(party=party, year=year)
    sequence = NumberSequence.objects.select_for_update().get(party=party, year=year)
    sequence.last += 1
    sequence.save(update_fields=["last"])
    return sequence.last


def issue_paper(*, actor: Actor, paper: Paper, issued_on: dt.date | None = None) -> Paper:
    """Give a signed paper the next number of its body's year and let its readers have it.

    Source: decree 30/2020, article 15: one sequence a calendar year from 01; numbered after signing.

    :raises NumberTaken: the day lies before that of the last number given
    """
    require(actor, Permission.PAPER_NUMBER, party=paper.party)
    day = issued_on or actor.today
    if day > actor.today:
        raise Refused(_("Ngày ban hành không thể ở tương lai."), field="issued_on")
    if paper.signed_on and day < paper.signed_on:
        raise Refused(_("Ngày ban hành không thể trước ngày ký."), field="issued_on")
    with transaction.atomic():
        number = _next_number(paper.party, day.year)
        later = Paper.objects.filter(party=paper.party, year=day.year, issued_on__gt=day, number__isnull=False)
        if later.exists():
            raise NumberTaken(
                _("Sổ đã cấp số cho ngày sau ngày này. Hãy chọn ngày từ ngày của số cuối trở đi."), field="issued_on"
            )
        move(paper, PaperStatus.ISSUED, PAPER_TRANSITIONS, number=number, year=day.year, issued_on=day)
        # A fresh copy with its number; the signed file stays untouched.
        draw_files(actor, paper, dataclasses.replace(unpack(paper.description), number=number, date=day))
        audit.record(actor, "papers.paper.issued", paper, party=paper.party, after={"code": paper.code, "on": day})
        _retire_replaced(actor, paper)
    return paper


def _retire_replaced(actor: Actor, paper: Paper) -> None:
    """From the day its replacement is issued the old paper no longer holds."""
    old = paper.replaces
    if old is not None and old.status == PaperStatus.ISSUED:
        move(old, PaperStatus.REPLACED, PAPER_TRANSITIONS)
        audit.record(actor, "papers.paper.replaced", old, party=old.party, after={"by": paper.code})
