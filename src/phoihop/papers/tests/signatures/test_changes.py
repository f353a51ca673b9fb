"""A signature must cover everything, and nothing else may have changed."""

from __future__ import annotations

import re

import pytest
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
)

from phoihop.papers.signatures import Box, Coverage, ExpectedSigner, SignerRule, find_box
from phoihop.papers.tests.signatures import attacks
from phoihop.papers.tests.signatures.desk import flags, refusals


def test_a_changed_byte_of_our_part_is_tampering(desk, circulated, signed):
    tampered = attacks.flip(signed, signed.index(b"stream\n") + 60)

    assert refusals(desk.check(tampered, circulated)) == {"foreign", "tampered"}


def test_a_changed_byte_of_the_update_is_tampering(desk, circulated, signed):
    claimed = signed.rindex(b"/M (D:") if b"/M (D:" in signed else signed.rindex(b"/M (D\\072")
    tampered = attacks.flip(signed, claimed + 12)

    result = desk.check(tampered, circulated)

    assert refusals(result) == {"tampered"}
    assert not result.new_signature.intact


def test_a_changed_signature_value_is_noticed(desk, circulated, signed):
    contents = re.search(rb"/Contents <([0-9a-fA-F]+?)0*>", signed)
    place = contents.end(1) - 40  # an RSA value stands at the very end
    digit = b"1" if signed[place : place + 1] == b"0" else b"0"

    broken = signed[:place] + digit + signed[place + 1 :]

    assert refusals(desk.check(broken, circulated)) == {"broken_signature"}


@pytest.mark.parametrize("attack", [attacks.add_note, attacks.add_content])
def test_a_change_before_signing_is_refused(desk, circulated, attack):
    sneaked = desk.sign(attack(circulated), "regulator")

    result = desk.check(sneaked, circulated)

    assert refusals(result) == {"changed_before_signing"}
    assert result.new_signature.coverage == Coverage.WHOLE_FILE


@pytest.mark.parametrize("attack", [attacks.add_note, attacks.add_content])
def test_a_change_after_signing_is_refused(desk, circulated, signed, attack):
    assert refusals(desk.check(attack(signed), circulated)) == {"changed_after_signing"}


@pytest.mark.parametrize("attack", [attacks.add_note, attacks.add_content])
def test_a_change_between_two_signatures_is_refused(desk, circulated, signed, attack):
    sneaked = desk.sign(attack(signed), "vnpt")

    result = desk.check(sneaked, circulated, previous=signed)

    assert refusals(result) == {"changed_before_signing", "changed_after_signing"}


def test_a_filled_form_field_is_refused(desk, circulated):
    with_field = attacks.add_text_field(circulated)
    signed = desk.sign(with_field, "regulator")

    result = desk.check(attacks.fill_text_field(signed, "900.000.000"), with_field)

    assert refusals(result) == {"changed_after_signing"}


def test_a_new_form_field_is_refused(desk, circulated):
    sneaked = desk.sign(attacks.add_text_field(circulated, "900.000.000"), "regulator")

    assert refusals(desk.check(sneaked, circulated)) == {"changed_before_signing"}


def test_a_field_that_runs_a_script_is_refused(desk, circulated):
    sneaked = desk.sign(attacks.add_script_field(circulated, "own"), "regulator", field="own")

    assert refusals(desk.check(sneaked, circulated)) == {"changed_before_signing"}


def test_one_more_visible_field_is_refused(desk, circulated):
    sneaked = desk.sign(attacks.add_empty_field(circulated, "more"), "regulator")

    assert refusals(desk.check(sneaked, circulated)) == {"changed_before_signing"}


def test_a_first_form_with_other_fields_is_refused(desk, paper):
    made = attacks.update(paper, lambda writer: attacks.append_signature_field(writer, SigFieldSpec("regulator")))
    sneaked = desk.sign(attacks.add_text_field(made, "900.000.000"), "regulator")

    assert refusals(desk.check(sneaked, paper)) == {"changed_before_signing"}


def test_bytes_behind_the_signature_are_refused(desk, circulated, signed):
    start = re.findall(rb"startxref\s+\d+", signed)[-1]
    stuffed = signed + b"% hidden\n" + start + b"\n%%EOF\n"

    result = desk.check(stuffed, circulated)

    assert refusals(result) == {"not_whole_file"}
    assert result.new_signature.coverage == Coverage.REVISION


def test_a_hole_in_the_signed_range_is_refused(desk, circulated, signed):
    ranges = list(re.finditer(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", signed))[-1]
    shorter = b"/ByteRange [0 %d %s %s]" % (int(ranges[1]) - 50, ranges[2], ranges[3])
    holed = signed[: ranges.start()] + shorter.ljust(len(ranges[0])) + signed[ranges.end() :]

    result = desk.check(holed, circulated)

    assert refusals(result) & {"tampered", "not_whole_file"}
    assert result.signatures[0].coverage == Coverage.PARTIAL


@pytest.mark.parametrize(("hole", "beyond"), [(50, 0), (50, 50), (0, 50)])
def test_a_valid_signature_around_a_hole_is_refused(desk, circulated, hole, beyond):
    holed = desk.sign_around(circulated, "regulator", hole=hole, beyond=beyond)

    result = desk.check(holed, circulated)

    assert refusals(result) == {"not_whole_file"}
    assert result.signatures[0].coverage == Coverage.PARTIAL


def test_the_same_signature_without_a_hole_is_accepted(desk, circulated):
    assert refusals(desk.check(desk.sign_around(circulated, "regulator", hole=0, beyond=0), circulated)) == set()


def test_line_ends_behind_the_signature_are_no_change(desk, circulated, signed):
    assert refusals(desk.check(signed + b"\r\n", circulated)) == set()


def test_long_term_data_behind_the_signature_is_accepted(desk, circulated, signed):
    sealed = attacks.add_evidence(signed, crls=[desk.authority.crl("ca")])

    result = desk.check(sealed, circulated)

    assert refusals(result) == set()
    assert "long_term_data" in result.codes()


def test_bytes_stuffed_before_long_term_data_are_refused(desk, circulated, signed):
    start = re.findall(rb"startxref\s+\d+", signed)[-1]
    stuffed = signed + b"% hidden\n" + start + b"\n%%EOF\n"
    sealed = attacks.add_evidence(stuffed, crls=[desk.authority.crl("ca")])

    assert refusals(desk.check(sealed, circulated)) == {"not_whole_file"}


def test_a_note_hidden_behind_long_term_data_is_refused(desk, circulated, signed):
    sealed = attacks.add_evidence(attacks.add_note(signed), crls=[desk.authority.crl("ca")])

    assert refusals(desk.check(sealed, circulated)) == {"changed_after_signing"}


def test_a_signature_in_another_partys_field_is_refused(desk, circulated):
    misplaced = desk.sign(circulated, "regulator", field="viettel")
    expected = ExpectedSigner("Sở", (SignerRule.by_subject("UID", "0800000001"),), slot="regulator")

    assert refusals(desk.check(misplaced, circulated, expected=expected)) == {"wrong_slot"}


def test_a_field_of_ones_own_is_accepted(desk, circulated):
    own = desk.sign(circulated, "regulator", field="Signature1")
    expected = ExpectedSigner("Sở", (SignerRule.by_subject("UID", "0800000001"),), slot="regulator")

    assert refusals(desk.check(own, circulated, expected=expected)) == set()


def test_a_paper_without_fields_can_be_signed(desk, paper):
    assert refusals(desk.check(desk.sign(paper, "regulator"), paper)) == set()


def test_a_certifying_signature_is_refused(desk, circulated):
    certified = desk.sign(circulated, "regulator", certify=True, docmdp_permissions=MDPPerm.FILL_FORMS)

    assert refusals(desk.check(certified, circulated)) == {"certifies"}


def test_a_signature_that_locks_the_others_out_is_refused(desk, circulated):
    lock = FieldMDPSpec(FieldMDPAction.ALL)
    spec = SigFieldSpec("own", field_mdp_spec=lock, doc_mdp_update_value=MDPPerm.NO_CHANGES)
    locked = desk.sign(circulated, "regulator", field="own", spec=spec)

    assert refusals(desk.check(locked, circulated)) == {"locks_document"}
    open_to_locks = desk.authority.trust(allow_locking=True)
    assert refusals(desk.check(locked, circulated, trust=open_to_locks)) == set()


def test_pkcs7_signatures_are_accepted_too(desk, circulated):
    classic = desk.sign(circulated, "regulator", subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED)

    assert refusals(desk.check(classic, circulated)) == set()


def test_an_unsupported_format_is_refused(desk, circulated, signed):
    odd = signed.replace(b"/SubFilter /ETSI.CAdES.detached", b"/SubFilter /adbe.x509.rsa_sha1 ".ljust(31))

    result = desk.check(odd, circulated)

    assert refusals(result) == {"unsupported_format"}


def test_a_picture_over_words_is_flagged(desk, paper, circulated):
    amount = find_box(paper, "100.000.000")
    over = Box(amount.page, amount.left, amount.bottom - 20, amount.right, amount.bottom)

    covering = desk.sign(circulated, "regulator", field="own", box=over)

    assert "covers_text" in flags(desk.check(covering, circulated))
