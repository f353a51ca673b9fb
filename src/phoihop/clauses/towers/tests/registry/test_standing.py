import datetime as dt

import pytest

from phoihop.clauses.towers.actions.registry import confirming
from phoihop.clauses.towers.kind import TOWERS
from phoihop.clauses.towers.models import RegistryConfirmation, Site
from phoihop.clauses.towers.queries.registry.standing import HalfYear, half_to_confirm

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("day", "half"),
    [
        (dt.date(2026, 6, 15), HalfYear(2026, 1)),  # about to end
        (dt.date(2026, 3, 1), HalfYear(2025, 2)),  # far from its end: the one before is asked for
        (dt.date(2026, 12, 1), HalfYear(2026, 2)),
    ],
)
def test_the_half_year_that_is_asked_for(vnpt, day, half):
    assert half_to_confirm(actor=vnpt.on(day)) == half


def _dues(member):
    return {due.key.split(":")[0]: due for due in TOWERS.missing(member)}


def test_a_certificate_that_runs_out_is_owed_to_the_department(vnpt, viettel, regulator, mast_of):
    mast_of(vnpt, certificate_expires_on=dt.date(2026, 7, 1))
    mast_of(vnpt, certificate_expires_on=dt.date(2026, 5, 1))
    mast_of(vnpt, certificate_expires_on=dt.date(2027, 1, 1))

    due = _dues(vnpt)["towers.certificates"]

    assert (due.due_on, due.party_id, due.owed_to_id) == (dt.date(2026, 5, 1), vnpt.party.pk, regulator.party.pk)
    assert due.title.startswith("2 cột")
    assert "towers.certificates" in _dues(regulator)
    assert "towers.certificates" not in _dues(viettel)


def test_confirming_ends_what_is_due_and_keeps_the_counts(vnpt, mast_of):
    mast_of(vnpt)
    Site.objects.update(created_at=LONG_AGO)
    assert _dues(vnpt)["towers.registry.confirm"].due_on == dt.date(2026, 6, 30)

    confirming.confirm_registry(actor=vnpt, owner=vnpt.party)

    assert "towers.registry.confirm" not in _dues(vnpt)
    assert RegistryConfirmation.objects.get().masts == 1
    with pytest.raises(confirming.AlreadyConfirmed):
        confirming.confirm_registry(actor=vnpt, owner=vnpt.party)


def test_a_newcomer_owes_nothing_for_a_half_year_before_it_had_masts(vnpt, mast_of):
    mast_of(vnpt)
    Site.objects.update(created_at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))

    assert "towers.registry.confirm" not in _dues(vnpt.on(dt.date(2026, 3, 2)))
