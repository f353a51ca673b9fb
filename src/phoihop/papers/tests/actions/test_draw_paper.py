"""draw_paper and redraw_paper."""

import pytest

from phoihop.base import files
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.papers.actions.papers import draw_paper, redraw_paper, submit_paper
from phoihop.papers.description_json import pack, unpack
from phoihop.papers.models import Paper, PaperStatus
from phoihop.papers.tests.desk import memorandum, report


def test_a_paper_is_drawn_as_pdf_and_docx(draft):
    assert files.read(draft.pdf).startswith(b"%PDF")
    assert draft.docx.media_type.endswith("wordprocessingml.document")
    assert draft.pages == 1
    assert (draft.signer_name, draft.signer_position) == ("Trần Văn Bình", "Giám đốc")
    assert AuditEntry.objects.filter(event="papers.paper.drawn", object_id=str(draft.pk)).exists()


def test_a_draft_is_seen_by_its_body_alone(draft, regulator, vnpt, viettel):
    seen = [Paper.objects.visible_to(actor).filter(pk=draft.pk).exists() for actor in (regulator, vnpt, viettel)]

    assert seen == [True, False, False]


def test_an_enterprise_draws_nothing_for_the_department(vnpt, regulator):
    with pytest.raises(NotAllowed):
        draw_paper(actor=vnpt, party=regulator.party, description=report(), subject=vnpt.party)


def test_an_unknown_type_is_refused_before_anything_is_kept(regulator):
    with pytest.raises(ValueError, match="QC"):
        draw_paper(actor=regulator, party=regulator.party, description=report(title="X").__class__(
            type="QC", abstract="x", body=()), subject=regulator.party)  # fmt: skip

    assert not Paper.objects.exists()


def test_a_draft_is_drawn_anew(regulator, draft):
    before = draft.pdf.sha256

    redraw_paper(actor=regulator, paper=draft, description=report("kết quả phối hợp sáu tháng"))

    draft.refresh_from_db()
    assert (draft.abstract, draft.status) == ("kết quả phối hợp sáu tháng", PaperStatus.DRAFT)
    assert draft.pdf.sha256 != before


def test_a_submitted_paper_keeps_its_text(regulator, draft):
    submit_paper(actor=regulator, paper=draft)

    with pytest.raises(Refused):
        redraw_paper(actor=regulator, paper=draft, description=report("khác"))


def test_a_description_survives_its_storage():
    assert unpack(pack(memorandum())) == memorandum()
