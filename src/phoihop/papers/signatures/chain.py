"""Who vouches for a certificate, and does it hold at a moment?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from asn1crypto import x509
from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.errors import (
    InvalidCertificateError,
    PathBuildingError,
    ValidationError,
)
from pyhanko_certvalidator.path import ValidationPath

from phoihop.papers.signatures.results import Trust
from phoihop.papers.signatures.revocation import (
    Revocation,
    Standing,
    context,
    standing_of,
)
from phoihop.papers.signatures.sources import Sources

SIGNING_USES = {"digital_signature", "non_repudiation"}


@dataclass(frozen=True)
class Chain:
    """A judgement about one certificate at one moment.

    :param vouched: a trusted authority issued it, whatever its dates and standing
    :param issuer_revoked: it is an authority above that was revoked, not the signer
    """

    trust: Trust
    vouched: bool
    revoked_at: datetime | None = None
    issuer_revoked: bool = False


async def judge(certificate: x509.Certificate, sources: Sources, moment: datetime) -> Chain:
    """Judge a certificate as it stood at ``moment``."""
    start, end = certificate.not_valid_before, certificate.not_valid_after
    second = timedelta(seconds=1)
    # A chain is built inside the certificate's own life, so that an expired one still shows who issued it.
    inside = min(max(moment, start + second), end - second)
    path, problem = await _path(certificate, sources, inside)
    if path is None:
        return Chain(problem, vouched=False)
    revoked, by_issuer = await _revocation(certificate, path, sources, moment)
    if revoked.standing == Standing.REVOKED:
        return Chain(Trust.REVOKED, True, revoked.since, by_issuer)
    if moment > end:
        return Chain(Trust.EXPIRED, True)
    if moment < start:
        return Chain(Trust.NOT_YET_VALID, True)
    known = revoked.standing == Standing.GOOD
    return Chain(Trust.TRUSTED if known else Trust.REVOCATION_UNKNOWN, True)


def may_sign(certificate: x509.Certificate) -> bool:
    """Whether the certificate is meant for signatures: one of the two uses, or no restriction."""
    usage = certificate.key_usage_value
    return usage is None or bool(SIGNING_USES & usage.native)


async def _path(
    certificate: x509.Certificate, sources: Sources, moment: datetime
) -> tuple[ValidationPath | None, Trust]:
    if not sources.roots:
        return None, Trust.SELF_SIGNED if certificate.self_signed != "no" else Trust.UNKNOWN_ISSUER
    validator = CertificateValidator(certificate, validation_context=context(sources, moment))
    try:
        return await validator.async_validate_path(), Trust.TRUSTED
    except PathBuildingError:
        return None, Trust.UNKNOWN_ISSUER
    except InvalidCertificateError:
        return None, Trust.SELF_SIGNED if certificate.self_signed != "no" else Trust.INVALID
    except (ValidationError, ValueError, TypeError, KeyError):
        return None, Trust.INVALID


async def _revocation(
    certificate: x509.Certificate, path: ValidationPath, sources: Sources, moment: datetime
) -> tuple[Revocation, bool]:
    """The worst standing along the path; the trust anchor itself cannot be revoked by a list of its own."""
    worst = Revocation(Standing.GOOD)
    for link in path.iter_certs(include_root=False):
        found = await standing_of(link, path, sources, moment)
        if found.standing == Standing.REVOKED:
            return found, link.sha256 != certificate.sha256
        if found.standing == Standing.UNKNOWN:
            worst = found
    return worst, False
