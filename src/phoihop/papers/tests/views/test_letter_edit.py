"""Editing a draft letter."""

import pytest
from django.urls import reverse

from phoihop.papers.actions import papers, register
from phoihop.papers.actions.letters import write_letter
from phoihop.papers.models import Paper
from phoihop.testing.cast import DAY

TEXT = "Đề nghị các đơn vị gửi báo cáo.\n- Trước ngày 10/7\n- Theo mẫu"


@pytest.fixture
def letter(regulator, vnpt):
    return write_letter(actor=regulator, party=regulator.party, to=[vnpt.party], subject="gửi báo cáo", body=TEXT)


def _address(paper):
    return reverse("papers:letter_edit", args=[paper.pk])


def test_the_form_holds_what_was_typed(client_of, regulator, vnpt, letter):
    form = client_of(regulator).get(_address(letter)).context["form"]

    assert form.initial == {"to": [vnpt.party.pk], "subject": "gửi báo cáo", "body": TEXT}
    assert "unit" not in form.fields


def test_the_draft_is_drawn_anew(client_of, regulator, viettel, letter):
    old = letter.pdf_id
    sent = {"to": [str(viettel.party.pk)], "subject": "gửi số liệu", "body": "Đề nghị gửi số liệu."}

    assert client_of(regulator).post(_address(letter), sent).status_code == 302

    letter = Paper.objects.get()
    assert (letter.abstract, list(letter.audience.all())) == ("gửi số liệu", [viettel.party])
    assert letter.pdf_id != old
    assert letter.description["to"] == ["Viettel Hải Dương"]


def test_a_replacement_is_edited_the_same_way(client_of, regulator, clerk, vnpt, letter):
    client = client_of(regulator)
    papers.submit_paper(actor=regulator, paper=letter)
    register.record_signature(actor=clerk, paper=letter, signed_on=DAY)
    register.issue_paper(actor=clerk, paper=letter, issued_on=DAY)
    client.post(reverse("papers:paper_replace", args=[letter.pk]))
    new = Paper.objects.get(replaces=letter)

    sent = {"to": [str(vnpt.party.pk)], "subject": "gửi báo cáo đúng", "body": TEXT}

    assert client.post(_address(new), sent).status_code == 302
    assert Paper.objects.get(pk=new.pk).abstract == "gửi báo cáo đúng"
    assert client.get(_address(letter)).status_code == 404


def test_the_page_of_a_draft_leads_there(client_of, regulator, letter, draft):
    client = client_of(regulator)

    assert _address(letter) in client.get(reverse("papers:paper_detail", args=[letter.pk])).content.decode()
    assert _address(draft) not in client.get(reverse("papers:paper_detail", args=[draft.pk])).content.decode()
    assert client.get(_address(draft)).status_code == 404


def test_others_edit_no_draft(client_of, vnpt, viettel, letter):
    for other in (vnpt, viettel):
        assert client_of(other).post(_address(letter), {"subject": "x"}).status_code == 403
    assert Paper.objects.get().abstract == "gửi báo cáo"
