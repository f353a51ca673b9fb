"""``phoihop audit verify``."""

import pytest

from phoihop.base import audit
from phoihop.base.models import AuditEntry
from phoihop.config.audit import main

pytestmark = pytest.mark.usefixtures("unprotected_history")


@pytest.fixture
def entries(regulator):
    return [audit.record(regulator, "people.party.edited", regulator.party) for _ in range(3)]


def test_an_intact_chain_ends_well(entries, capsys):
    assert main(["verify"]) == 0
    assert capsys.readouterr().out == "3 entries, chain intact\n"


def test_an_empty_history_ends_well(db, capsys):
    assert main(["verify"]) == 0
    assert "0 entries" in capsys.readouterr().out


def test_a_changed_entry_is_named(entries, capsys):
    AuditEntry.objects.filter(pk=entries[1].pk).update(user_name="Khác")

    assert main(["verify"]) == 1
    assert f"entry {entries[1].pk}: the entry itself was changed" in capsys.readouterr().out


def test_entries_cut_off_are_found(entries, capsys):
    AuditEntry.objects.filter(pk=entries[2].pk).delete()

    assert main(["verify"]) == 1
    assert "removed from the end" in capsys.readouterr().out


def test_another_word_is_refused():
    with pytest.raises(SystemExit) as ended:
        main(["repair"])

    assert ended.value.code == 2
