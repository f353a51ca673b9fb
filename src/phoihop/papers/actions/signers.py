"""Whom a party lets sign, and which authorities are trusted."""

from __future__ import annotations

import datetime as dt
import re

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require, require_keeper
from phoihop.base.errors import Refused
from phoihop.papers.models import RegisteredSigner, TrustedIssuer
from phoihop.people.models import Party


class UnreadableCertificate(Refused):
    """What was given is no certificate."""


def read_certificate(data: bytes) -> x509.Certificate:
    """A certificate in PEM or DER.

    :raises UnreadableCertificate: it is neither
    """
    try:
        if b"-----BEGIN" in data:
            return x509.load_pem_x509_certificate(data)
        return x509.load_der_x509_certificate(data)
    except ValueError as problem:
        raise UnreadableCertificate(
            _("Tệp này không phải chứng thư số. Hãy xuất chứng thư (không kèm khóa) dạng .cer, .crt hoặc .pem rồi gửi lại.")
        ) from problem


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate, lower-case hex."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def clean_fingerprint(text: str) -> str:
    """A fingerprint as tools print it (with colons or spaces), as 64 hex digits.

    :raises Refused: it is none
    """
    plain = re.sub(r"[\s:]", "", text).lower()
    if plain and not re.fullmatch(r"[0-9a-f]{64}", plain):
        raise Refused(_("Dấu vân tay SHA-256 phải có 64 chữ số thập lục phân."), field="certificate_sha256")
    return plain


def register_signer(
    *,
    actor: Actor,
    party: Party,
    name: str,
    position: str,
    valid_from: dt.date,
    prefix: str = "",
    certificate: bytes = b"",
    certificate_sha256: str = "",
    subject_attribute: str = "",
    subject_value: str = "",
) -> RegisteredSigner:
    """Say who signs for a party, and how their certificate is known: by itself, or by a name in its subject.

    A signer without certificate may sign on paper.
    """
    require(actor, Permission.SIGNER_REGISTER, party=_registrar(actor, party))
    if certificate:
        certificate_sha256 = fingerprint(read_certificate(certificate))
    if bool(subject_attribute) != bool(subject_value):
        raise Refused(_("Hãy chọn cả trường và giá trị trong chứng thư, hoặc bỏ trống cả hai."), field="subject_value")
    with transaction.atomic():
        signer = RegisteredSigner.objects.create(
            party=party, name=name, position=position, prefix=prefix, valid_from=valid_from,
            certificate_sha256=clean_fingerprint(certificate_sha256), subject_attribute=subject_attribute,
            subject_value=subject_value.strip(),
        )  # fmt: skip
        audit.record(actor, "papers.signer.registered", signer, party=party, after={"name": name, "position": position})
    return signer


def _registrar(actor: Actor, party: Party) -> Party:
    """The party for which the permission is asked: one's own, or the regulator that keeps this party's record."""
    if party.pk in actor.party_ids or party.registered_by is None:
        return party
    return party.registered_by


def end_signer(*, actor: Actor, signer: RegisteredSigner, valid_to: dt.date) -> RegisteredSigner:
    """Say until when a person signs for a party."""
    require(actor, Permission.SIGNER_REGISTER, party=_registrar(actor, signer.party))
    if valid_to < signer.valid_from:
        raise Refused(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), field="valid_to")
    with transaction.atomic():
        RegisteredSigner.objects.filter(pk=signer.pk).update(valid_to=valid_to)
        signer.valid_to = valid_to
        audit.record(actor, "papers.signer.ended", signer, party=signer.party, after={"valid_to": valid_to})
    return signer


def trust_issuer(*, actor: Actor, name: str, certificate: bytes, crl_pem: str = "") -> TrustedIssuer:
    """Accept the certificates of an authority."""
    require_keeper(actor)
    found = read_certificate(certificate)
    with transaction.atomic():
        if TrustedIssuer.objects.filter(sha256=fingerprint(found)).exists():
            raise Refused(_("Tổ chức chứng thực này đã có trong danh sách."), field="certificate")
        pem = found.public_bytes(Encoding.PEM).decode()
        issuer = TrustedIssuer.objects.create(name=name, certificate_pem=pem, sha256=fingerprint(found), crl_pem=crl_pem)
        audit.record(actor, "papers.issuer.trusted", issuer, after={"sha256": issuer.sha256})
    return issuer


def distrust_issuer(*, actor: Actor, issuer: TrustedIssuer) -> None:
    """Stop accepting an authority; signatures accepted before stay accepted."""
    require_keeper(actor)
    with transaction.atomic():
        audit.record(actor, "papers.issuer.distrusted", issuer, before={"sha256": issuer.sha256})
        issuer.delete()
