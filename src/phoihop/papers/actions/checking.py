"""The technical check of a file given back, against what the round and the party's register know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.utils import timezone

from phoihop.base import files
from phoihop.papers.models import RegisteredSigner, SigningRound, SigningSlot, SlotStatus
from phoihop.papers.queries.checks import trust_settings
from phoihop.papers.signatures import (
    CheckResult,
    ExpectedSigner,
    Severity,
    SignerRule,
    check_pdf,
    describe,
)
from phoihop.papers.signatures.placement import NameNotFound, Slot, find_box, prepare_slots
from phoihop.people.models import Party


def _rules(signer: RegisteredSigner) -> list[SignerRule]:
    rules = []
    if signer.certificate_sha256:
        rules.append(SignerRule.by_fingerprint(signer.certificate_sha256))
    if signer.subject_attribute:
        rules.append(SignerRule.by_subject(signer.subject_attribute, signer.subject_value))
    if signer.serial:
        rules.append(SignerRule.by_serial(signer.issuer_name, signer.serial))
    return rules


def _signers(party: Party, day: dt.date) -> QuerySet[RegisteredSigner]:
    until = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    return RegisteredSigner.objects.filter(until, party=party, valid_from__lte=day)


def has_certificate(party: Party, day: dt.date) -> bool:
    """Whether any signer of the party with a known certificate may sign on ``day``."""
    return any(signer.signs_digitally for signer in _signers(party, day))


def expected_signer(party: Party, slot: SigningSlot, day: dt.date) -> ExpectedSigner:
    """The certificates registered for a party and valid on ``day``; any one of them may sign."""
    rules = [rule for signer in _signers(party, day) for rule in _rules(signer)]
    return ExpectedSigner(party=party.name, rules=tuple(rules), slot=field_name(slot.order))


def field_name(order: int) -> str:
    """The name of a party's own signature field in the circulated PDF."""
    return f"party{order}"


def prepare_pdf(pdf: bytes, signer_names: Sequence[str]) -> bytes:
    """The PDF to circulate: one empty signature field a party, above the signer's name where it stands in the text."""
    slots = []
    for order, name in enumerate(signer_names, start=1):
        try:
            box = find_box(pdf, name) if name else None
        except NameNotFound:
            box = None
        slots.append(Slot(field_name(order), box))
    return prepare_slots(pdf, slots)


def check_signed_file(round_: SigningRound, slot: SigningSlot, data: bytes, at: dt.datetime) -> CheckResult:
    """Check an upload for one place of a round."""
    circulated = files.read(round_.circulated)
    signed_before = round_.slots.filter(status=SlotStatus.DIGITAL).exists()
    day = timezone.localtime(at, timezone.get_default_timezone()).date()
    return check_pdf(
        data, circulated=circulated, previous=files.read(round_.latest) if signed_before else None,
        trust=trust_settings(), at=at, expected_signer=expected_signer(slot.party, slot, day),
    )  # fmt: skip


def explain(result: CheckResult, language: str) -> str:
    """Why a file was refused, in sentences that say what to do next."""
    return " ".join(dict.fromkeys(describe(finding, language) for finding in result.of(Severity.REFUSE)))
