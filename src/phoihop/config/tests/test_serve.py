"""What is brought to this version before pages are served."""

import pytest

from phoihop.config import serve
from phoihop.programme.models import NamedDay


@pytest.fixture
def commands(monkeypatch):
    called = []
    monkeypatch.setattr(serve, "call_command", lambda name, **options: called.append(name))
    return called


def test_every_installation_knows_the_national_days_once(db, commands):
    serve._prepare()
    first = NamedDay.objects.count()
    serve._prepare()

    assert first > 10
    assert NamedDay.objects.count() == first
    assert commands == ["migrate", "collectstatic"] * 2
