"""What the caller knows: whom to trust, and whose signature is expected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Severity(StrEnum):
    """What a finding does to the upload."""

    REFUSE = "refuse"
    FLAG = "flag"
    INFO = "info"


@dataclass(frozen=True)
class TrustSettings:
    """Whom to trust, and how strict to be. Certificates and lists may be PEM or DER. Nothing is ever fetched.

    :param roots: certificates of accepted authorities
    :param intermediates: certificates that help to build chains, not trusted by themselves
    :param tsa_roots: authorities accepted for time stamps; the same as ``roots`` when left empty
    :param crls: revocation lists obtained by the operator
    :param unknown_issuer: refuse or flag a certificate whose authority is not in ``roots``
    :param allow_locking: accept a signature that forbids further signing
    :param max_bytes: larger uploads are refused unread
    :param clock_tolerance: how far a claimed time may lie ahead of ours
    """

    roots: tuple[bytes, ...] = ()
    intermediates: tuple[bytes, ...] = ()
    tsa_roots: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()
    ocsps: tuple[bytes, ...] = ()
    unknown_issuer: Severity = Severity.REFUSE
    allow_locking: bool = False
    max_bytes: int = 50 * 1024 * 1024
    clock_tolerance: timedelta = timedelta(minutes=5)


@dataclass(frozen=True)
class SignerRule:
    """How one registered certificate is known; build it with one of the ``by_…`` constructors.

    A name or a serial number proves nothing unless a trusted authority vouches for it; a fingerprint does by itself.
    """

    certificate_sha256: str = ""
    issuer: str = ""
    serial: str = ""
    attribute: str = ""
    value: str = ""

    @classmethod
    def by_fingerprint(cls, sha256: str) -> SignerRule:
        """The very certificate; colons and spaces are allowed."""
        return cls(certificate_sha256="".join(c for c in sha256.lower() if c in "0123456789abcdef"))

    @classmethod
    def by_serial(cls, issuer: str, serial: str) -> SignerRule:
        """The authority's common name and the certificate's serial number (decimal, or hexadecimal with ``0x``)."""
        return cls(issuer=issuer, serial=str(int(serial, 0)))

    @classmethod
    def by_subject(cls, attribute: str, value: str) -> SignerRule:
        """A subject attribute (``CN``, ``serialNumber`` or ``UID``), such as a tax code or an identity number."""
        return cls(attribute=attribute, value=value)

    @property
    def needs_trusted_chain(self) -> bool:
        """Anyone can write a name into a certificate of their own."""
        return not self.certificate_sha256


@dataclass(frozen=True)
class ExpectedSigner:
    """Who may sign for the party whose turn it is.

    :param party: name shown in messages
    :param rules: any one of them suffices
    :param slot: name of the party's own signature field in the circulated file, when there is one
    """

    party: str
    rules: tuple[SignerRule, ...] = ()
    slot: str = ""
