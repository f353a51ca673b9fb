"""The invented authority signs in demo mode, and only there."""

from __future__ import annotations

from datetime import timedelta

import pytest

from phoihop.papers.signatures import ExpectedSigner, check_pdf
from phoihop.papers.signatures.demo_authority import (
    AUTHORITY_NAME,
    DemoAuthority,
    DemoSigner,
    NotInDemoMode,
)
from phoihop.papers.tests.signatures.authority import AT, before
from phoihop.papers.tests.signatures.desk import flags, refusals


@pytest.fixture(scope="module")
def demo() -> DemoAuthority:
    return DemoAuthority.create(demo_mode=True, at=AT)


@pytest.fixture(scope="module")
def signer(demo: DemoAuthority) -> DemoSigner:
    return demo.issue(name="Trần Thị Bình", organisation="VNPT Hải Dương", tax_code="0800000002", at=AT)


def _check(pdf, circulated, demo, signer):
    return check_pdf(
        pdf,
        circulated=circulated,
        previous=None,
        trust=demo.trust(at=AT),
        at=AT,
        expected_signer=ExpectedSigner("VNPT", (signer.rule,), slot="vnpt"),
    )


@pytest.mark.parametrize("mode", [False, None, "yes", 1])
def test_it_cannot_be_made_outside_demo_mode(mode):
    with pytest.raises(NotInDemoMode):
        DemoAuthority.create(demo_mode=mode, at=AT)


def test_it_cannot_be_loaded_outside_demo_mode(demo):
    with pytest.raises(NotInDemoMode):
        DemoAuthority.load(*demo.dump(), demo_mode=False)


def test_a_demo_signature_passes_without_a_flag(demo, signer, circulated):
    signed = demo.sign(circulated, signer, at=before(days=90), field="vnpt")

    result = _check(signed, circulated, demo, signer)

    assert (refusals(result), flags(result)) == (set(), set())
    assert result.new_signature.issuer == AUTHORITY_NAME
    assert result.new_signature.visible


def test_without_a_stamp_the_time_is_only_claimed(demo, signer, circulated):
    signed = demo.sign(circulated, signer, at=before(hours=1), field="vnpt", stamped=False)

    assert flags(_check(signed, circulated, demo, signer)) == {"no_time_stamp"}


def test_a_kept_authority_goes_on_signing(demo, signer, circulated):
    again = DemoAuthority.load(*demo.dump(), demo_mode=True)
    known = DemoSigner.load(signer.dump())

    signed = again.sign(circulated, known, at=before(hours=1), field="vnpt")

    assert refusals(_check(signed, circulated, demo, signer)) == set()
    assert known.name == "Trần Thị Bình"


def test_a_demo_certificate_can_be_revoked(demo, signer, circulated):
    signed = demo.sign(circulated, signer, at=before(hours=1), field="vnpt")
    trust = demo.trust(at=AT).__class__(roots=(demo.certificate_pem,), crls=(demo.crl_pem(at=AT, revoked=(signer,)),))

    result = check_pdf(signed, circulated=circulated, previous=None, trust=trust, at=AT, expected_signer=None)

    assert refusals(result) == {"revoked"}


def test_a_demo_lasts_for_years(demo, signer, circulated):
    signed = demo.sign(circulated, signer, at=AT, field="vnpt")
    later = AT + timedelta(days=700)

    result = check_pdf(
        signed, circulated=circulated, previous=None, trust=demo.trust(at=AT), at=later, expected_signer=None
    )

    assert (refusals(result), flags(result)) == (set(), set())
