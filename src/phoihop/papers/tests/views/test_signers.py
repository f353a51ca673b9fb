"""Who signs for a party: register and end."""

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from django.urls import reverse

from phoihop.base.errors import Refused
from phoihop.papers.actions.certificates import clean_fingerprint, clean_serial
from phoihop.papers.actions.signers import register_signer
from phoihop.papers.models import RegisteredSigner
from phoihop.papers.tests.desk import upload
from phoihop.testing.cast import DAY

WHO = {"name": "Lê Thị Cúc", "position": "Giám đốc", "valid_from": "15/06/2026"}


def _url(member):
    return reverse("papers:signers", args=[member.party.pk])


@pytest.fixture
def certificate(authority, vnpt):
    return authority.issue(name="Lê Thị Cúc", organisation="VNPT", at=vnpt.at).certificate


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_a_certificate_is_known_by_its_fingerprint(client_of, vnpt, certificate, encoding):
    file = upload(certificate.public_bytes(encoding), "cuc.cer")

    assert client_of(vnpt).post(_url(vnpt), {**WHO, "certificate": file}).status_code == 302

    printed = certificate.fingerprint(SHA256()).hex(":").upper()
    assert RegisteredSigner.objects.get().certificate_sha256 == clean_fingerprint(printed)


def test_or_by_its_issuer_and_serial_number(client_of, vnpt):
    data = {**WHO, "issuer_name": "VNPT-CA", "serial": "54:01:0A:FF"}

    assert client_of(vnpt).post(_url(vnpt), data).status_code == 302

    assert RegisteredSigner.objects.get().serial == str(0x54010AFF)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"certificate_sha256": "abc"}, "certificate_sha256"), ({"serial": "12"}, "serial"),
        ({"issuer_name": "VNPT-CA"}, "serial"), ({"issuer_name": "VNPT-CA", "serial": "1x"}, "serial"),
        ({"subject_attribute": "UID"}, "subject_value"), ({"subject_value": "MST:08"}, "subject_value"),
    ],
)  # fmt: skip
def test_half_a_rule_is_refused_at_its_field(client_of, vnpt, given, field):
    page = client_of(vnpt).post(_url(vnpt), {**WHO, **given})

    assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
    assert not RegisteredSigner.objects.exists()


def test_a_file_that_is_no_certificate_is_refused(client_of, vnpt):
    page = client_of(vnpt).post(_url(vnpt), {**WHO, "certificate": upload(b"-----BEGIN nonsense", "a.pem")})

    assert list(page.context["form"].errors) == ["certificate"]


def test_the_regulator_that_keeps_the_record_registers_for_the_party(client_of, regulator, vnpt):
    assert client_of(regulator).post(_url(vnpt), WHO).status_code == 302

    assert RegisteredSigner.objects.get().party == vnpt.party


def test_for_a_rival_signers_do_not_exist(client_of, vnpt, viettel):
    signer = register_signer(actor=vnpt, party=vnpt.party, name="Lê Thị Cúc", position="Giám đốc", valid_from=DAY)
    browser, end = client_of(viettel), reverse("papers:signer_end", args=[vnpt.party.pk, signer.pk])
    own = reverse("papers:signer_end", args=[viettel.party.pk, signer.pk])

    assert browser.get(_url(vnpt)).status_code == 404
    assert browser.post(_url(vnpt), WHO).status_code == 404
    assert browser.post(end, {"valid_to": "15/06/2026"}).status_code == 404
    assert browser.post(own, {"valid_to": "15/06/2026"}).status_code == 404


def test_a_signer_ends_on_a_day_after_the_first(client_of, vnpt):
    signer = register_signer(actor=vnpt, party=vnpt.party, name="Lê Thị Cúc", position="Giám đốc", valid_from=DAY)
    address = reverse("papers:signer_end", args=[vnpt.party.pk, signer.pk])

    assert client_of(vnpt).post(address, {"valid_to": "14/06/2026"}).status_code == 422
    assert client_of(vnpt).post(address, {"valid_to": "30/06/2026"}).status_code == 302

    signer.refresh_from_db()
    assert signer.valid_to.isoformat() == "2026-06-30"


@pytest.mark.parametrize(
    ("text", "number"), [("0x1F", "31"), ("1F", "31"), ("31", "31"), ("00 1f", "31"), ("0031", "31"), ("", "")]
)
def test_serial_numbers_are_read_as_tools_print_them(text, number):
    assert clean_serial(text) == number


@pytest.mark.parametrize("text", ["0x", "-5", "g1", "1" * 60])
def test_what_is_no_serial_number_is_refused(text):
    with pytest.raises(Refused):
        clean_serial(text)
