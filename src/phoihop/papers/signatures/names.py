"""Reading certificates: names, serial numbers, and the rule by which a signer is recognised."""

from __future__ import annotations

import unicodedata

from asn1crypto import x509

from phoihop.papers.signatures.settings import ExpectedSigner, SignerRule

ATTRIBUTES = {
    "CN": "common_name",
    "O": "organization_name",
    "OU": "organizational_unit_name",
    "SERIALNUMBER": "serial_number",
    "UID": "user_id",
    "E": "email_address",
}
PREFIXES = ("MST:", "CCCD:", "CMND:", "MNS:", "HC:", "BHXH:")  # as Vietnamese authorities write a UID


def subject_values(name: x509.Name, attribute: str) -> tuple[str, ...]:
    """All values of one attribute, named as people write it (``CN``, ``O``, ``UID`` …)."""
    wanted = ATTRIBUTES.get(attribute.upper(), attribute)
    return tuple(
        str(pair["value"].native)
        for relative in name.chosen
        for pair in relative
        if pair["type"].native == wanted or pair["type"].dotted == wanted
    )


def first_value(name: x509.Name, attribute: str) -> str:
    """The first value of an attribute, or nothing."""
    values = subject_values(name, attribute)
    return values[0] if values else ""


def plain(value: str) -> str:
    """A value for comparison: composed, folded, single spaces."""
    return " ".join(unicodedata.normalize("NFC", value).casefold().split())


def bare(value: str) -> str:
    """A tax code or identity number without its prefix."""
    text = plain(value)
    for prefix in PREFIXES:
        if text.startswith(prefix.lower()):
            return text.removeprefix(prefix.lower()).strip()
    return text


def fits(rule: SignerRule, certificate: x509.Certificate) -> bool:
    """Whether the certificate is the one the rule speaks of."""
    if rule.certificate_sha256:
        return bool(certificate.sha256.hex() == rule.certificate_sha256)
    if rule.serial:
        same_issuer = plain(rule.issuer) in {
            plain(first_value(certificate.issuer, "CN")),
            plain(certificate.issuer.human_friendly),
        }
        return same_issuer and str(certificate.serial_number) == rule.serial
    if not rule.attribute or not rule.value:
        return False
    values = subject_values(certificate.subject, rule.attribute)
    # A number may be registered without its prefix; registered with one, the prefix counts.
    return any(plain(rule.value) in {plain(value), bare(value)} for value in values)


def matching_rules(expected: ExpectedSigner, certificate: x509.Certificate) -> list[SignerRule]:
    """Every rule of the party that this certificate fulfils."""
    return [rule for rule in expected.rules if fits(rule, certificate)]
