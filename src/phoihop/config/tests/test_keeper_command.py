"""``phoihop create-keeper``."""

import io

import pytest

from phoihop.config.keeper import main
from phoihop.people.models import User

GIVEN = ["--email", "Quan.Tri@example.vn", "--name", "Quản trị"]


def _type(monkeypatch, password: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))


def test_the_first_account(db, monkeypatch, capsys):
    _type(monkeypatch, "sông Kinh Thầy 2026")

    assert main(GIVEN) == 0

    user = User.objects.get(email="quan.tri@example.vn")
    assert user.is_keeper
    assert user.check_password("sông Kinh Thầy 2026")
    assert not user.memberships.exists()
    assert "keeps this installation" in capsys.readouterr().out


@pytest.mark.parametrize("password", ["ngan", "password123", "quan.tri@example.vn"])
def test_a_weak_password_is_refused(db, monkeypatch, capsys, password):
    _type(monkeypatch, password)

    assert main(GIVEN) == 2
    assert not User.objects.exists()
    assert capsys.readouterr().err


def test_an_address_that_has_an_account_is_refused(db, monkeypatch, capsys):
    User.objects.create_user("quan.tri@example.vn", "Ai đó")
    _type(monkeypatch, "sông Kinh Thầy 2026")

    assert main(GIVEN) == 2
    assert "already has an account" in capsys.readouterr().err
    assert not User.objects.get().is_keeper


def test_what_is_no_address_is_refused(db, monkeypatch):
    _type(monkeypatch, "sông Kinh Thầy 2026")

    assert main(["--email", "quantri", "--name", "Quản trị"]) == 2


def test_what_was_not_given_is_asked_for(db, monkeypatch):
    answers = iter(["hoi@example.vn", "Được hỏi"])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(answers))
    _type(monkeypatch, "sông Kinh Thầy 2026")

    assert main([]) == 0
    assert User.objects.get().full_name == "Được hỏi"
