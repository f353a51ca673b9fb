"""The technical check of a PDF that belongs to no round."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from phoihop.base import files
from phoihop.base.access import Actor
from phoihop.papers.models import TrustedIssuer
from phoihop.papers.signatures import CheckResult, SignatureFacts, TrustSettings, check_pdf, describe


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check found, and the same in sentences."""

    result: CheckResult
    findings: list[tuple[str, str]]  # severity, sentence
    signatures: list[tuple[SignatureFacts, dt.datetime | None]]  # each with the time its signer claims


def trust_settings() -> TrustSettings:
    """The authorities that the platform keeper accepted, with their revocation lists."""
    issuers = list(TrustedIssuer.objects.all())
    return TrustSettings(
        roots=tuple(issuer.certificate_pem.encode() for issuer in issuers),
        crls=tuple(issuer.crl_pem.encode() for issuer in issuers if issuer.crl_pem),
        max_bytes=files.MAX_BYTES,
    )


def technical_check(*, actor: Actor, data: bytes, language: str) -> Checked:
    """Check a PDF by itself; nothing is kept."""
    result = check_pdf(
        data, circulated=None, previous=None, trust=trust_settings(), at=actor.at, expected_signer=None
    )  # fmt: skip
    findings = [(finding.severity.value, describe(finding, language)) for finding in result.findings]
    return Checked(result, findings, [(facts, instant(facts.claimed_at)) for facts in result.signatures])


def instant(text: str) -> dt.datetime | None:
    """A time as the check writes it; none where it is not known."""
    return dt.datetime.fromisoformat(text) if text else None
