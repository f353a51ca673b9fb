"""Reading what people give as certificates, fingerprints, serial numbers and revocation lists."""

from __future__ import annotations

import re

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from django.utils.translation import gettext as _

from phoihop.base.errors import Refused


class UnreadableCertificate(Refused):
    """What was given is no certificate, or no revocation list."""


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
            _("Tệp này không phải chứng thư số. Hãy xuất chứng thư (không kèm khóa) dạng .cer, .crt hoặc .pem."),
            field="certificate",
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


def clean_serial(text: str) -> str:
    """A serial number as tools print it, in decimal: hexadecimal with ``0x``, with letters, or in pairs set apart.

    :raises Refused: it is none, or longer than the 20 bytes that RFC 5280 allows
    """
    plain = re.sub(r"[\s:]", "", text).lower()
    if not plain:
        return ""
    is_hex = plain.startswith("0x") or bool(re.search(r"[a-f]", plain)) or plain != text.strip().lower()
    digits = plain.removeprefix("0x")
    if not re.fullmatch(r"[0-9a-f]{1,48}" if is_hex else r"[0-9]{1,48}", digits):
        raise Refused(
            _("Số sê-ri không đúng. Hãy chép nguyên từ chứng thư: dạng thập phân, hoặc thập lục phân bắt đầu bằng 0x."),
            field="serial",
        )
    return str(int(digits, 16 if is_hex else 10))


def clean_crl(data: bytes, authority: x509.Certificate) -> str:
    """A revocation list of ``authority`` in PEM or DER, as PEM; nothing stays nothing.

    :raises UnreadableCertificate: it is neither, or another authority's
    """
    if not data.strip():
        return ""
    try:
        load = x509.load_pem_x509_crl if b"-----BEGIN" in data else x509.load_der_x509_crl
        found = load(data)
    except ValueError as problem:
        raise UnreadableCertificate(
            _("Tệp này không phải danh sách thu hồi. Hãy tải danh sách (.crl) từ trang của tổ chức chứng thực."),
            field="crl",
        ) from problem
    key = authority.public_key()
    if found.issuer != authority.subject or not found.is_signature_valid(key):  # type: ignore[arg-type]
        raise UnreadableCertificate(
            _("Danh sách thu hồi này do tổ chức khác ký. Hãy chọn danh sách của đúng tổ chức này."), field="crl"
        )
    return found.public_bytes(Encoding.PEM).decode()
