"""Whose certificate may be relied on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from phoihop.papers.signatures import Severity, Trust
from phoihop.papers.tests.signatures import attacks
from phoihop.papers.tests.signatures.authority import AT, REVOKED_ON, before
from phoihop.papers.tests.signatures.desk import flags, refusals

YEARS_LATER = datetime(2029, 6, 1, tzinfo=UTC)


def test_a_known_good_certificate_is_trusted(desk, circulated, signed):
    assert desk.check(signed, circulated).new_signature.trust == Trust.TRUSTED


def test_without_lists_revocation_is_unknown(desk, circulated, signed):
    result = desk.check(signed, circulated, trust=desk.authority.trust(crls=()))

    assert refusals(result) == set()
    assert "revocation_unknown" in flags(result)


def test_an_outdated_list_leaves_revocation_unknown(desk, circulated, signed):
    old = (desk.authority.crl("root"), desk.authority.crl("ca", before(days=30)))

    assert "revocation_unknown" in flags(desk.check(signed, circulated, trust=desk.authority.trust(crls=old)))


def test_an_answer_in_the_file_shows_good_standing(desk, circulated, signed):
    sealed = attacks.add_evidence(signed, ocsps=[desk.authority.ocsp("regulator")])
    trust = desk.authority.trust(crls=(desk.authority.crl("root"),))

    assert desk.check(sealed, circulated, trust=trust).new_signature.trust == Trust.TRUSTED


def test_a_certificate_on_the_operators_list_is_revoked(desk, circulated):
    result = desk.check(desk.sign(circulated, "revoked"), circulated)

    assert refusals(result) == {"revoked"}
    assert result.new_signature.trust == Trust.REVOKED


@pytest.mark.parametrize("kind", ["crls", "ocsps"])
def test_evidence_in_the_file_reveals_a_revocation(desk, circulated, kind):
    evidence = {"crls": desk.authority.crl("ca"), "ocsps": desk.authority.ocsp("revoked")}[kind]
    sealed = attacks.add_evidence(desk.sign(circulated, "revoked"), **{kind: [evidence]})

    assert refusals(desk.check(sealed, circulated, trust=desk.authority.trust(crls=()))) == {"revoked"}


def test_an_old_good_answer_does_not_hide_a_revocation(desk, circulated):
    good = desk.authority.ocsp("revoked", at=before(days=20))
    sealed = attacks.add_evidence(desk.sign(circulated, "revoked"), ocsps=[good])

    assert refusals(desk.check(sealed, circulated)) == {"revoked"}


def test_an_outdated_list_still_reveals_a_revocation(desk, circulated):
    old = (desk.authority.crl("ca", before(days=5)),)

    result = desk.check(desk.sign(circulated, "revoked"), circulated, trust=desk.authority.trust(crls=old))

    assert refusals(result) == {"revoked"}


def test_a_revoked_authority_taints_what_it_issued(desk, circulated):
    trust = desk.authority.trust(intermediates=(desk.authority.certificate("badca").dump(),))

    assert refusals(desk.check(desk.sign(circulated, "orphan"), circulated, trust=trust)) == {"issuer_revoked"}


def test_a_revocation_after_a_stamped_signature_is_only_flagged(desk, circulated):
    when = before(days=20)
    assert when < REVOKED_ON

    result = desk.check(desk.sign(circulated, "revoked", at=when, stamped_at=when), circulated)

    assert refusals(result) == set()
    assert "revoked_since" in flags(result)


def test_a_claimed_time_does_not_undo_a_revocation(desk, circulated):
    assert refusals(desk.check(desk.sign(circulated, "revoked", at=before(days=20)), circulated)) == {"revoked"}


def test_a_certificate_expired_at_signing_is_refused(desk, circulated):
    result = desk.check(desk.sign(circulated, "expired"), circulated)

    assert refusals(result) == {"expired_at_signing"}
    assert result.new_signature.trust == Trust.EXPIRED


def test_a_certificate_expired_by_now_is_refused_without_a_stamp(desk, circulated):
    result = desk.check(desk.sign(circulated, "expired", at=datetime(2024, 6, 1, tzinfo=UTC)), circulated)

    assert refusals(result) == {"expired_now"}


def test_a_stamp_keeps_an_expired_certificate_good(desk, circulated):
    stamped = desk.sign(circulated, "vnpt", stamped_at=AT)
    later = tuple(desk.authority.crl(issuer, YEARS_LATER) for issuer in ("root", "ca"))

    result = desk.check(stamped, circulated, at=YEARS_LATER, trust=desk.authority.trust(crls=later))

    assert refusals(result) == set()
    assert "expired_since" in result.codes()


def test_a_certificate_not_yet_valid_is_refused(desk, circulated):
    result = desk.check(desk.sign(circulated, "future"), circulated)

    assert refusals(result) == {"not_yet_valid"}


def test_an_unknown_issuer_is_refused(desk, circulated):
    result = desk.check(desk.sign(circulated, "stranger"), circulated)

    assert refusals(result) == {"unknown_issuer"}
    assert result.new_signature.trust == Trust.UNKNOWN_ISSUER


def test_an_unknown_issuer_may_be_flagged_instead(desk, circulated):
    trust = desk.authority.trust(unknown_issuer=Severity.FLAG)

    result = desk.check(desk.sign(circulated, "stranger"), circulated, trust=trust)

    assert refusals(result) == set()
    assert "unknown_issuer" in flags(result)


def test_nobody_is_trusted_without_roots(desk, circulated, signed):
    assert refusals(desk.check(signed, circulated, trust=desk.authority.trust(roots=()))) == {"unknown_issuer"}


def test_a_self_signed_certificate_is_refused(desk, circulated):
    assert refusals(desk.check(desk.sign(circulated, "loner"), circulated)) == {"self_signed"}


def test_a_certificate_for_another_purpose_is_refused(desk, circulated):
    sealed = desk.sign(circulated, "sealing", signer_key_usage=set())

    assert refusals(desk.check(sealed, circulated)) == {"key_usage"}


def test_sha1_is_flagged(desk, circulated):
    result = desk.check(desk.sign(circulated, "regulator", md_algorithm="sha1"), circulated)

    assert refusals(result) == set()
    assert "weak_digest" in flags(result)


def test_md5_is_refused(desk, circulated):
    result = desk.check(desk.sign(circulated, "regulator", md_algorithm="md5"), circulated)

    assert refusals(result) == {"broken_algorithm"}


def test_a_short_key_is_flagged(desk, circulated):
    result = desk.check(desk.sign(circulated, "shortkey"), circulated)

    assert "weak_key" in flags(result)


def test_an_earlier_signers_trouble_does_not_stop_the_next(desk, circulated):
    first = desk.sign(circulated, "revoked")
    second = desk.sign(first, "vnpt")

    result = desk.check(second, circulated, previous=first)

    assert refusals(result) == set()
    assert "revoked" in flags(result)


def test_a_bad_certificate_in_the_settings_is_an_error(desk, circulated, signed):
    with pytest.raises(ValueError, match=r"."):
        desk.check(signed, circulated, trust=desk.authority.trust(roots=(b"not a certificate",)))
