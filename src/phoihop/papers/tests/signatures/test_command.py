"""``phoihop check-pdf``."""

from __future__ import annotations

import json

import pytest

from phoihop.papers.signatures import check_pdf_command
from phoihop.papers.tests.signatures import attacks
from phoihop.papers.tests.signatures.authority import AT


@pytest.fixture
def files(tmp_path, desk, circulated, signed):
    """Everything the command reads, by name."""
    contents = {
        "signed.pdf": signed,
        "circulated.pdf": circulated,
        "tampered.pdf": attacks.flip(signed, len(circulated) // 2),
        "root.pem": desk.authority.certificate("root").dump(),
        "root.crl": desk.authority.crl("root"),
        "ca.crl": desk.authority.crl("ca"),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return {name: str(tmp_path / name) for name in contents}


def _trust(files: dict[str, str]) -> list[str]:
    return ["--trust", files["root.pem"], "--crl", files["root.crl"], files["ca.crl"], "--at", AT.isoformat()]


def test_an_accepted_file_exits_with_0(files, capsys):
    status = check_pdf_command([files["signed.pdf"], "--circulated", files["circulated.pdf"], *_trust(files)])

    printed = json.loads(capsys.readouterr().out)
    assert status == 0
    assert printed["accepted"] is True
    assert printed["signatures"][0]["signer_name"] == "Nguyễn Quang Hảo"


def test_a_tampered_file_exits_with_1(files, capsys):
    status = check_pdf_command([files["tampered.pdf"], "--lang", "en", *_trust(files)])

    printed = json.loads(capsys.readouterr().out)
    assert status == 1
    assert "The signed content was altered" in printed["findings"][0]["sentence"]


def test_a_local_time_is_vietnams(files, capsys):
    check_pdf_command([files["signed.pdf"], "--at", "2026-06-01T09:00"])

    assert json.loads(capsys.readouterr().out)["checked_at"] == "2026-06-01T09:00:00+07:00"


@pytest.mark.parametrize("arguments", [[], ["--nonsense"], ["/nowhere/to/be.found"]])
def test_a_command_not_understood_exits_with_2(arguments, capsys):
    assert check_pdf_command(arguments) == 2
    assert capsys.readouterr().err


def test_a_certificate_that_is_none_exits_with_2(files, capsys):
    assert check_pdf_command([files["signed.pdf"], "--trust", files["signed.pdf"]]) == 2
    assert capsys.readouterr().err


def test_help_exits_with_0(capsys):
    assert check_pdf_command(["--help"]) == 0
    assert "nothing about legal validity" in " ".join(capsys.readouterr().out.split())
