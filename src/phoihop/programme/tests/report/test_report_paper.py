"""The report as a paper: a draft is drawn again, and after freezing with what was sealed."""

import json

import pytest
from django.urls import reverse

from phoihop.base.errors import Refused
from phoihop.papers.models import Paper, PaperStatus
from phoihop.programme.actions import report as actions


def _text(paper):
    return json.dumps(Paper.objects.get(pk=paper.pk).description, ensure_ascii=False)


def test_a_draft_is_drawn_again_in_place(regulator, draft):
    first = actions.draw_report(actor=regulator, report=draft)
    actions.write_remarks(actor=regulator, report=draft, remarks="Các bên làm tốt.")

    again = actions.draw_report(actor=regulator, report=draft)

    assert again.pk == first.pk
    assert "Các bên làm tốt." in _text(again)


def test_after_freezing_it_carries_the_checksum(client_of, regulator, director, draft, circulated, answer, cast):
    before = actions.draw_report(actor=regulator, report=draft)
    for name in ("vnpt", "viettel", "post"):
        answer(cast[name])
    frozen = actions.freeze_report(actor=director, report=circulated)
    client, address = client_of(regulator), reverse("programme:report_paper", args=[frozen.pk])
    page = reverse("programme:report_detail", args=[frozen.pk])

    assert address in client.get(page).content.decode()
    client.post(address)

    assert frozen.checksum in _text(before)
    assert address not in client.get(page).content.decode()


@pytest.mark.parametrize("status", [PaperStatus.FINAL, PaperStatus.ISSUED])
def test_what_left_the_desk_is_not_replaced_silently(regulator, draft, status):
    paper = actions.draw_report(actor=regulator, report=draft)
    Paper.objects.filter(pk=paper.pk).update(
        status=status,
        **({"number": 1, "year": 2026, "issued_on": "2026-07-01"} if status == PaperStatus.ISSUED else {}),
    )
    draft.refresh_from_db()

    with pytest.raises(Refused):
        actions.draw_report(actor=regulator, report=draft)

    assert Paper.objects.filter(type="BC").count() == 1


def test_a_paper_given_up_makes_room_for_another(regulator, draft):
    paper = actions.draw_report(actor=regulator, report=draft)
    Paper.objects.filter(pk=paper.pk).update(status=PaperStatus.VOID)
    draft.refresh_from_db()

    assert actions.draw_report(actor=regulator, report=draft).pk != paper.pk
