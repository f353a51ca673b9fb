"""Drawing papers, sending them for signature, giving them up, replacing them."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterable
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.reader import PdfFileReader

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.papers.description_json import pack
from phoihop.papers.models import (
    PAPER_TRANSITIONS,
    Paper,
    PaperStatus,
    PaperType,
    RoundStatus,
    SigningRound,
)
from phoihop.papers.rendering import Paper as Description
from phoihop.papers.rendering import render_docx, render_pdf
from phoihop.people.models import Party


def _pages(pdf: bytes) -> int:
    return int(PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Count"])


def draw_files(actor: Actor, paper: Paper, description: Description) -> None:
    """Render PDF and DOCX of ``description`` and keep both with it on the paper."""
    name = f"{paper.type}-{paper.symbol}" if not paper.number else paper.code.replace("/", "-")
    pdf = render_pdf(description)
    paper.description = pack(description)
    paper.pdf = files.keep(actor, pdf, f"{name}.pdf", paper)
    paper.docx = files.keep(actor, render_docx(description), f"{name}.docx", paper)
    paper.pages = _pages(pdf)
    paper.save(update_fields=["description", "pdf", "docx", "pages"])


def refuse_open_round(paper: Paper) -> None:
    """What is out for signature is moved by its round alone.

    :raises Refused: its round is open
    """
    if SigningRound.objects.filter(paper=paper, status=RoundStatus.OPEN).exists():
        raise Refused(_("Văn bản đang trong đợt ký. Hãy chờ các bên ký đủ, hoặc rút lại đợt ký trước."))


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
            symbol=description.symbol, subject_label=subject._meta.label_lower, subject_id=subject.pk, lead_id=lead_id,
            signer_name=_signer(description, "name"), signer_position=_signer(description, "position"),
        )  # fmt: skip
        draw_files(actor, paper, description)
        paper.audience.set(Party.objects.filter(pk__in=[one.pk if isinstance(one, Party) else one for one in audience]))
        audit.record(actor, "papers.paper.drawn", paper, party=party, after={"type": paper.type})
    return paper


def _signer(description: Description, field: str) -> str:
    last = description.signatures[-1] if description.signatures else None
    return str(getattr(last, field))[:150] if last else ""


def redraw_paper(*, actor: Actor, paper: Paper, description: Description) -> Paper:
    """Replace the text of a draft.

    :raises Refused: it is no draft any more
    """
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    if paper.status != PaperStatus.DRAFT:
        raise Refused(_("Chỉ sửa được dự thảo. Văn bản đã ký sai nội dung phải thay bằng văn bản khác."))
    with transaction.atomic():
        paper.abstract = description.abstract[:500]
        paper.signer_name, paper.signer_position = _signer(description, "name"), _signer(description, "position")
        paper.save(update_fields=["abstract", "signer_name", "signer_position"])
        draw_files(actor, paper, description)
        audit.record(actor, "papers.paper.redrawn", paper, party=paper.party)
    return paper


def submit_paper(*, actor: Actor, paper: Paper) -> Paper:
    """Send a draft for signature."""
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    with transaction.atomic():
        move(paper, PaperStatus.FINAL, PAPER_TRANSITIONS)
        audit.record(actor, "papers.paper.submitted", paper, party=paper.party)
    return paper


def void_paper(*, actor: Actor, paper: Paper, reason: str) -> Paper:
    """Give up a paper that was never issued; it keeps no number."""
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do không dùng văn bản này."), field="reason")
    with transaction.atomic():
        refuse_open_round(paper)
        move(paper, PaperStatus.VOID, PAPER_TRANSITIONS)
        audit.record(actor, "papers.paper.voided", paper, party=paper.party, after={"reason": reason.strip()})
    return paper


def replace_paper(*, actor: Actor, paper: Paper, description: Description) -> Paper:
    """Draw a new paper of equal form for an issued one that is wrong in content; issuing it replaces the old one.

    Source: decree 30/2020, article 18.

    :raises Refused: the paper was never issued, or a replacement is being prepared already
    """
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    if paper.status != PaperStatus.ISSUED:
        raise Refused(_("Chỉ thay thế văn bản đã phát hành. Dự thảo thì sửa hoặc bỏ, rồi tạo lại."))
    with transaction.atomic():
        old = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
        if old.replaced_by.exclude(status=PaperStatus.VOID).exists():
            raise Refused(_("Đã có văn bản thay thế đang chuẩn bị. Hãy phát hành hoặc bỏ văn bản đó trước."))
        new = draw_paper(
            actor=actor, party=paper.party, description=dataclasses.replace(description, number=None, date=None),
            subject=paper, audience=list(paper.audience.values_list("pk", flat=True)), lead_id=paper.lead_id,
        )  # fmt: skip
        new.replaces, new.subject_label, new.subject_id = paper, paper.subject_label, paper.subject_id
        new.save(update_fields=["replaces", "subject_label", "subject_id"])
        audit.record(actor, "papers.paper.replacement_drawn", paper, party=paper.party, after={"by": new.pk})
    return new
