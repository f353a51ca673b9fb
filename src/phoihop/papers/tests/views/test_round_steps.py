"""Taking, giving back, signing on paper, declining and withdrawing in the browser."""

import pytest
from django.urls import reverse

from phoihop.papers.models import RoundStatus, SlotStatus
from phoihop.papers.tests.desk import picture, upload


def _url(step, round_, *more):
    return reverse(f"papers:round_{step}", args=[round_.pk, *more])


def _slot(round_, member):
    return round_.slots.get(party=member.party)


def test_take_sign_and_give_back(client_of, desk, director, round_):
    browser, party = client_of(director), director.party.pk
    taken = browser.post(_url("take", round_, party))
    assert taken["Content-Type"] == "application/pdf"

    signed = desk.signed(taken.content, director, round_)
    answer = browser.post(_url("give_back", round_, party), {"file": upload(signed)}, follow=True)

    assert "đã qua kiểm tra kỹ thuật" in answer.content.decode()
    assert _slot(round_, director).status == SlotStatus.DIGITAL


def test_a_refused_file_is_explained_at_its_field_to_the_one_who_sent_it_alone(client_of, director, vnpt, round_):
    page = client_of(director).post(_url("give_back", round_, director.party.pk), {"file": upload(b"%PDF-1.7 nothing")})

    assert page.status_code == 422
    words = page.context["form"].errors["file"][0]
    assert "Hãy tải lại tệp" in words
    assert words not in client_of(vnpt).get(_url("detail", round_)).content.decode()
    assert _slot(round_, director).status == SlotStatus.WAITING


def test_out_of_turn_there_is_no_file(client_of, vnpt, round_):
    answer = client_of(vnpt).post(_url("take", round_, vnpt.party.pk), follow=True)

    assert "Chưa đến lượt" in answer.content.decode()
    assert _slot(round_, vnpt).taken_at is None


def test_on_paper(client_of, clerk, director, round_):
    data = {"signed_on": "15/06/2026", "scan": upload(picture(), "scan.png")}

    assert client_of(clerk).post(_url("on_paper", round_, director.party.pk), data).status_code == 302

    assert _slot(round_, director).status == SlotStatus.PAPER


def test_on_paper_needs_a_real_scan(client_of, clerk, director, round_):
    data = {"signed_on": "15/06/2026", "scan": upload(b"words", "scan.pdf")}

    page = client_of(clerk).post(_url("on_paper", round_, director.party.pk), data)

    assert (page.status_code, list(page.context["form"].errors)) == (422, ["scan"])


def test_declining_asks_why(client_of, vnpt, round_):
    browser, address = client_of(vnpt), _url("decline", round_, vnpt.party.pk)

    assert browser.post(address, {"reason": ""}).status_code == 422
    assert browser.post(address, {"reason": "Chưa rõ kinh phí"}).status_code == 302

    round_.refresh_from_db()
    assert round_.status == RoundStatus.DECLINED


def test_withdrawing(client_of, regulator, round_):
    assert client_of(regulator).post(_url("withdraw", round_), {"reason": "Sai tên"}).status_code == 302

    round_.refresh_from_db()
    assert round_.status == RoundStatus.WITHDRAWN


@pytest.mark.parametrize("step", ["take", "give_back", "decline"])
def test_nobody_answers_for_another(client_of, viettel, vnpt, post, round_, step):
    data = {"reason": "x", "file": upload(b"%PDF-1.7")}

    assert client_of(viettel).post(_url(step, round_, vnpt.party.pk), data).status_code == 403
    data["file"] = upload(b"%PDF-1.7")
    assert client_of(post).post(_url(step, round_, post.party.pk), data).status_code == 404
    data["file"] = upload(b"%PDF-1.7")
    assert client_of(viettel).post(_url(step, round_, post.party.pk), data).status_code == 404

    assert _slot(round_, vnpt).status == SlotStatus.WAITING


@pytest.mark.parametrize("step", ["on_paper", "withdraw"])
def test_an_enterprise_does_nothing_for_the_department(client_of, vnpt, round_, step):
    more = [vnpt.party.pk] if step == "on_paper" else []

    assert client_of(vnpt).post(_url(step, round_, *more), {"reason": "x"}).status_code == 403
