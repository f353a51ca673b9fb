"""When was it signed, and who says so?"""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from asn1crypto import tsp
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.timestamps import TimeStamper

from phoihop.papers.signatures import Kind, check_pdf
from phoihop.papers.tests.signatures.authority import AT, before
from phoihop.papers.tests.signatures.desk import Desk, flags, refusals


def test_a_signature_without_a_stamp_is_flagged(desk, circulated, signed):
    result = desk.check(signed, circulated)

    assert flags(result) == {"no_time_stamp"}
    assert result.new_signature.claimed_at == "2026-06-01T08:00:00+07:00"
    assert result.new_signature.stamped_at == ""


def test_a_valid_stamp_is_noted(desk, circulated):
    result = desk.check(desk.sign(circulated, "regulator", stamped_at=before(minutes=59)), circulated)

    assert flags(result) == set()
    assert "time_stamp_valid" in result.codes()
    assert result.new_signature.stamped_at == "2026-06-01T08:01:00+07:00"
    assert result.new_signature.stamp_trusted


def test_a_stamp_of_an_unknown_authority_does_not_count(desk, circulated):
    stamped = desk.sign(circulated, "regulator", stamped_at=before(minutes=59))
    trust = desk.authority.trust(tsa_roots=(desk.authority.certificate("otherroot").dump(),))

    result = desk.check(stamped, circulated, trust=trust)

    assert flags(result) == {"time_stamp_untrusted"}
    assert not result.new_signature.stamp_trusted


class _Careless(TimeStamper):
    """Stamps something else than it was asked to."""

    def __init__(self, honest: TimeStamper) -> None:
        super().__init__()
        self.honest = honest

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        other = tsp.TimeStampReq.load(req.dump())
        other["message_imprint"]["hashed_message"] = bytes(32)
        return await self.honest.async_request_tsa_response(other)


def test_a_stamp_over_something_else_does_not_count(desk, circulated, monkeypatch):
    honest = desk.authority.stamper(before(minutes=59))
    monkeypatch.setattr(type(desk.authority), "stamper", lambda *_: _Careless(honest))

    result = desk.check(desk.sign(circulated, "regulator", stamped_at=AT), circulated)

    assert flags(result) == {"time_stamp_broken"}


def test_a_time_in_the_future_is_flagged(desk, circulated):
    result = desk.check(desk.sign(circulated, "regulator", at=AT + timedelta(hours=2)), circulated)

    assert "time_in_future" in flags(result)


def test_a_clock_a_little_ahead_is_tolerated(desk, circulated):
    result = desk.check(desk.sign(circulated, "regulator", at=AT + timedelta(minutes=4)), circulated)

    assert "time_in_future" not in flags(result)


def test_a_time_before_the_certificate_is_flagged(desk, circulated):
    result = desk.check(desk.sign(circulated, "regulator", at=before(days=1000)), circulated)

    assert "time_before_certificate" in flags(result)


def test_a_claimed_time_far_from_the_stamp_is_flagged(desk, circulated):
    backdated = desk.sign(circulated, "regulator", at=before(days=3), stamped_at=before(hours=1))

    assert flags(desk.check(backdated, circulated)) == {"times_differ"}


def _stamp_document(desk: Desk, pdf: bytes) -> bytes:
    out = BytesIO()
    stamper = PdfTimeStamper(desk.authority.stamper(before(minutes=30)))
    stamper.timestamp_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), "sha256", output=out)
    return out.getvalue()


def test_a_document_time_stamp_proves_the_time(desk, circulated, signed):
    result = desk.check(_stamp_document(desk, signed), circulated)

    assert refusals(result) == set()
    assert flags(result) == set()
    assert [facts.kind for facts in result.signatures] == [Kind.SIGNATURE, Kind.TIME_STAMP]
    assert {"time_stamp_valid", "long_term_data"} <= result.codes()


def test_a_document_time_stamp_alone_is_no_signature(desk, circulated):
    assert refusals(desk.check(_stamp_document(desk, circulated), circulated)) == {"unsigned"}


def test_an_instant_without_a_zone_is_an_error(desk, circulated, signed):
    with pytest.raises(ValueError, match="time zone"):
        check_pdf(
            signed,
            circulated=circulated,
            previous=None,
            trust=desk.authority.trust(),
            at=AT.replace(tzinfo=None),
            expected_signer=None,
        )
