"""Needs: sealed from everybody but their owner until the closing date, each against a receipt."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection

from phoihop.base.errors import NotAllowed, NotVisible, Stale
from phoihop.base.models import AuditEntry
from phoihop.clauses.towers.actions.joint import needs as actions
from phoihop.clauses.towers.joint.sealing import digest
from phoihop.clauses.towers.models import JointFiling, JointNeed, JointRound, NeedReceipt, ShareHint
from phoihop.clauses.towers.queries.joint import needs as queries
from phoihop.clauses.towers.queries.joint import rounds as round_queries
from phoihop.clauses.towers.tests.joint.conftest import AFTER, CLOSES, place

SECOND = dt.timedelta(seconds=1)


def test_the_owner_reads_what_it_filed(file, round_, vnpt):
    file(vnpt, north_m=100, note="Gần chợ")

    shown = queries.own_needs(actor=vnpt, round_=round_)
    assert [(one.row.number, one.facts.note) for one in shown] == [(1, "Gần chợ")]


def test_nobody_else_reads_or_counts_it_before_the_closing_date(file, round_, vnpt, viettel, regulator, director):
    need = file(vnpt)
    actions.say_all_filed(actor=vnpt, round_=round_, party=vnpt.party)

    for one in (viettel, regulator, director):
        assert queries.own_needs(actor=one, round_=round_) == []
        assert not JointNeed.objects.visible_to(one).exists()
        assert not NeedReceipt.objects.visible_to(one).exists()
        assert not ShareHint.objects.visible_to(one).exists()
        assert not JointFiling.objects.visible_to(one).exists()
        with pytest.raises(NotVisible):
            queries.visible_need(actor=one, pk=need.pk)
        with pytest.raises(NotVisible):
            queries.filed_needs(actor=one, round_=round_)
    assert round_queries.participants(actor=regulator, round_=round_) == 0
    assert not round_queries.has_said_all(actor=regulator, round_=round_, party=vnpt.party)


def test_the_department_reads_it_from_the_closing_date_on(file, round_, vnpt, viettel, regulator, later):
    file(vnpt)
    file(viettel)

    with pytest.raises(NotVisible):
        queries.filed_needs(actor=later(regulator, CLOSES - SECOND), round_=round_)
    assert len(queries.filed_needs(actor=later(regulator, CLOSES), round_=round_)) == 2
    with pytest.raises(NotVisible):
        queries.filed_needs(actor=later(viettel), round_=round_)


def test_the_database_holds_neither_place_nor_note(file, vnpt):
    need = file(vnpt, note="Gần chợ Thanh Bình")

    with connection.cursor() as cursor:
        for table in ("towers_jointneed", "towers_needreceipt", "towers_sharehint"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of ours
            rows = str(cursor.fetchall())
            assert "Thanh" not in rows
            assert str(need.round.salt) not in rows
            assert "20.94" not in rows
            assert "106.33" not in rows


def test_the_history_tells_the_department_nothing(file, vnpt, regulator):
    need = file(vnpt)
    actions.change_need(actor=vnpt, need=need, facts=place(north_m=50))
    actions.withdraw_need(actor=vnpt, need=need)

    entries = AuditEntry.objects.filter(event__startswith="towers.need.")
    assert entries.count() == 3
    assert not AuditEntry.objects.visible_to(regulator).filter(event__startswith="towers.need.").exists()
    assert {str(entry.before) + str(entry.after) for entry in entries} == {"{}{}"}


def test_each_step_has_a_receipt_whose_file_gives_its_hash(file, vnpt):
    need = file(vnpt)
    actions.change_need(actor=vnpt, need=need, facts=place(north_m=50))
    actions.withdraw_need(actor=vnpt, need=need)

    shown = queries.receipts(actor=vnpt, need=need)
    assert [one.row.verb for one in shown] == ["filed", "changed", "withdrawn"]
    assert all(digest(one.content) == one.row.commitment for one in shown)
    assert len({one.row.commitment for one in shown}) == 3
    need.refresh_from_db()
    assert need.commitment == shown[-1].row.commitment


def test_nothing_is_filed_changed_or_withdrawn_once_it_has_closed(file, round_, vnpt, later):
    need = file(vnpt)
    late = later(vnpt, CLOSES)

    for step in (
        lambda: actions.file_need(actor=late, round_=round_, party=vnpt.party, facts=place()),
        lambda: actions.change_need(actor=late, need=need, facts=place()),
        lambda: actions.withdraw_need(actor=late, need=need),
        lambda: actions.say_all_filed(actor=late, round_=round_, party=vnpt.party),
    ):
        with pytest.raises(actions.FilingClosed):
            step()


def test_a_need_is_withdrawn_once(file, vnpt):
    need = file(vnpt)
    actions.withdraw_need(actor=vnpt, need=need)

    with pytest.raises(Stale):
        actions.change_need(actor=vnpt, need=need, facts=place())


def test_nobody_files_for_another(round_, vnpt, viettel, regulator):
    for one in (viettel, regulator):
        with pytest.raises(NotAllowed):
            actions.file_need(actor=one, round_=round_, party=vnpt.party, facts=place())


def test_many_needs_are_filed_together(round_, vnpt, later, regulator):
    count = actions.file_needs(
        actor=vnpt, round_=round_, party=vnpt.party, listed=[place(north_m=10 * at) for at in range(5)]
    )

    assert count == 5
    assert [one.row.number for one in queries.own_needs(actor=vnpt, round_=round_)] == [1, 2, 3, 4, 5]
    assert len(queries.filed_needs(actor=later(regulator, AFTER), round_=round_)) == 5


def test_nobody_files_without_end_however_much_is_withdrawn(round_, file, vnpt, viettel):
    JointRound.objects.filter(pk=round_.pk).update(need_limit=2)
    actions.withdraw_need(actor=vnpt, need=file(vnpt))
    file(vnpt, north_m=50)

    with pytest.raises(actions.TooMany):
        file(vnpt, north_m=100)
    with pytest.raises(actions.TooMany):
        actions.file_needs(actor=viettel, round_=round_, party=viettel.party, listed=[place()] * 3)
    assert not JointNeed.objects.filter(party=viettel.party).exists()
