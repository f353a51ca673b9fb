"""Drawing papers and moving them to the register."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from collections.abc import Iterable
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.reader import PdfFileReader

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.papers.description_json import pack, unpack
from phoihop.papers.models import PAPER_TRANSITIONS, NumberSequence, Paper, PaperStatus, PaperType
from phoihop.papers.rendering import Paper as Description
from phoihop.papers.rendering import render_docx, render_pdf
from phoihop.people.models import Party


class NumberTaken(Refused):
    """The register has given this number already, or a later one stands before it."""


def _pages(pdf: bytes) -> int:
    return int(PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Count"])


def _draw(actor: Actor, paper: Paper, description: Description) -> None:
    """Render both files and hang them on the paper."""
    name = f"{paper.type}-{paper.symbol}" if not paper.number else paper.code.replace("/", "-")
    pdf = render_pdf(description)
    paper.pdf = files.keep(actor, pdf, f"{name}.pdf", paper)
    paper.docx = files.keep(actor, render_docx(description), f"{name}.docx", paper)
    paper.pages = _pages(pdf)


def draw_paper(
    *,
    actor: Actor,
    party: Party,
    description: Description,
    subject: models.Model,
    audience: Iterable[Party | UUID] = (),
    lead_id: UUID | None = None,
) -> Paper:
    """Make a paper from its description, as PDF and DOCX; a draft that only the issuing body sees.

    :param party: the issuing body
    :param subject: the row that the paper belongs to
    :param audience: the parties that may read it once it is more than a draft
    """
    require(actor, Permission.PAPER_WRITE, party=party)
    with transaction.atomic():
        paper = Paper.objects.create(
            party=party, type=PaperType(description.type), abstract=description.abstract[:500],
            description=pack(description), symbol=description.symbol, subject_label=subject._meta.label_lower,
            subject_id=subject.pk, lead_id=lead_id, signer_name=_signer(description, "name"),
            signer_position=_signer(description, "position"),
        )  # fmt: skip
        _draw(actor, paper, description)
        paper.save(update_fields=["pdf", "docx", "pages"])
        paper.audience.set([getattr(one, "pk", one) for one in audience])
        audit.record(actor, "papers.paper.drawn", paper, party=party, after={"type": paper.type})
    return paper


def _signer(description: Description, field: str) -> str:
    last = description.signatures[-1] if description.signatures else None
    return str(getattr(last, field))[:150] if last else ""


def redraw_paper(*, actor: Actor, paper: Paper, description: Description) -> Paper:
    """Replace the text of a draft."""
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    if paper.status != PaperStatus.DRAFT:
        raise Refused(_("Chỉ sửa được dự thảo. Văn bản đã ký sai nội dung phải thay bằng văn bản khác."))
    with transaction.atomic():
        paper.description, paper.abstract = pack(description), description.abstract[:500]
        _draw(actor, paper, description)
        paper.save(update_fields=["description", "abstract", "pdf", "docx", "pages"])
        audit.record(actor, "papers.paper.redrawn", paper, party=paper.party)
    return paper


def submit_paper(*, actor: Actor, paper: Paper) -> Paper:
    """Send a draft for signature."""
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    with transaction.atomic():
        move(paper, PaperStatus.FINAL, PAPER_TRANSITIONS)
        audit.record(actor, "papers.paper.submitted", paper, party=paper.party)
    return paper


def record_signature(
    *, actor: Actor, paper: Paper, signed_on: dt.date, upload: UploadedFile | None = None, signer_name: str = ""
) -> Paper:
    """Record that a paper of one's own body was signed, with the signed file or a scan where there is one."""
    require(actor, Permission.PAPER_NUMBER, party=paper.party)
    if signed_on > actor.today:
        raise Refused(_("Ngày ký không thể ở tương lai."), field="signed_on")
    with transaction.atomic():
        stored = files.keep_upload(actor, upload, paper) if upload else None
        values = {"signed_on": signed_on, "signed_file": stored, "signer_name": signer_name or paper.signer_name}
        move(paper, PaperStatus.SIGNED, PAPER_TRANSITIONS, **values)
        audit.record(
            actor, "papers.paper.signed", paper, party=paper.party, after={"signed_on": signed_on, "file": bool(stored)}
        )
    return paper


def _next_number(party: Party, year: int) -> int:
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
        description = dataclasses.replace(unpack(paper.description), number=number, date=day)
        paper.description = pack(description)
        _draw(actor, paper, description)  # a fresh copy with its number; the signed file stays untouched
        paper.save(update_fields=["description", "pdf", "docx", "pages"])
        audit.record(actor, "papers.paper.issued", paper, party=paper.party, after={"code": paper.code, "on": day})
    return paper


def void_paper(*, actor: Actor, paper: Paper, reason: str) -> Paper:
    """Give up a paper that was never issued; it keeps no number."""
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do không dùng văn bản này."), field="reason")
    with transaction.atomic():
        move(paper, PaperStatus.VOID, PAPER_TRANSITIONS)
        audit.record(actor, "papers.paper.voided", paper, party=paper.party, after={"reason": reason})
    return paper


def replace_paper(*, actor: Actor, paper: Paper, description: Description) -> Paper:
    """Draw a new paper of equal form in place of an issued one that is wrong in content.

    Source: decree 30/2020, article 18.
    """
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    with transaction.atomic():
        new = draw_paper(
            actor=actor, party=paper.party, description=description, subject=paper,
            audience=list(paper.audience.values_list("pk", flat=True)), lead_id=paper.lead_id,
        )  # fmt: skip
        Paper.objects.filter(pk=new.pk).update(
            replaces=paper, subject_label=paper.subject_label, subject_id=paper.subject_id
        )
        new.refresh_from_db()
        move(paper, PaperStatus.REPLACED, PAPER_TRANSITIONS)
        audit.record(actor, "papers.paper.replaced", paper, party=paper.party, after={"by": new.pk})
    return new
