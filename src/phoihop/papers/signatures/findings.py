"""Gathers findings: each code has its usual severity here and its words in ``messages``."""

from __future__ import annotations

from phoihop.papers.signatures.results import Finding
from phoihop.papers.signatures.settings import Severity

REFUSED = [
    "too_large",
    "not_pdf",
    "truncated",
    "damaged",
    "encrypted",
    "foreign",
    "stale",
    "rewritten",
    "nothing_new",
    "several_new",
    "unsigned",
    "tampered",
    "broken_signature",
    "unsupported_format",
    "damaged_signature",
    "broken_algorithm",
    "not_whole_file",
    "changed_before_signing",
    "changed_after_signing",
    "wrong_slot",
    "locks_document",
    "certifies",
    "expired_at_signing",
    "expired_now",
    "not_yet_valid",
    "revoked",
    "issuer_revoked",
    "chain_invalid",
    "key_usage",
    "unknown_issuer",
    "self_signed",
    "wrong_signer",
    "signer_unproven",
    "same_signer_again",
]
FLAGGED = [
    "revocation_unknown",
    "revoked_since",
    "weak_digest",
    "weak_key",
    "no_time_stamp",
    "time_stamp_broken",
    "time_stamp_untrusted",
    "time_in_future",
    "time_before_certificate",
    "times_differ",
    "covers_text",
]
NOTED = ["time_stamp_valid", "expired_since", "long_term_data", "signer_matched", "signer_not_checked", "not_compared"]

SEVERITY: dict[str, Severity] = {
    **dict.fromkeys(REFUSED, Severity.REFUSE),
    **dict.fromkeys(FLAGGED, Severity.FLAG),
    **dict.fromkeys(NOTED, Severity.INFO),
}


class Findings:
    """A list that knows the usual severity of each code."""

    def __init__(self) -> None:
        self._found: list[Finding] = []

    def add(self, code: str, *, field: str = "", severity: Severity | None = None, **params: object) -> None:
        """Note one thing; the same thing said twice is noted once."""
        words = {name: str(value) for name, value in params.items()}
        finding = Finding(code, severity or SEVERITY[code], field, words)
        if finding not in self._found:
            self._found.append(finding)

    @property
    def refused(self) -> bool:
        """Whether anything so far forbids the file."""
        return any(finding.severity == Severity.REFUSE for finding in self._found)

    def gathered(self) -> tuple[Finding, ...]:
        """All findings, the gravest first."""
        order = list(Severity)
        return tuple(sorted(self._found, key=lambda finding: order.index(finding.severity)))
