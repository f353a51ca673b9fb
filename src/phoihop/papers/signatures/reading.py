"""Takes one signature apart: cryptography, coverage, time, certificate. Judges nothing yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from hashlib import sha256

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis.rules.form_field_rules import is_field_visible
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import (
    DocumentTimestampStatus,
    PdfSignatureStatus,
    SignatureCoverageLevel,
)

from phoihop.papers.signatures.changes import SIGNING_ONLY, only_long_term_data
from phoihop.papers.signatures.coverage import rest_is_blank, rest_is_revisions, signed_end, sound_range
from phoihop.papers.signatures.names import first_value
from phoihop.papers.signatures.results import Coverage, Kind, SignatureFacts, Trust
from phoihop.papers.signatures.revocation import context
from phoihop.papers.signatures.sources import Sources

VIETNAM = timezone(timedelta(hours=7))
ANY_USE = KeyUsageConstraints()  # what the certificate is for is judged with the chain
FORBIDDEN = {
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE,
}
PERMITTED = {"/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/ETSI.RFC3161"}


@dataclass(frozen=True)
class Reading:
    """One signature, taken apart."""

    signature: EmbeddedPdfSignature
    certificate: x509.Certificate
    facts: SignatureFacts
    revision: int
    digest_fits: bool  # the signed bytes are those that were signed
    value_fits: bool  # the signature value was made with the certificate's key
    weak: bool  # an algorithm nobody may rely on any more
    unchanged: bool  # nothing but further signatures follows in the file
    sealed: bool  # nothing but long-term data follows
    claimed: datetime | None
    stamp: datetime | None
    stamp_sound: bool
    stamp_trusted: bool


@dataclass(frozen=True)
class Field:
    """A signature field of the file."""

    name: str
    filled: bool
    format: str


def signature_fields(reader: PdfFileReader) -> list[Field]:
    """All signature fields, filled or not, in any format."""
    fields = []
    for name, value, _ in enumerate_sig_fields(reader):
        filled = value is not None
        form = str(value.get_object().get("/SubFilter", "")) if filled else ""
        fields.append(Field(str(name), filled, form))
    return fields


def readable(reader: PdfFileReader, field: Field) -> EmbeddedPdfSignature | None:
    """The signature in a field, unless it is too broken to read."""
    try:
        found = next(item for item in enumerate_sig_fields(reader, with_name=field.name))
        return EmbeddedPdfSignature(reader, found[2], field.name)
    except Exception:  # noqa: BLE001  a hostile signature may break its parser in any way
        return None


async def read(signature: EmbeddedPdfSignature, data: bytes, sources: Sources, at: datetime, is_new: bool) -> Reading:
    """Take one signature apart; raises when its structure is too broken for that."""
    certificate = signature.signer_cert
    try:
        status = await _status(signature, sources, at, skip_diff=False)
    except Exception:  # noqa: BLE001  the rest of a broken file may not be comparable, and then counts as changed
        status = await _status(signature, sources, at, skip_diff=True)
    return _reading(signature, certificate, status, data, is_new)


async def _status(
    signature: EmbeddedPdfSignature, sources: Sources, at: datetime, *, skip_diff: bool
) -> PdfSignatureStatus | DocumentTimestampStatus:
    stamping = context(replace(sources, roots=sources.tsa_roots), at)
    if signature.sig_object_type == "/DocTimeStamp":
        return await async_validate_pdf_timestamp(signature, stamping, diff_policy=SIGNING_ONLY, skip_diff=skip_diff)
    return await async_validate_pdf_signature(
        signature,
        signer_validation_context=context(sources, at),
        ts_validation_context=stamping,
        diff_policy=SIGNING_ONLY,
        key_usage_settings=ANY_USE,
        skip_diff=skip_diff,
    )


def _reading(
    signature: EmbeddedPdfSignature,
    certificate: x509.Certificate,
    status: PdfSignatureStatus | DocumentTimestampStatus,
    data: bytes,
    is_new: bool,
) -> Reading:
    is_stamp = isinstance(status, DocumentTimestampStatus)
    stamp = status if isinstance(status, DocumentTimestampStatus) else status.timestamp_validity
    claimed = None if is_stamp else _aware(signature.self_reported_timestamp)
    coverage = _coverage(signature, status, data)
    stamped = _aware(stamp.timestamp) if stamp else None
    trusted = bool(stamp and stamp.intact and stamp.valid and stamp.trusted)
    facts = _facts(signature, certificate, data, is_stamp=is_stamp, coverage=coverage, is_new=is_new)
    return Reading(
        signature=signature,
        certificate=certificate,
        facts=replace(
            facts,
            intact=bool(status.intact and status.valid),
            claimed_at=iso(claimed),
            stamped_at=iso(stamped),
            stamp_trusted=trusted,
        ),
        revision=signature.signed_revision,
        digest_fits=bool(status.intact),
        value_fits=bool(status.valid),
        weak=status.trust_problem_indic in FORBIDDEN,
        unchanged=is_stamp or status.docmdp_ok is True,
        sealed=only_long_term_data(status.diff_result) and rest_is_revisions(signature, data),
        claimed=claimed,
        stamp=stamped,
        stamp_sound=bool(stamp and stamp.intact and stamp.valid),
        stamp_trusted=trusted,
    )


def _coverage(
    signature: EmbeddedPdfSignature, status: PdfSignatureStatus | DocumentTimestampStatus, data: bytes
) -> Coverage:
    if not sound_range(signature, data) or status.coverage is None:
        return Coverage.PARTIAL
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return Coverage.WHOLE_FILE
    if status.coverage == SignatureCoverageLevel.ENTIRE_REVISION:
        # Line ends behind the last %%EOF are not a revision of their own: nothing can be hidden there.
        return Coverage.WHOLE_FILE if rest_is_blank(data, signed_end(signature)) else Coverage.REVISION
    return Coverage.PARTIAL


def _facts(
    signature: EmbeddedPdfSignature,
    certificate: x509.Certificate,
    data: bytes,
    *,
    is_stamp: bool,
    coverage: Coverage,
    is_new: bool,
) -> SignatureFacts:
    info = signature.signer_info
    return SignatureFacts(
        field=str(signature.field_name),  # pyHanko's own string would drag its whole reader along
        kind=Kind.TIME_STAMP if is_stamp else Kind.SIGNATURE,
        is_new=is_new,
        intact=False,
        coverage=coverage,
        trust=Trust.UNKNOWN_ISSUER,
        claimed_at="",
        stamped_at="",
        stamp_trusted=False,
        signer_name=first_value(certificate.subject, "CN"),
        organisation=first_value(certificate.subject, "O"),
        subject=certificate.subject.human_friendly,
        issuer=first_value(certificate.issuer, "CN") or certificate.issuer.human_friendly,
        serial=str(certificate.serial_number),
        certificate_sha256=certificate.sha256.hex(),
        valid_from=iso(certificate.not_valid_before),
        valid_to=iso(certificate.not_valid_after),
        revision_sha256=sha256(data[: signed_end(signature)]).hexdigest(),
        digest=signature.md_algorithm,
        mechanism=str(info["signature_algorithm"]["algorithm"].native),
        visible=bool(is_field_visible(signature.sig_field)),  # type: ignore[no-untyped-call]
    )


def iso(moment: datetime | None) -> str:
    """An instant as text, at Vietnam's time."""
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds") if moment else ""


def _aware(moment: datetime | None) -> datetime | None:
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=VIETNAM)  # software that names no zone runs on a computer in Vietnam
