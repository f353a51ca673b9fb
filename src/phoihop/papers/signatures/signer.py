"""Is the new signature the expected person's?"""

from __future__ import annotations

from phoihop.papers.signatures.findings import Findings
from phoihop.papers.signatures.judging import Judged
from phoihop.papers.signatures.names import matching_rules
from phoihop.papers.signatures.settings import ExpectedSigner


def check_signer(new: Judged, expected: ExpectedSigner | None, found: Findings) -> None:
    """Compare the certificate with the party's register.

    The message names the certificate, which the uploader holds anyway, and never whose else it may be.
    """
    facts = new.facts
    signer = facts.signer_name or facts.subject
    if expected is None:
        found.add("signer_not_checked", field=facts.field, signer=signer)
        return
    rules = matching_rules(expected, new.reading.certificate)
    if not rules:
        found.add("wrong_signer", field=facts.field, signer=signer, party=expected.party)
    elif not new.vouched and all(rule.needs_trusted_chain for rule in rules):
        found.add("signer_unproven", field=facts.field, signer=signer, party=expected.party)
    else:
        found.add("signer_matched", field=facts.field, signer=signer, party=expected.party)


def check_repetition(new: Judged, earlier: list[Judged], found: Findings) -> None:
    """One person signs once: neither the same certificate nor the same key again."""
    key = new.reading.certificate.public_key.sha256
    for other in earlier:
        same = other.facts.certificate_sha256 == new.facts.certificate_sha256
        if same or other.reading.certificate.public_key.sha256 == key:
            found.add("same_signer_again", field=new.facts.field, signer=new.facts.signer_name)
            return
