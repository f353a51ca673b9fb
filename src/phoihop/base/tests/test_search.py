"""Search that ignores case and diacritics, on whichever database the tests run."""

from dataclasses import replace

import pytest
from django.db import connection
from django.db.models import Value

from phoihop.base.search import BOTH_CASES, Fold, matches
from phoihop.papers.actions.letters import write_letter
from phoihop.papers.queries.papers import register
from phoihop.people.models import Party, User
from phoihop.people.queries.accounts import accounts
from phoihop.people.queries.parties import parties
from phoihop.programme.models import Activity
from phoihop.programme.queries.activity import activities
from phoihop.testing.factories import ActivityFactory


@pytest.mark.parametrize("typed", ["HỌP", "họp", "hop", "GIAO hop", "giao ban họp"])
def test_an_activity_is_found_however_it_is_typed(vnpt, programme, typed):
    meeting = ActivityFactory(programme=programme, title="Họp giao ban")
    ActivityFactory(programme=programme, title="Xây nhà tình nghĩa")

    assert list(activities(actor=vnpt, text=typed)) == [meeting]


def test_d_with_a_stroke_is_a_d(vnpt, programme):
    road = ActivityFactory(programme=programme, title="Hạ ngầm cáp", place="Đường Trần Hưng Đạo")

    assert list(activities(actor=vnpt, text="duong tran")) == [road]


@pytest.mark.parametrize("typed", ["%", "_", "hop_", "hop%ban"])
def test_wildcards_are_letters(vnpt, programme, typed):
    ActivityFactory(programme=programme, title="Họp giao ban")

    assert not activities(actor=vnpt, text=typed).exists()


def test_nothing_asked_leaves_nothing_out(programme):
    ActivityFactory(programme=programme)

    assert Activity.objects.filter(matches("  ", "title")).count() == 1


def test_every_sign_folds_alike_in_the_database(vnpt):
    folded = Party.objects.values_list(Fold(Value(BOTH_CASES)), flat=True)[0]

    assert folded.isascii()
    assert len(folded) == len(BOTH_CASES)
    assert connection.vendor in ("sqlite", "postgresql")


def test_parties_and_accounts_are_found_without_diacritics(vnpt):
    keeper = replace(vnpt, is_keeper=True)
    Party.objects.filter(pk=vnpt.party.pk).update(name="Viễn thông Đồng Tháp")
    User.objects.filter(pk=vnpt.user_id).update(full_name="Đặng Thị Hòa")

    assert list(parties(actor=vnpt, text="VIEN thong dong")) == [vnpt.party]
    assert [user.pk for user in accounts(actor=keeper, text="dang hoa")] == [vnpt.user_id]


def test_papers_are_found_without_diacritics(regulator, vnpt):
    paper = write_letter(
        actor=regulator, party=regulator.party, to=[vnpt.party], subject="Gửi báo cáo của Sở", body="Kính gửi"
    )

    assert list(register(actor=regulator, text="BAO cao so")) == [paper]
