"""The forms that move a paper: submit, signed, issue, void, replace."""

import pytest
from django.urls import reverse

from phoihop.papers.actions.papers import submit_paper
from phoihop.papers.models import Paper, PaperStatus
from phoihop.papers.tests.desk import picture, upload


def _post(client, step, paper, **data):
    return client.post(reverse(f"papers:paper_{step}", args=[paper.pk]), data)


def test_from_draft_to_number(client_of, regulator, clerk, draft):
    assert _post(client_of(regulator), "submit", draft).status_code == 302
    scan = upload(picture(), "scan.png")
    assert _post(client_of(clerk), "signed", draft, signed_on="15/06/2026", upload=scan).status_code == 302
    assert _post(client_of(clerk), "issue", draft, issued_on="2026-06-15").status_code == 302

    draft.refresh_from_db()
    assert (draft.code, draft.status) == ("01/BC-STTTT", PaperStatus.ISSUED)
    assert draft.signed_file.media_type == "image/png"


def test_a_refusal_stands_at_its_field(client_of, clerk, sign, draw):
    paper = sign(draw())

    page = _post(client_of(clerk), "issue", paper, issued_on="2026-06-01")

    assert page.status_code == 422
    assert page.context["form"].errors["issued_on"]


def test_a_reason_is_asked_for(client_of, regulator, draft):
    assert _post(client_of(regulator), "void", draft, reason="").status_code == 422
    assert _post(client_of(regulator), "void", draft, reason="In nhầm").status_code == 302

    draft.refresh_from_db()
    assert draft.status == PaperStatus.VOID


def test_a_step_that_does_not_follow_is_told(client_of, regulator, draft):
    submit_paper(actor=regulator, paper=draft)

    page = client_of(regulator).post(reverse("papers:paper_submit", args=[draft.pk]), follow=True)

    assert "Trạng thái hiện tại không cho phép" in page.content.decode()


def test_replacing_leads_to_the_new_draft(client_of, regulator, issue):
    old = issue()

    answer = _post(client_of(regulator), "replace", old)

    new = Paper.objects.get(replaces=old)
    assert answer.url == reverse("papers:paper_detail", args=[new.pk])
    assert new.description["number"] is None


@pytest.mark.parametrize("step", ["submit", "void", "signed", "issue", "replace"])
def test_rivals_and_passers_by_move_nothing(client_of, vnpt, viettel, visitor, draft, step):
    for member in (vnpt, viettel):
        assert _post(client_of(member), step, draft).status_code in (403, 404)
    assert _post(client_of(visitor), step, draft).status_code == 302  # to the sign-in page

    draft.refresh_from_db()
    assert draft.status == PaperStatus.DRAFT


@pytest.mark.parametrize("step", ["submit", "replace"])
def test_reading_a_button_moves_nothing(client_of, regulator, draft, step):
    assert client_of(regulator).get(reverse(f"papers:paper_{step}", args=[draft.pk])).status_code == 405
