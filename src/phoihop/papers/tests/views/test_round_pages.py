"""A round's page and its log: what each party sees."""

import re

import pypdfium2
import pytest
from django.urls import reverse

from phoihop.papers.actions.rounds import decline
from phoihop.papers.models import RegisteredSigner, SigningMode
from phoihop.papers.signatures.demo_authority import DemoAuthority, NotInDemoMode
from phoihop.papers.tests.desk import queries_of


def _url(step, round_, *more):
    return reverse(f"papers:round_{step}", args=[round_.pk, *more])


def _text(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_the_page_offers_the_turn_to_the_one_whose_it_is(client_of, director, vnpt, round_):
    first = client_of(director).get(_url("detail", round_)).content.decode()
    later = client_of(vnpt).get(_url("detail", round_)).content.decode()

    assert _url("give_back", round_, director.party.pk) in first
    assert _url("give_back", round_, vnpt.party.pk) not in later
    assert "Chưa đến lượt đơn vị ký" in later


def test_for_a_party_without_a_place_there_is_no_round(client_of, post, visitor, round_):
    for name in ("detail", "log"):
        assert client_of(post).get(_url(name, round_)).status_code == 404
        assert client_of(visitor).get(_url(name, round_)).status_code == 302


def test_parties_see_signer_issuer_and_hash_but_no_identity_number_of_a_rival(
    client_of, authority, desk, director, vnpt, viettel, circulate
):
    hand = authority.issue(name="Lê Thị Cúc", organisation="VNPT", tax_code="0800123456", at=director.at)
    RegisteredSigner.objects.filter(party=vnpt.party).update(certificate_sha256=hand.rule.certificate_sha256)
    desk.hands[vnpt.party.pk] = hand
    round_ = circulate(SigningMode.PARALLEL)
    slot = desk.give_back(vnpt, round_)

    rival, own = (client_of(one).get(_url("detail", round_)).content.decode() for one in (viettel, vnpt))

    facts = slot.check_result["signatures"][0]
    for text in ("Lê Thị Cúc", facts["issuer"], facts["serial"], facts["revision_sha256"]):
        assert text in rival
    assert "0800123456" in own
    assert "0800123456" not in rival


def test_everyone_reads_why_a_party_declined(client_of, viettel, vnpt, round_):
    decline(actor=viettel, round_=round_, party=viettel.party, reason="Chưa rõ kinh phí")

    assert "Chưa rõ kinh phí" in client_of(vnpt).get(_url("detail", round_)).content.decode()


def test_the_log_is_a_paper_with_signers_times_and_hashes(client_of, desk, director, vnpt, round_):
    slot = desk.give_back(director, round_)

    answer = client_of(vnpt).get(_url("log", round_))

    text = _text(answer.content)
    for words in ("NHẬT KÝ KÝ VĂN BẢN", "Trần Văn Bình", "kiểm tra kỹ thuật"):
        assert words in text
    closed_up = re.sub(r"[ \ufffe\x02-]", "", text)  # long values are broken over lines
    assert "20260615T12:00:00+07:00" in closed_up
    assert round_.circulated.sha256 in closed_up
    assert slot.check_result["signatures"][0]["certificate_sha256"] in closed_up


@pytest.mark.parametrize("mode", list(SigningMode))
def test_the_number_of_queries_is_the_same_before_and_after_signing(client_of, desk, director, vnpt, circulate, mode):
    round_, browser = circulate(mode), client_of(vnpt)
    before = queries_of(lambda: browser.get(_url("detail", round_)))
    desk.give_back(director, round_)

    assert queries_of(lambda: browser.get(_url("detail", round_))) == before


def test_the_demonstrations_authority_does_not_exist_elsewhere(director):
    with pytest.raises(NotInDemoMode):
        DemoAuthority.create(demo_mode=False, at=director.at)
