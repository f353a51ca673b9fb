"""The technical check of a signed PDF that came back. It says nothing about legal validity."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader

from phoihop.papers.signatures.addition import ReadFile, check_addition, check_alone
from phoihop.papers.signatures.findings import Findings
from phoihop.papers.signatures.judging import Judge
from phoihop.papers.signatures.lineage import (
    Base,
    check_chain,
    check_lineage,
    open_pdf,
    read_base,
)
from phoihop.papers.signatures.overlap import check_overlap
from phoihop.papers.signatures.reading import (
    PERMITTED,
    Field,
    Reading,
    iso,
    read,
    readable,
    signature_fields,
)
from phoihop.papers.signatures.results import CheckResult, Coverage, Kind
from phoihop.papers.signatures.settings import ExpectedSigner, TrustSettings
from phoihop.papers.signatures.signer import check_repetition, check_signer
from phoihop.papers.signatures.sources import gather

MOST_SIGNATURES = 64  # a programme has a dozen parties


def check_pdf(
    data: bytes,
    *,
    circulated: bytes | None,
    previous: bytes | None,
    trust: TrustSettings,
    at: datetime,
    expected_signer: ExpectedSigner | None,
) -> CheckResult:
    """Check a PDF that a party gave back.

    :param data: the upload
    :param circulated: the revision handed out for signing; ``None`` checks the file by itself
    :param previous: the newest file with all signatures so far; ``None`` when nobody has signed yet
    :param at: the instant of the check, with a time zone
    :param expected_signer: whose certificate the new signature has to be; ``None`` skips the comparison
    :raises ValueError: ``at`` has no time zone, or a certificate or list in ``trust`` cannot be read
    """
    if at.tzinfo is None:
        raise ValueError("`at` needs a time zone")
    found = Findings()
    empty = CheckResult(
        file_sha256=sha256(data).hexdigest(),
        size_bytes=len(data),
        checked_at=iso(at),
        circulated_sha256=sha256(circulated).hexdigest() if circulated is not None else "",
        previous_sha256=sha256(previous).hexdigest() if previous is not None else "",
    )
    if len(data) > trust.max_bytes:
        found.add("too_large", limit=trust.max_bytes // (1024 * 1024))
        return replace(empty, findings=found.gathered())
    reader = open_pdf(data, found)
    if reader is None:
        return replace(empty, findings=found.gathered())
    newest = previous if previous is not None else circulated
    base = read_base(newest) if newest is not None else None
    comparable = check_lineage(data, circulated, previous, found)
    if comparable and base is not None:
        comparable = check_chain(reader, base, found)
    judge = Judge(trust=trust, sources=gather(trust, reader), at=at, found=found)
    file = _run(_read_all(data, reader, base, judge))
    if comparable and base is not None:
        check_addition(reader, base, file, trust, found)
        _check_round(file, circulated or base.data, expected_signer, found)
    elif base is None:
        check_alone(file, found)
        if expected_signer is not None:
            for item in file.new:
                check_signer(item, expected_signer, found)
    return replace(empty, findings=found.gathered(), signatures=tuple(item.facts for item in file.judged))


def _run(work: Coroutine[object, object, ReadFile]) -> ReadFile:
    """Run to the end, also where the caller is inside an event loop already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    outcome: list[ReadFile | BaseException] = []

    def work_aside() -> None:
        try:
            outcome.append(asyncio.run(work))
        except BaseException as error:  # noqa: BLE001  handed to the caller's thread below
            outcome.append(error)

    aside = threading.Thread(target=work_aside)
    aside.start()
    aside.join()
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


async def _read_all(data: bytes, reader: PdfFileReader, base: Base | None, judge: Judge) -> ReadFile:
    """Take all signatures apart and judge them, in the order they were made."""
    before = signature_fields(PdfFileReader(BytesIO(base.data))) if base is not None else []
    signed_before = frozenset(field.name for field in before if field.filled)
    try:
        fields = signature_fields(reader)
    except Exception:  # noqa: BLE001  a hostile form may break its parser in any way
        fields = []
        judge.found.add("damaged")
    filled = [field for field in fields if field.filled]
    if len(filled) > MOST_SIGNATURES:
        judge.found.add("damaged")
        filled = []
    readings = []
    for field in filled:
        reading = await _read_one(data, reader, field, judge, is_new=field.name not in signed_before)
        readings += [reading] if reading is not None else []
    readings.sort(key=lambda reading: reading.revision)
    judged = [await judge.signature(reading, _proof(reading, readings)) for reading in readings]
    return ReadFile(tuple(judged), tuple(fields), frozenset(field.name for field in before), signed_before)


async def _read_one(data: bytes, reader: PdfFileReader, field: Field, judge: Judge, *, is_new: bool) -> Reading | None:
    if field.format not in PERMITTED:
        judge.found.add("unsupported_format", field=field.name, format=field.format.removeprefix("/") or "?")
        return None
    signature = readable(reader, field)
    if signature is not None:
        try:
            return await read(signature, data, judge.sources, judge.at, is_new)
        except Exception:  # noqa: BLE001  a hostile signature may break its parser in any way
            signature = None
    judge.found.add("damaged_signature", field=field.name)
    return None


def _proof(reading: Reading, readings: list[Reading]) -> datetime | None:
    """When the first trusted document time stamp over this signature was made."""
    stamps = [
        other.stamp
        for other in readings
        if other.facts.kind == Kind.TIME_STAMP
        and other.stamp is not None
        and other.stamp_trusted
        and other.revision > reading.revision
        and other.facts.coverage != Coverage.PARTIAL
    ]
    return min(stamps, default=None)


def _check_round(read: ReadFile, original: bytes, expected: ExpectedSigner | None, found: Findings) -> None:
    """Whose signature it is, whether it came before, and where it stands."""
    for item in read.new:
        field = item.facts.field
        if item.facts.intact:
            check_signer(item, expected, found)
            check_repetition(item, read.earlier, found)
        taken = expected is not None and expected.slot and field in read.fields_before and field != expected.slot
        if taken:
            found.add("wrong_slot", field=field, signer=item.facts.signer_name)
        if item.facts.visible:
            check_overlap(item.reading.signature, original, found)
