"""The chain of the history shows every way of tampering."""

import datetime as dt

import pytest

from phoihop.base import audit
from phoihop.base.models import AuditEntry, AuditHead

pytestmark = pytest.mark.usefixtures("unprotected_history")


@pytest.fixture
def entries(regulator):
    return [
        audit.record(regulator, "people.party.edited", regulator.party, before={"n": n}, after={"n": n + 1})
        for n in range(3)
    ]


def test_an_untouched_chain_is_intact(entries):
    report = audit.verify_chain()

    assert report.intact
    assert report.entries == 3


def test_an_instant_in_another_zone_is_the_same_instant(regulator):
    hanoi = dt.datetime(2026, 6, 15, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    audit.record(regulator.__class__(user_id=regulator.user_id, name="Ai", at=hanoi), "x.y.z", regulator.party)

    assert audit.verify_chain().intact


@pytest.mark.parametrize(
    "values",
    [{"user_name": "Khác"}, {"event": "x.y.z"}, {"after": {"n": 9}}, {"party_id": None}, {"object_text": "Khác"}],
)
def test_a_changed_entry_is_found(entries, values):
    AuditEntry.objects.filter(pk=entries[1].pk).update(**values)

    report = audit.verify_chain()

    assert (report.intact, report.broken_at, report.reason) == (False, entries[1].pk, "hash")


def test_a_changed_entry_with_its_hash_made_anew_breaks_the_next(entries):
    entries[1].user_name = "Khác"
    AuditEntry.objects.filter(pk=entries[1].pk).update(user_name="Khác", hash=audit.entry_hash(entries[1]))

    report = audit.verify_chain()

    assert (report.broken_at, report.reason) == (entries[2].pk, "previous_hash")


def test_a_removed_entry_is_found(entries):
    AuditEntry.objects.filter(pk=entries[1].pk).delete()

    report = audit.verify_chain()

    assert (report.broken_at, report.reason) == (entries[2].pk, "previous_hash")


def test_an_entry_cut_off_the_end_is_found(entries):
    AuditEntry.objects.filter(pk=entries[2].pk).delete()

    report = audit.verify_chain()

    assert (report.intact, report.reason) == (False, "head")


def test_an_inserted_entry_is_found(entries, regulator):
    entry = AuditEntry.objects.get(pk=entries[2].pk)
    entry.pk, entry.previous_hash = entry.pk + 10, entries[2].hash
    entry.hash = audit.entry_hash(entry)
    entry.save(force_insert=True)

    report = audit.verify_chain()

    assert (report.intact, report.reason) == (False, "head")


def test_a_history_that_was_emptied_is_found(entries):
    AuditEntry.objects.all().delete()

    assert audit.verify_chain().reason == "head"


def test_the_head_counts(entries):
    assert AuditHead.objects.get().count == 3


def test_an_entry_keeps_who_for_whom_and_whose_programme(vnpt, programme):
    entry = audit.record(vnpt, "programme.programme.seen", programme, before={"day": dt.date(2026, 6, 1)})

    assert (entry.user_name, entry.party_id, entry.lead_id) == (vnpt.name, vnpt.party.pk, programme.lead_id)
    assert entry.before == {"day": "2026-06-01"}
    assert entry.request_id == "test"
