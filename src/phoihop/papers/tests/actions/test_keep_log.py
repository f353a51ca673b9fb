"""keep_log, and the button for it."""

import pypdfium2
import pytest
from django.urls import reverse

from phoihop.base import files
from phoihop.base.errors import NotAllowed, Refused
from phoihop.papers.actions.logs import keep_log
from phoihop.papers.actions.rounds import withdraw_round
from phoihop.papers.models import Paper, PaperStatus


@pytest.fixture
def ended(regulator, round_):
    return withdraw_round(actor=regulator, round_=round_, reason="Sửa khoản 2")


def test_the_log_is_a_draft_of_the_issuing_body_in_both_forms(regulator, ended):
    log = keep_log(actor=regulator, round_=ended)

    with pypdfium2.PdfDocument(files.read(log.pdf)) as document:
        text = document[0].get_textpage().get_text_range()
    assert (log.party, log.status) == (ended.paper.party, PaperStatus.DRAFT)
    assert set(log.audience.all()) == set(ended.paper.audience.all())
    assert "NHẬT KÝ KÝ VĂN BẢN" in text
    assert ended.circulated.sha256 in "".join(text.split())
    assert files.read(log.docx).startswith(b"PK")


def test_it_is_kept_once(regulator, ended):
    keep_log(actor=regulator, round_=ended)

    with pytest.raises(Refused, match="đã có trong sổ"):
        keep_log(actor=regulator, round_=ended)


def test_an_open_round_has_no_final_log(regulator, round_):
    with pytest.raises(Refused, match="chưa kết thúc"):
        keep_log(actor=regulator, round_=round_)


def test_a_party_of_the_round_keeps_none(vnpt, ended):
    with pytest.raises(NotAllowed):
        keep_log(actor=vnpt, round_=ended)


def test_the_page_offers_it_and_then_leads_to_it(client_of, regulator, vnpt, ended):
    page, keep = (reverse(f"papers:{name}", args=[ended.pk]) for name in ("round_detail", "round_log_keep"))
    client = client_of(regulator)

    offered = [keep in client_of(one).get(page).content.decode() for one in (regulator, vnpt)]
    answer = client.post(keep)

    log = Paper.objects.get(subject_label="papers.signinground")
    assert offered == [True, False]
    assert answer.url == reverse("papers:paper_detail", args=[log.pk])
    assert answer.url in client.get(page).content.decode()
