"""Sealing, and what is seen when a sealed report is touched."""

import copy
import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.programme import gathering
from phoihop.programme.actions import report as actions
from phoihop.programme.models import ReportStatus, YearReport
from phoihop.programme.queries import report as queries
from phoihop.testing.cast import DAY


def test_all_must_have_answered_before_the_deadline(director, circulated, answer, vnpt):
    answer(vnpt)

    with pytest.raises(Refused):
        actions.freeze_report(actor=director, report=circulated)


def test_after_the_deadline_silence_holds_nothing_up(director, circulated):
    actions.freeze_report(actor=director.on(DAY + dt.timedelta(days=1)), report=circulated)

    assert circulated.status == ReportStatus.FROZEN


def test_an_open_objection_holds_it_up(director, circulated, answer, vnpt):
    answer(vnpt, confirms=False, objection="Thiếu")

    with pytest.raises(Refused):
        actions.freeze_report(actor=director.on(DAY + dt.timedelta(days=1)), report=circulated)


def test_an_enterprise_freezes_nothing(circulated, vnpt):
    with pytest.raises(NotAllowed):
        actions.freeze_report(actor=vnpt, report=circulated)


def test_the_frozen_report_verifies(frozen, director):
    kept = YearReport.objects.get(pk=frozen.pk)

    assert gathering.verify(kept.content, kept.part_checksums, kept.checksum)
    assert queries.is_intact(actor=director, report=kept)


def test_a_reader_verifies_their_part_without_the_others(frozen, vnpt, viettel):
    shown = queries.shown_content(actor=vnpt, report=frozen)

    assert set(shown["parties"]) == {str(vnpt.party.pk)}
    assert gathering.verify(shown, frozen.part_checksums, frozen.checksum)


@pytest.mark.parametrize("touched", ["part", "common", "part checksum", "checksum", "remarks"])
def test_every_touch_is_seen(frozen, vnpt, touched):
    content, parts = copy.deepcopy(frozen.content), dict(frozen.part_checksums)
    checksum, key = frozen.checksum, str(vnpt.party.pk)
    if touched == "part":
        content["parties"][key]["figures"][0]["done"] = "13"
    elif touched == "common":
        content["common"]["clauses"][0]["done"] = 9
    elif touched == "remarks":
        content["common"]["remarks"] = "Khác"
    elif touched == "part checksum":
        parts[key] = "0" * 64
    else:
        checksum = "0" * 64

    assert not gathering.verify(content, parts, checksum)


def test_a_part_with_its_checksum_made_anew_breaks_the_whole(frozen, vnpt):
    content, parts, key = copy.deepcopy(frozen.content), dict(frozen.part_checksums), str(vnpt.party.pk)
    content["parties"][key]["figures"][0]["done"] = "13"
    parts[key] = gathering.part_checksum(content["parties"][key])

    assert not gathering.verify(content, parts, frozen.checksum)


def test_a_rival_cannot_guess_figures_from_a_checksum(frozen, vnpt):
    key = str(vnpt.party.pk)
    without_salt = {name: value for name, value in frozen.content["parties"][key].items() if name != "salt"}

    salts = [part["salt"] for part in frozen.content["parties"].values()] + [frozen.content["common"]["salt"]]

    assert len(set(salts)) == 4
    assert gathering.part_checksum(without_salt) != frozen.part_checksums[key]


def test_the_same_figures_seal_differently_each_time(circulated):
    first = gathering.seal(circulated.content, "")
    second = gathering.seal(circulated.content, "")

    assert first[2] != second[2]


def test_a_frozen_report_takes_no_more_remarks(regulator, frozen):
    with pytest.raises(Refused):
        actions.write_remarks(actor=regulator, report=frozen, remarks="Khác")


def test_later_words_are_addenda_tied_to_it(director, frozen, vnpt):
    first = actions.add_addendum(actor=director, report=frozen, text="Đính chính")
    second = actions.add_addendum(actor=director, report=frozen, text="Riêng VNPT", party=vnpt.party)

    assert (first.number, second.number) == (1, 2)
    assert first.checksum == gathering.addendum_checksum(frozen.checksum, 1, "Đính chính")
    assert first.checksum != gathering.addendum_checksum(frozen.checksum, 1, "Khác")


def test_an_addendum_of_one_party_is_for_that_party(director, frozen, vnpt, viettel):
    actions.add_addendum(actor=director, report=frozen, text="Riêng VNPT", party=vnpt.party)

    assert queries.shown_addenda(actor=vnpt, report=frozen).count() == 1
    assert queries.shown_addenda(actor=viettel, report=frozen).count() == 0


def test_no_addendum_before_freezing_and_none_that_is_empty(director, circulated):
    with pytest.raises(Refused):
        actions.add_addendum(actor=director, report=circulated, text="x")


def test_no_addendum_without_words(director, frozen):
    with pytest.raises(Refused):
        actions.add_addendum(actor=director, report=frozen, text=" ")
