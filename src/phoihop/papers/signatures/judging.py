"""Turns a reading into findings: integrity, time and certificate of one signature."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from phoihop.papers.signatures.chain import Chain, judge, may_sign
from phoihop.papers.signatures.findings import SEVERITY, Findings
from phoihop.papers.signatures.reading import Reading, iso
from phoihop.papers.signatures.results import Coverage, Kind, SignatureFacts, Trust
from phoihop.papers.signatures.settings import Severity, TrustSettings
from phoihop.papers.signatures.sources import Sources, with_own

TIME_GAP = timedelta(hours=24)  # between the computer's clock and the time stamp
TRUST_CODES = {
    Trust.UNKNOWN_ISSUER: "unknown_issuer",
    Trust.SELF_SIGNED: "self_signed",
    Trust.NOT_YET_VALID: "not_yet_valid",
    Trust.INVALID: "chain_invalid",
    Trust.REVOCATION_UNKNOWN: "revocation_unknown",
}


@dataclass(frozen=True)
class Judged:
    """A signature with what is known of its certificate."""

    reading: Reading
    facts: SignatureFacts
    vouched: bool


class Judge:
    """Judges the signatures of one file."""

    def __init__(self, *, trust: TrustSettings, sources: Sources, at: datetime, found: Findings) -> None:
        self.trust, self.sources, self.at, self.found = trust, sources, at, found

    async def signature(self, reading: Reading, proven_by: datetime | None) -> Judged:
        """Judge one signature.

        :param proven_by: when a trusted document time stamp shows that the signature existed
        """
        if not self._integrity(reading):
            return Judged(reading, reading.facts, vouched=False)
        if reading.facts.kind == Kind.TIME_STAMP:
            trust = Trust.TRUSTED if reading.stamp_trusted else Trust.UNKNOWN_ISSUER
            return Judged(reading, replace(reading.facts, trust=trust), vouched=reading.stamp_trusted)
        self._algorithms(reading)
        proven = reading.stamp if reading.stamp_trusted else proven_by
        self._times(reading, proven)
        sources = with_own(self.sources, reading.signature)
        chain = await judge(reading.certificate, sources, proven or self.at)
        self._certificate(reading, chain, proven)
        if proven is not None and chain.trust in {Trust.TRUSTED, Trust.REVOCATION_UNKNOWN}:
            self._since(reading, await judge(reading.certificate, sources, self.at))
        return Judged(reading, replace(reading.facts, trust=chain.trust), vouched=chain.vouched)

    def _note(self, reading: Reading, code: str, severity: Severity | None = None, **params: object) -> None:
        """Trouble with an earlier signer's certificate is shown, but is no reason to refuse the next signer."""
        severity = severity or SEVERITY[code]
        if not reading.facts.is_new and severity == Severity.REFUSE:
            severity = Severity.FLAG
        signer = reading.facts.signer_name or reading.facts.subject
        self.found.add(code, field=reading.facts.field, severity=severity, signer=signer, **params)

    def _integrity(self, reading: Reading) -> bool:
        """The bytes are those that were signed; for every signature of the file, whoever made it."""
        field, signer = reading.facts.field, reading.facts.signer_name
        code = ""
        if reading.facts.coverage == Coverage.PARTIAL and reading.facts.kind == Kind.SIGNATURE:
            code = "not_whole_file"
        if reading.weak:
            code = "broken_algorithm"
        if not reading.value_fits:
            code = "broken_signature"
        if not reading.digest_fits:
            code = "tampered"
        if code and reading.facts.kind == Kind.TIME_STAMP:
            code = "time_stamp_broken"
        if code:
            self.found.add(code, field=field, signer=signer, algorithm=reading.facts.digest.upper())
            return False
        if not reading.unchanged:
            self.found.add("changed_after_signing", field=field, signer=signer)
        return True

    def _algorithms(self, reading: Reading) -> None:
        if reading.facts.digest == "sha1" or "sha1" in reading.facts.mechanism:
            self._note(reading, "weak_digest")
        key = reading.certificate.public_key
        if key.algorithm == "rsa" and key.bit_size < 2048:
            self._note(reading, "weak_key", bits=key.bit_size)

    def _times(self, reading: Reading, proven: datetime | None) -> None:
        claimed, late = reading.claimed, self.at + self.trust.clock_tolerance
        if claimed is not None and claimed > late:
            self._note(reading, "time_in_future", time=iso(claimed))
        if claimed is not None and claimed < reading.certificate.not_valid_before:
            self._note(reading, "time_before_certificate", time=iso(claimed))
        if reading.stamp is not None and not reading.stamp_sound:
            self._note(reading, "time_stamp_broken")
        elif reading.stamp is not None and not reading.stamp_trusted:
            self._note(reading, "time_stamp_untrusted", time=iso(reading.stamp))
        if proven is None:
            if reading.stamp is None:
                self._note(reading, "no_time_stamp", time=iso(claimed) or "—")
            return
        self._note(reading, "time_stamp_valid", time=iso(proven))
        if claimed is not None and reading.stamp_trusted and abs(proven - claimed) > TIME_GAP:
            self._note(reading, "times_differ", claimed=iso(claimed), stamped=iso(proven))

    def _certificate(self, reading: Reading, chain: Chain, proven: datetime | None) -> None:
        facts = reading.facts
        if not may_sign(reading.certificate):
            self._note(reading, "key_usage")
        if chain.trust == Trust.REVOKED:
            code = "issuer_revoked" if chain.issuer_revoked else "revoked"
            self._note(reading, code, time=iso(chain.revoked_at), issuer=facts.issuer)
            return
        if chain.trust == Trust.EXPIRED or reading.certificate.not_valid_after < (proven or self.at):
            signed_at = proven or reading.claimed
            in_time = proven is None and signed_at is not None and signed_at <= reading.certificate.not_valid_after
            self._note(reading, "expired_now" if in_time else "expired_at_signing", until=facts.valid_to)
        code = TRUST_CODES.get(chain.trust, "")
        if code in {"unknown_issuer", "self_signed"}:
            self._note(reading, code, self.trust.unknown_issuer, issuer=facts.issuer)
        elif code:
            self._note(reading, code, issuer=facts.issuer, since=facts.valid_from)

    def _since(self, reading: Reading, today: Chain) -> None:
        """What befell the certificate after a proven time of signing."""
        if today.trust == Trust.REVOKED:
            self._note(reading, "revoked_since", time=iso(today.revoked_at))
        elif today.trust == Trust.EXPIRED:
            self._note(reading, "expired_since", until=reading.facts.valid_to)
