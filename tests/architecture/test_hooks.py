import pytest

from tests.architecture.checks.hooks import own_signals, save_overrides


def test_no_model_changes_what_saving_means(package):
    assert save_overrides(package) == []


def test_our_apps_send_each_other_no_signals(package):
    assert own_signals(package) == []


@pytest.mark.parametrize("name", ["people/models.py", "people/models/party.py"])
def test_a_save_override_is_told(plant, name):
    package = plant(name, "class Party:\n    def save(self):\n        pass\n")

    assert "Party.save" in save_overrides(package)[0]


@pytest.mark.parametrize(
    "line",
    [
        "from django.db.models.signals import post_save",
        "from django.dispatch import Signal",
        "signals.post_save.connect(heard)",
    ],
)
def test_a_signal_is_told(plant, line):
    package = plant("people/apps.py", f"{line}\n")

    assert len(own_signals(package)) == 1


def test_hearing_who_signed_in_is_let(plant):
    package = plant("people/apps.py", "from django.contrib.auth.signals import user_logged_in\n")

    assert own_signals(package) == []
