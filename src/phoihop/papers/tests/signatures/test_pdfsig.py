"""A second opinion: poppler's ``pdfsig`` agrees on intact and tampered. It does not report time stamps."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from phoihop.papers.tests.signatures import attacks
from phoihop.papers.tests.signatures.authority import before
from phoihop.papers.tests.signatures.desk import refusals

pytestmark = pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler-utils is not installed")


def _pdfsig(pdf: bytes, folder: Path) -> list[str]:
    """What pdfsig says of each signature, without a look at the certificate."""
    file, home = folder / "signed.pdf", folder / "home"
    file.write_bytes(pdf)
    home.mkdir()  # an empty one, so that nobody's own certificate store has a say
    command = ["pdfsig", "-nocert", str(file)]
    environment = {**os.environ, "HOME": str(home)}
    printed = subprocess.run(command, capture_output=True, text=True, check=False, env=environment).stdout  # noqa: S603
    return [line.split(": ", 1)[1].rstrip(".") for line in printed.splitlines() if "Signature Validation:" in line]


def test_both_find_an_honest_file_intact(desk, circulated, signed, tmp_path):
    both = desk.sign(signed, "vnpt", stamped_at=before(minutes=30))

    result = desk.check(both, circulated, previous=signed)

    assert _pdfsig(both, tmp_path) == ["Signature is Valid"] * 2
    assert [facts.intact for facts in result.signatures] == [True, True]


def test_both_find_a_tampered_file_changed(desk, circulated, signed, tmp_path):
    tampered = attacks.flip(signed, signed.index(b"stream\n") + 60)

    assert _pdfsig(tampered, tmp_path) == ["Digest Mismatch"]
    assert "tampered" in refusals(desk.check(tampered, circulated))


def test_both_find_tampering_with_the_first_of_two(desk, circulated, signed, tmp_path):
    both = desk.sign(signed, "vnpt")
    tampered = attacks.flip(both, both.index(b"stream\n") + 60)

    assert _pdfsig(tampered, tmp_path) == ["Digest Mismatch"] * 2
    assert [facts.intact for facts in desk.check(tampered, circulated, previous=signed).signatures] == [False, False]
