"""The ``phoihop`` command."""

import os
import subprocess
import sys

import pytest

from phoihop.config import cli


def test_help_names_every_command_and_setting(capsys):
    assert cli.main(["--help"]) == 0

    text = capsys.readouterr().out
    assert all(f"  {name} " in text for name in [*cli.COMMANDS, *cli.DJANGO_COMMANDS])
    assert "PHOIHOP_HOME" in text
    assert "DATABASE_URL" in text


@pytest.mark.parametrize("words", [[], ["-h"], ["help"]])
def test_without_a_command_it_helps(words, capsys):
    assert cli.main(words) == 0
    assert "usage: phoihop" in capsys.readouterr().out


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_explains_itself(name, capsys, monkeypatch):
    monkeypatch.setenv("PHOIHOP_DEMO", "0")  # which the command `demo` sets for its own process

    try:
        code = cli.main([name, "--help"])
    except SystemExit as ended:
        code = ended.code

    assert code == 0
    assert f"phoihop {name}" in capsys.readouterr().out


def test_demo_is_demo_mode(monkeypatch):
    monkeypatch.setenv("PHOIHOP_DEMO", "0")
    monkeypatch.setattr(cli, "_function", lambda target: lambda words: 0 if os.environ["PHOIHOP_DEMO"] == "1" else 9)

    assert cli.main(["demo"]) == 0


def test_another_word_is_a_command_of_django(capsys):
    assert cli.main(["check", "--list-tags"]) == 0
    assert "security" in capsys.readouterr().out


def test_it_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "phoihop", "--help"], capture_output=True, text=True, check=True)

    assert "check-pdf" in done.stdout
