"""Every finding has words in both languages, and the words use what the finding tells."""

from __future__ import annotations

import string
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from phoihop.papers.signatures import Finding, Severity, describe
from phoihop.papers.signatures.findings import SEVERITY
from phoihop.papers.signatures.messages import (
    COVERAGE_WORDS,
    MESSAGES,
    SEVERITY_WORDS,
    TRUST_WORDS,
)
from phoihop.papers.signatures.results import Coverage, Trust
from phoihop.papers.tests.signatures.desk import Desk

SOURCE = Path(__file__).parents[4]


def _blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_code_has_words_and_a_severity():
    assert set(MESSAGES) == set(SEVERITY)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_say_the_same(code):
    vietnamese, english = MESSAGES[code]

    assert _blanks(vietnamese) == _blanks(english)
    assert vietnamese == unicodedata.normalize("NFC", vietnamese)
    assert vietnamese.endswith(".")
    assert english.endswith(".")


def test_labels_cover_every_state():
    assert set(TRUST_WORDS) == {str(state) for state in Trust}
    assert set(COVERAGE_WORDS) == {str(state) for state in Coverage}
    assert set(SEVERITY_WORDS) == {str(state) for state in Severity}


def test_a_sentence_is_filled_in():
    finding = Finding("several_new", Severity.REFUSE, params={"count": "2"})

    assert describe(finding).startswith("Tệp có 2 chữ ký mới")
    assert describe(finding, "en").startswith("The file has 2 new signatures")


def test_an_instant_is_written_for_people():
    finding = Finding(
        "revoked", Severity.REFUSE, params={"signer": "Lê Văn Cường", "time": "2026-05-20T09:00:00+07:00"}
    )

    assert describe(finding).startswith("Chứng thư của Lê Văn Cường đã bị thu hồi lúc 09:00 20/05/2026.")


def test_a_missing_value_leaves_a_dash():
    assert "—" in describe(Finding("weak_key", Severity.FLAG))


def test_findings_of_a_real_check_leave_no_blank(desk: Desk, circulated: bytes):
    results = [
        desk.check(desk.sign(circulated, who), circulated)
        for who in ("regulator", "revoked", "expired", "future", "stranger", "loner", "shortkey")
    ]

    sentences = [
        describe(finding, language) for result in results for finding in result.findings for language in ("vi", "en")
    ]

    assert len(sentences) > 20
    assert not [sentence for sentence in sentences if "—" in sentence or "{" in sentence]


def test_the_package_needs_no_django():
    code = "import sys, phoihop.papers.signatures as s; s.check_pdf, s.prepare_slots; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(SOURCE)}, check=False).returncode == 0  # noqa: S603
