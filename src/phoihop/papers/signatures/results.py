"""What a check says, in values that turn into JSON and back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from phoihop.papers.signatures.settings import Severity


class Kind(StrEnum):
    """A person's signature, or a time stamp over the document."""

    SIGNATURE = "signature"
    TIME_STAMP = "time_stamp"


class Coverage(StrEnum):
    """How much of the file a signature covers."""

    WHOLE_FILE = "whole_file"
    REVISION = "revision"
    PARTIAL = "partial"


class Trust(StrEnum):
    """What is known of the signer's certificate."""

    TRUSTED = "trusted"
    REVOCATION_UNKNOWN = "revocation_unknown"
    UNKNOWN_ISSUER = "unknown_issuer"
    SELF_SIGNED = "self_signed"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    REVOKED = "revoked"
    INVALID = "invalid"


@dataclass(frozen=True)
class Finding:
    """One thing the check noticed; :func:`messages.describe` puts it into words."""

    code: str
    severity: Severity
    field: str = ""  # the signature it concerns, or the whole file when empty
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class SignatureFacts:
    """One signature as it stands in the file. Instants are ISO 8601 texts, empty when unknown."""

    field: str
    kind: Kind
    is_new: bool
    intact: bool
    coverage: Coverage
    trust: Trust
    claimed_at: str
    stamped_at: str
    stamp_trusted: bool
    signer_name: str
    organisation: str
    subject: str
    issuer: str
    serial: str
    certificate_sha256: str
    valid_from: str
    valid_to: str
    revision_sha256: str  # of the file as it stood when this signature was made
    digest: str
    mechanism: str
    visible: bool


@dataclass(frozen=True)
class CheckResult:
    """The technical check of one file."""

    file_sha256: str
    size_bytes: int
    checked_at: str
    circulated_sha256: str = ""
    previous_sha256: str = ""
    findings: tuple[Finding, ...] = ()
    signatures: tuple[SignatureFacts, ...] = ()

    @property
    def accepted(self) -> bool:
        """Nothing was found for which the file must be refused."""
        return not any(finding.severity == Severity.REFUSE for finding in self.findings)

    @property
    def flagged(self) -> bool:
        """Something was found that a person should look at."""
        return any(finding.severity == Severity.FLAG for finding in self.findings)

    @property
    def new_signature(self) -> SignatureFacts | None:
        """The signature this upload brings, when it brings exactly one."""
        new = [facts for facts in self.signatures if facts.is_new and facts.kind == Kind.SIGNATURE]
        return new[0] if len(new) == 1 else None

    def codes(self) -> set[str]:
        """Codes of all findings."""
        return {finding.code for finding in self.findings}

    def of(self, *severities: Severity) -> tuple[Finding, ...]:
        """Findings of these severities."""
        return tuple(finding for finding in self.findings if finding.severity in severities)

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON column or a command's output."""
        plain = asdict(self)
        plain["findings"] = [{**asdict(finding), "params": dict(finding.params)} for finding in self.findings]
        plain["signatures"] = [asdict(facts) for facts in self.signatures]
        return {"accepted": self.accepted, "flagged": self.flagged, **plain}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> CheckResult:
        """The result that :meth:`as_json` wrote."""
        values = {key: value for key, value in plain.items() if key not in {"accepted", "flagged"}}
        values["findings"] = tuple(_finding(row) for row in plain.get("findings", ()))
        values["signatures"] = tuple(_facts(row) for row in plain.get("signatures", ()))
        return cls(**values)


def _finding(row: Mapping[str, Any]) -> Finding:
    return Finding(row["code"], Severity(row["severity"]), row.get("field", ""), dict(row.get("params", {})))


def _facts(row: Mapping[str, Any]) -> SignatureFacts:
    kinds = {"kind": Kind(row["kind"]), "coverage": Coverage(row["coverage"]), "trust": Trust(row["trust"])}
    return SignatureFacts(**{**row, **kinds})
