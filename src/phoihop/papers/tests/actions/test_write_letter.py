"""Letters."""

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused
from phoihop.papers.actions.letters import write_letter
from phoihop.papers.models import Paper
from phoihop.papers.queries.papers import register

TEXT = "Đề nghị các đơn vị gửi báo cáo.\n- Trước ngày 10/7\n- Theo mẫu"


def test_a_letter_is_a_draft_that_only_its_body_sees(regulator, vnpt):
    paper = write_letter(
        actor=regulator, party=regulator.party, to=[vnpt.party], subject="gửi báo cáo", body=TEXT, unit="BCVT"
    )

    assert (paper.type, paper.symbol, paper.status) == ("CV", "STTTT-BCVT", "draft")
    assert list(register(actor=vnpt)) == []
    assert list(register(actor=regulator)) == [paper]


def test_a_letter_goes_to_somebody(regulator):
    with pytest.raises(Refused):
        write_letter(actor=regulator, party=regulator.party, to=[], subject="x", body=TEXT)


def test_nobody_writes_for_another_body(vnpt, regulator):
    with pytest.raises(NotAllowed):
        write_letter(actor=vnpt, party=regulator.party, to=[vnpt.party], subject="x", body=TEXT)


def test_the_page(client_of, regulator, vnpt):
    client, address = client_of(regulator), reverse("papers:letter_new")

    assert client.get(address).status_code == 200
    assert client.post(address, {"subject": "giữ lại"}).status_code == 422
    sent = client.post(address, {"to": [str(vnpt.party.pk)], "subject": "gửi báo cáo", "body": TEXT})

    assert sent.status_code == 302
    assert Paper.objects.get().abstract == "gửi báo cáo"
