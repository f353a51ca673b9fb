"""Has one certificate of a chain been revoked? Every list and answer at hand is asked on its own.

Asking them one by one matters: a file could carry an old answer saying "good" beside a newer list saying "revoked",
and a list past its next update is no proof of good standing but stays proof of a revocation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from asn1crypto import crl, ocsp, x509
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import (
    CRLValidationError,
    OCSPValidationError,
    PathError,
    RevokedError,
    ValidationError,
)
from pyhanko_certvalidator.path import ValidationPath
from pyhanko_certvalidator.policy_decl import (
    NO_REVOCATION,
    CertRevTrustPolicy,
    DisallowWeakAlgorithmsPolicy,
)
from pyhanko_certvalidator.revinfo.validate_crl import verify_crl
from pyhanko_certvalidator.revinfo.validate_ocsp import verify_ocsp_response

from phoihop.papers.signatures.sources import Sources

Evidence: TypeAlias = crl.CertificateList | ocsp.OCSPResponse

# SHA-1 is flagged by the check, not refused: authorities still hand out such lists and old certificates.
ALGORITHMS = DisallowWeakAlgorithmsPolicy(  # type: ignore[no-untyped-call]
    weak_hash_algos=frozenset({"md2", "md5"}), rsa_key_size_threshold=1024, dsa_key_size_threshold=1024
)
# Evidence about another certificate, unreadable, unsigned or out of date: it says nothing.
UNUSABLE = (CRLValidationError, OCSPValidationError, PathError, ValidationError, ValueError, TypeError, KeyError)
SHORT_LIFE = timedelta(minutes=30)  # of an answer that names no next update


class Standing(StrEnum):
    """What the evidence says of a certificate."""

    GOOD = "good"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Revocation:
    """A certificate's standing, and since when it is revoked."""

    standing: Standing
    since: datetime | None = None


def context(sources: Sources, moment: datetime, *, evidence: Evidence | None = None) -> ValidationContext:
    """A validation context at one moment, offline, with at most one piece of revocation data."""
    return ValidationContext(
        trust_roots=list(sources.roots),
        other_certs=list(sources.certificates),
        moment=moment,
        crls=[evidence] if isinstance(evidence, crl.CertificateList) else [],
        ocsps=[evidence] if isinstance(evidence, ocsp.OCSPResponse) else [],
        allow_fetching=False,
        revinfo_policy=CertRevTrustPolicy(NO_REVOCATION, retroactive_revinfo=True),
        algorithm_usage_policy=ALGORITHMS,
    )


async def standing_of(
    certificate: x509.Certificate, path: ValidationPath, sources: Sources, moment: datetime
) -> Revocation:
    """The standing at a moment, by all the evidence there is."""
    good = False
    for evidence in (*sources.crls, *sources.ocsps):
        for until in _updates(evidence):
            usable = min(moment, until)
            try:
                await _ask(certificate, path, context(sources, usable, evidence=evidence), evidence)
            except RevokedError as error:
                return Revocation(Standing.REVOKED, error.revocation_dt)
            except UNUSABLE:
                continue
            good = good or usable == moment
    return Revocation(Standing.GOOD if good else Standing.UNKNOWN)


async def _ask(
    certificate: x509.Certificate, path: ValidationPath, asked: ValidationContext, evidence: Evidence
) -> None:
    if isinstance(evidence, crl.CertificateList):
        await verify_crl(certificate, path, asked)
    else:
        await verify_ocsp_response(certificate, path, asked)


def _updates(evidence: Evidence) -> Iterator[datetime]:
    """Until when the evidence is fresh."""
    if isinstance(evidence, crl.CertificateList):
        body = evidence["tbs_cert_list"]
        yield _aware(body["next_update"].native or body["this_update"].native + SHORT_LIFE)
        return
    if evidence["response_status"].native != "successful":
        return
    for single in evidence.response_data["responses"]:
        yield _aware(single["next_update"].native or single["this_update"].native + SHORT_LIFE)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
