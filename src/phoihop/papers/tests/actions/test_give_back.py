"""give_back: what is refused, why, and that nothing of it is kept."""

import datetime as dt

import pytest

from phoihop.base import files
from phoihop.base.errors import Refused
from phoihop.base.models import StoredFile
from phoihop.papers.actions.signing import FileRefused, take_file
from phoihop.papers.models import RegisteredSigner, SlotStatus, TrustedIssuer
from phoihop.papers.rendering import render_pdf
from phoihop.papers.signatures.demo_authority import DemoAuthority
from phoihop.papers.tests.desk import Desk, report
from phoihop.testing.cast import NOON


@pytest.fixture
def taken(director, round_):
    return files.read(take_file(actor=director, round_=round_, party=director.party))


@pytest.fixture
def refused(desk, director, round_):
    """Gives a file back, sees it refused and nothing kept; the words of the refusal."""

    def given(data):
        before = StoredFile.objects.count()
        with pytest.raises(FileRefused) as refusal:
            desk.give_back(director, round_, data)
        slot = round_.slots.get(party=director.party)
        assert (slot.status, slot.file, slot.check_result) == (SlotStatus.WAITING, None, {})
        assert StoredFile.objects.count() == before
        assert refusal.value.field == "file"
        return str(refusal.value)

    return given


def test_an_unsigned_file(refused, taken):
    assert "chữ ký" in refused(taken)


def test_a_tampered_file(refused, desk, director, round_, taken):
    signed = desk.signed(taken, director, round_)
    broken = signed.replace(b"/Lang(vi", b"/Lang(xx", 1)
    if broken == signed:
        broken = signed[:2000] + bytes([signed[2000] ^ 1]) + signed[2001:]

    assert "lấy tệp mới nhất" in refused(broken)


def test_a_truncated_file(refused, desk, director, round_, taken):
    signed = desk.signed(taken, director, round_)

    assert "Hãy" in refused(signed[:-200])


def test_a_foreign_file(refused, desk, director, taken):
    other = desk.authority.sign(render_pdf(report()), desk.hands[director.party.pk], at=NOON, field="party1")

    assert "không phải là bản đã gửi ký" in refused(other)


def test_another_persons_certificate(refused, desk, director, vnpt, round_, taken):
    assert "Lê Thị Cúc" in refused(desk.signed(taken, director, round_, hand=vnpt))


def test_an_unknown_authority(refused, desk, director, round_, taken):
    stranger = DemoAuthority.create(demo_mode=True, at=NOON)
    hand = stranger.issue(name="Trần Văn Bình", organisation="Sở", at=NOON)
    RegisteredSigner.objects.filter(party=director.party).update(certificate_sha256=hand.rule.certificate_sha256)

    words = refused(Desk(stranger, {director.party.pk: hand}).signed(taken, director, round_))

    assert "Hãy" in words


def test_a_revoked_certificate(refused, desk, director, round_, taken):
    hand = desk.hands[director.party.pk]
    TrustedIssuer.objects.update(crl_pem=desk.authority.crl_pem(at=NOON, revoked=(hand,)).decode())

    assert "thu hồi" in refused(desk.signed(taken, director, round_))


def test_a_signer_whose_time_is_over(desk, director, round_, taken):
    signed = desk.signed(taken, director, round_)
    RegisteredSigner.objects.filter(party=director.party).update(valid_to=NOON.date() - dt.timedelta(days=1))

    with pytest.raises(Refused, match="chưa đăng ký chứng thư"):
        desk.give_back(director, round_, signed)


def test_a_serial_number_of_a_trusted_authority_will_do(desk, director, round_):
    serial = desk.hands[director.party.pk].certificate.serial_number
    RegisteredSigner.objects.filter(party=director.party).update(
        certificate_sha256="", issuer_name="CA minh họa – không có giá trị pháp lý", serial=str(serial)
    )

    assert desk.give_back(director, round_).status == SlotStatus.DIGITAL


def test_the_file_of_a_rival_is_refused_in_words_that_name_no_rivals_signer(desk, director, vnpt, viettel, round_):
    desk.give_back(director, round_)
    taken = files.read(take_file(actor=vnpt, round_=round_, party=vnpt.party))
    stranger = desk.authority.issue(name="Người Lạ", organisation="Công ty khác", at=NOON)

    with pytest.raises(FileRefused) as refusal:
        desk.give_back(vnpt, round_, Desk(desk.authority, {vnpt.party.pk: stranger}).signed(taken, vnpt, round_))

    assert "Phạm Quốc Dũng" not in str(refusal.value)
    assert "Viettel" not in str(refusal.value)
