"""A paper's page: who sees it and which step it offers."""

import pytest
from django.urls import reverse

from phoihop.base.errors import NotVisible
from phoihop.papers.actions.papers import submit_paper
from phoihop.papers.queries.papers import visible_paper
from phoihop.papers.tests.desk import queries_of


def _page(client, paper):
    return client.get(reverse("papers:paper_detail", args=[paper.pk]))


def test_the_issuing_body_reads_its_draft(client_of, regulator, draft):
    text = _page(client_of(regulator), draft).content.decode()

    assert "kết quả phối hợp quý II" in text
    assert reverse("papers:paper_submit", args=[draft.pk]) in text
    assert reverse("papers:paper_issue", args=[draft.pk]) not in text


def test_for_a_reader_a_draft_does_not_exist(client_of, vnpt, draft):
    assert _page(client_of(vnpt), draft).status_code == 404


def test_for_those_it_is_not_addressed_to_a_paper_never_exists(client_of, viettel, post, auditor, issue):
    paper = issue()

    assert _page(client_of(viettel), paper).status_code == 404
    with pytest.raises(NotVisible):
        visible_paper(actor=post, pk=paper.pk)
    assert _page(client_of(auditor), paper).status_code == 200  # of the issuing body


def test_a_reader_sees_neither_other_readers_nor_the_history(client_of, vnpt, viettel, issue):
    paper = issue(audience=[vnpt.party, viettel.party])

    text = _page(client_of(vnpt), paper).content.decode()

    assert "01/BC-STTTT" in text
    assert "Viettel" not in text
    assert "Văn thư Sở" not in text


def test_the_clerk_gets_the_form_of_the_next_step(client_of, clerk, regulator, draft, sign, draw):
    submit_paper(actor=regulator, paper=draft)
    browser = client_of(clerk)

    assert reverse("papers:paper_signed", args=[draft.pk]) in _page(browser, draft).content.decode()
    signed = sign(draw())
    assert reverse("papers:paper_issue", args=[signed.pk]) in _page(browser, signed).content.decode()


def test_a_paper_in_a_round_leads_to_it(client_of, vnpt, post, round_):
    text = _page(client_of(vnpt), round_.paper).content.decode()

    assert reverse("papers:round_detail", args=[round_.pk]) in text


def test_a_reader_without_a_place_in_the_round_gets_no_link_to_it(client_of, post, round_):
    round_.paper.audience.add(post.party)

    page = _page(client_of(post), round_.paper)

    assert page.status_code == 200
    assert reverse("papers:round_detail", args=[round_.pk]) not in page.content.decode()


def test_the_number_of_queries_does_not_grow_with_readers(client_of, regulator, draft, vnpt, viettel, post):
    browser = client_of(regulator)
    few = queries_of(lambda: _page(browser, draft))
    draft.audience.set([vnpt.party, viettel.party, post.party])

    assert queries_of(lambda: _page(browser, draft)) == few
