"""Honest signatures pass, one after another."""

from __future__ import annotations

import asyncio
import json
from hashlib import sha256

from phoihop.papers.signatures import (
    CheckResult,
    Coverage,
    ExpectedSigner,
    SignerRule,
    Trust,
)
from phoihop.papers.tests.signatures.authority import AT, before
from phoihop.papers.tests.signatures.desk import flags, refusals


def test_a_first_signature_is_accepted(desk, circulated, signed):
    result = desk.check(signed, circulated)

    assert refusals(result) == set()
    assert result.new_signature.trust == Trust.TRUSTED


def test_a_second_signature_is_accepted(desk, circulated, signed):
    both = desk.sign(signed, "vnpt")

    result = desk.check(both, circulated, previous=signed)

    assert refusals(result) == set()
    assert [facts.field for facts in result.signatures] == ["regulator", "vnpt"]
    assert [facts.is_new for facts in result.signatures] == [False, True]


def test_a_round_of_three_parties(desk, circulated):
    names = {"regulator": "Sở", "vnpt": "VNPT", "viettel": "Viettel"}
    latest, results = circulated, []

    for party, name in names.items():
        given_back = desk.sign(latest, party, stamped_at=before(minutes=30))
        rule = SignerRule.by_fingerprint(desk.authority.certificate(party).sha256.hex())
        expected = ExpectedSigner(name, (rule,), slot=party)
        results.append(desk.check(given_back, circulated, previous=latest, expected=expected))
        latest = given_back

    assert [(refusals(result), flags(result)) for result in results] == [(set(), set())] * 3
    assert [facts.signer_name for facts in results[-1].signatures] == [
        "Nguyễn Quang Hảo",
        "Trần Thị Bình",
        "Lê Văn Cường",
    ]


def test_every_fact_of_a_signature_is_told(desk, circulated, signed):
    certificate = desk.authority.certificate("regulator")

    facts = desk.check(signed, circulated).new_signature

    assert facts.issuer == "Người ký ca"
    assert facts.organisation == "Tổ chức regulator"
    assert facts.serial == str(certificate.serial_number)
    assert facts.certificate_sha256 == certificate.sha256.hex()
    assert facts.revision_sha256 == sha256(signed).hexdigest()
    assert (facts.digest, facts.coverage, facts.intact, facts.visible) == ("sha256", Coverage.WHOLE_FILE, True, True)


def test_an_earlier_signature_keeps_the_hash_of_its_own_revision(desk, circulated, signed):
    both = desk.sign(signed, "vnpt")

    earlier, _ = desk.check(both, circulated, previous=signed).signatures

    assert earlier.revision_sha256 == sha256(signed).hexdigest()
    assert earlier.coverage == Coverage.REVISION


def test_a_file_can_be_checked_by_itself(desk, signed):
    both = desk.sign(signed, "vnpt")

    result = desk.check(both, None)

    assert refusals(result) == set()
    assert "not_compared" in result.codes()


def test_an_unsigned_file_by_itself_is_refused(desk, circulated):
    assert refusals(desk.check(circulated, None)) == {"unsigned"}


def test_a_result_survives_json(desk, circulated, signed):
    result = desk.check(signed, circulated, previous=circulated)

    stored = json.loads(json.dumps(result.as_json()))

    assert CheckResult.from_json(stored) == result
    assert stored["accepted"] is True


def test_a_check_works_inside_an_event_loop(desk, circulated, signed):
    async def inside() -> CheckResult:
        return desk.check(signed, circulated, at=AT)

    assert asyncio.run(inside()).accepted
