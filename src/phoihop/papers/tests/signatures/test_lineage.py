"""Only our own file, with something added, goes on."""

from __future__ import annotations

import re

from phoihop.papers.tests.signatures import attacks
from phoihop.papers.tests.signatures.desk import refusals


def test_a_file_that_is_no_pdf_is_refused(desk, circulated):
    result = desk.check(b"PK\x03\x04 a word document", circulated)

    assert refusals(result) == {"not_pdf"}


def test_an_empty_file_is_refused(desk, circulated):
    assert refusals(desk.check(b"", circulated)) == {"not_pdf"}


def test_a_huge_file_is_refused_unread(desk, circulated, signed):
    trust = desk.authority.trust(max_bytes=len(signed) - 1)

    result = desk.check(signed, circulated, trust=trust)

    assert refusals(result) == {"too_large"}
    assert result.signatures == ()


def test_a_file_cut_short_is_refused(desk, circulated, signed):
    assert refusals(desk.check(signed[:-2000], circulated)) == {"truncated"}


def test_a_file_cut_inside_the_circulated_part_is_refused(desk, circulated):
    assert refusals(desk.check(circulated[:20000], circulated)) == {"truncated"}


def test_a_broken_structure_is_refused(desk, circulated):
    broken = circulated + b"\nstartxref\n7\n%%EOF\n"

    assert refusals(desk.check(broken, circulated)) == {"damaged"}


def test_an_encrypted_file_is_refused(desk, circulated):
    assert refusals(desk.check(attacks.encrypt(circulated), circulated)) == {"encrypted"}


def test_another_paper_is_refused(desk, paper, circulated):
    other = desk.sign(paper, "regulator")

    assert refusals(desk.check(other, circulated)) == {"foreign"}


def test_our_paper_saved_anew_is_refused(desk, circulated):
    rewritten = desk.sign(attacks.rewrite(circulated), "regulator")

    assert refusals(desk.check(rewritten, circulated)) == {"foreign"}


def test_the_file_handed_out_is_nothing_new(desk, circulated):
    assert refusals(desk.check(circulated, circulated)) == {"nothing_new"}


def test_an_older_version_is_nothing_new(desk, circulated, signed):
    assert refusals(desk.check(circulated, circulated, previous=signed)) == {"nothing_new"}


def test_a_signature_on_an_older_version_is_stale(desk, circulated, signed):
    late = desk.sign(circulated, "vnpt")

    result = desk.check(late, circulated, previous=signed)

    assert refusals(result) == {"stale"}


def test_an_update_without_a_signature_is_refused(desk, circulated):
    result = desk.check(attacks.add_empty_field(circulated, "more"), circulated)

    assert "unsigned" in refusals(result)


def test_two_new_signatures_are_refused(desk, circulated, signed):
    both = desk.sign(signed, "vnpt")

    assert refusals(desk.check(both, circulated)) == {"several_new"}


def test_an_update_that_bypasses_our_last_revision_is_refused(desk, paper, circulated, signed):
    start = re.findall(rb"startxref\s+(\d+)", paper)[-1]
    ours = re.findall(rb"startxref\s+(\d+)", circulated)[-1]
    head, tail = signed[: len(circulated)], signed[len(circulated) :]
    bypass = head + tail.replace(b"/Prev " + ours, b"/Prev " + start)

    result = desk.check(bypass, circulated)

    assert "rewritten" in refusals(result)
