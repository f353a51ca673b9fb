"""Who may sign when."""

import pytest

from phoihop.base import files
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.models import StoredFile
from phoihop.papers.actions import signing
from phoihop.papers.actions.signing import give_back, sign_on_paper, take_file
from phoihop.papers.actions.turns import NotYourTurn
from phoihop.papers.models import SigningMode, SlotStatus
from phoihop.papers.tests.desk import picture, upload
from phoihop.testing.cast import DAY


def test_a_later_signer_is_held_back_at_every_door(desk, clerk, vnpt, round_):
    signed = desk.signed(files.read(round_.circulated), vnpt, round_)

    with pytest.raises(NotYourTurn, match="Sở Thông tin"):
        take_file(actor=vnpt, round_=round_, party=vnpt.party)
    with pytest.raises(NotYourTurn):
        desk.give_back(vnpt, round_, signed)
    with pytest.raises(NotYourTurn):
        sign_on_paper(actor=clerk, round_=round_, party=vnpt.party, signed_on=DAY, scan=upload(picture(), "a.png"))

    assert round_.slots.filter(status=SlotStatus.WAITING).count() == 3


def test_in_parallel_anyone_begins(desk, viettel, circulate):
    round_ = circulate(SigningMode.PARALLEL)

    slot = desk.give_back(viettel, round_)

    assert slot.status == SlotStatus.DIGITAL


def test_in_parallel_the_slower_one_is_told_to_take_the_newest_file(desk, vnpt, viettel, circulate):
    round_ = circulate(SigningMode.PARALLEL)
    mine, theirs = desk.take_and_sign(vnpt, round_), desk.take_and_sign(viettel, round_)
    desk.give_back(vnpt, round_, mine)
    before = StoredFile.objects.count()

    with pytest.raises(Refused, match="Hãy lấy tệp mới nhất"):
        desk.give_back(viettel, round_, theirs)

    assert StoredFile.objects.count() == before
    assert desk.give_back(viettel, round_).status == SlotStatus.DIGITAL


def test_a_file_checked_while_another_party_signed_is_not_taken(desk, vnpt, viettel, circulate, monkeypatch):
    round_ = circulate(SigningMode.PARALLEL)
    mine, theirs = desk.take_and_sign(vnpt, round_), desk.take_and_sign(viettel, round_)
    check = signing.check_signed_file

    def meanwhile(*words):
        monkeypatch.setattr(signing, "check_signed_file", check)
        result = check(*words)
        desk.give_back(vnpt, type(round_).objects.get(pk=round_.pk), mine)
        return result

    monkeypatch.setattr(signing, "check_signed_file", meanwhile)

    with pytest.raises(Refused, match="lấy tệp mới nhất"):
        desk.give_back(viettel, round_, theirs)

    assert [slot.status for slot in round_.slots.all()] == ["waiting", "digital", "waiting"]


def test_a_party_without_a_place_has_no_round(post, round_):
    with pytest.raises(NotVisible):
        take_file(actor=post, round_=round_, party=post.party)


def test_nobody_signs_for_another_party(vnpt, director, round_):
    with pytest.raises(NotAllowed):
        give_back(actor=vnpt, round_=round_, party=director.party, upload=upload(b"%PDF-1.7"))


def test_an_officer_takes_no_file_to_sign(regulator, round_):
    with pytest.raises(NotAllowed):
        take_file(actor=regulator, round_=round_, party=regulator.party)


def test_an_enterprise_records_no_signature_on_paper(vnpt, round_):
    with pytest.raises(NotAllowed):
        sign_on_paper(actor=vnpt, round_=round_, party=vnpt.party, signed_on=DAY, scan=upload(picture(), "a.png"))
