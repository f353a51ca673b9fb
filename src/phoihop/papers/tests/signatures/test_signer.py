"""The certificate has to be that of the party's registered signer."""

from __future__ import annotations

import pytest

from phoihop.papers.signatures import ExpectedSigner, Severity, SignerRule, describe
from phoihop.papers.tests.signatures.authority import Authority
from phoihop.papers.tests.signatures.desk import refusals


def _fingerprint(authority: Authority, label: str) -> str:
    digits = authority.certificate(label).sha256.hex().upper()
    return ":".join(digits[at : at + 2] for at in range(0, 64, 2))  # as certificate viewers show it


def _rules(authority: Authority) -> dict[str, SignerRule]:
    certificate = authority.certificate("vnpt")
    return {
        "fingerprint": SignerRule.by_fingerprint(_fingerprint(authority, "vnpt")),
        "decimal serial": SignerRule.by_serial("Người ký ca", str(certificate.serial_number)),
        "hexadecimal serial": SignerRule.by_serial("Người ký ca", hex(certificate.serial_number)),
        "common name": SignerRule.by_subject("CN", "  TRẦN THỊ  BÌNH "),
        "tax code": SignerRule.by_subject("UID", "MST:0800000002"),
        "bare tax code": SignerRule.by_subject("UID", "0800000002"),
    }


@pytest.mark.parametrize(
    "known_by",
    ["fingerprint", "decimal serial", "hexadecimal serial", "common name", "tax code", "bare tax code"],
)
def test_a_registered_signer_is_recognised(desk, circulated, known_by):
    expected = ExpectedSigner("VNPT Hải Dương", (_rules(desk.authority)[known_by],))

    result = desk.check(desk.sign(circulated, "vnpt"), circulated, expected=expected)

    assert refusals(result) == set()
    assert "signer_matched" in result.codes()


@pytest.mark.parametrize(
    "rule",
    [
        SignerRule.by_fingerprint("00" * 32),
        SignerRule.by_serial("Người ký ca", "7"),
        SignerRule.by_subject("CN", "Trần Thị Bìn"),
        SignerRule.by_subject("UID", "CCCD:0800000002"),
        SignerRule.by_subject("UID", "800000002"),
        SignerRule.by_subject("UID", ""),
        SignerRule(),
    ],
)
def test_anybody_else_is_refused(desk, circulated, rule):
    expected = ExpectedSigner("VNPT Hải Dương", (rule,))

    result = desk.check(desk.sign(circulated, "vnpt"), circulated, expected=expected)

    assert refusals(result) == {"wrong_signer"}


def test_a_party_without_registered_signers_accepts_nobody(desk, circulated):
    result = desk.check(desk.sign(circulated, "vnpt"), circulated, expected=ExpectedSigner("VNPT Hải Dương"))

    assert refusals(result) == {"wrong_signer"}


def test_the_refusal_names_only_what_the_file_shows(desk, circulated):
    expected = ExpectedSigner("VNPT Hải Dương", (SignerRule.by_subject("CN", "Trần Thị Bình"),))

    result = desk.check(desk.sign(circulated, "viettel"), circulated, expected=expected)

    (finding,) = [finding for finding in result.findings if finding.code == "wrong_signer"]
    assert dict(finding.params) == {"signer": "Lê Văn Cường", "party": "VNPT Hải Dương"}
    assert "Lê Văn Cường" in describe(finding)


def test_a_name_from_an_unknown_authority_proves_nothing(desk, circulated):
    expected = ExpectedSigner("VNPT Hải Dương", (SignerRule.by_subject("CN", "Trần Thị Bình"),))
    lenient = desk.authority.trust(unknown_issuer=Severity.FLAG)

    result = desk.check(desk.sign(circulated, "impostor"), circulated, expected=expected, trust=lenient)

    assert refusals(result) == {"signer_unproven"}


def test_a_fingerprint_needs_no_authority(desk, circulated):
    rule = SignerRule.by_fingerprint(_fingerprint(desk.authority, "impostor"))
    lenient = desk.authority.trust(unknown_issuer=Severity.FLAG)

    expected = ExpectedSigner("VNPT Hải Dương", (rule,))
    result = desk.check(desk.sign(circulated, "impostor"), circulated, expected=expected, trust=lenient)

    assert refusals(result) == set()


def test_nobody_signs_twice(desk, circulated, signed):
    again = desk.sign(signed, "regulator", field="again")

    assert refusals(desk.check(again, circulated, previous=signed)) == {"same_signer_again"}
