import datetime as dt

import pytest

from phoihop.base.errors import Refused
from phoihop.people.actions.succession import rename_party, succeed_party
from phoihop.people.seats import actor_for
from phoihop.programme.actions.report import circulate_report, gather_report
from phoihop.programme.models import (
    ActivityStatus,
    MemorandumParty,
    Participation,
    PlanTarget,
    Programme,
    ProgrammeParty,
    ReportPeriod,
)
from phoihop.testing.cast import NOON
from phoihop.testing.factories import (
    ActivityFactory,
    MemorandumFactory,
    ParticipationFactory,
    PartyFactory,
    PlanFactory,
)

DAY = dt.date(2026, 6, 1)


def _heir(regulator):
    return PartyFactory(name="VNPT Hải Phòng", registered_by=regulator.party)


def _absorb(regulator, old, new):
    succeed_party(actor=regulator, predecessor=old, successor=new, on=DAY, kind="absorbed")


def test_successor_takes_the_place_in_the_programme(regulator, vnpt, programme):
    heir = _heir(regulator)
    _absorb(regulator, vnpt.party, heir)

    places = dict(ProgrammeParty.objects.filter(programme=programme).values_list("party_id", "left_on"))
    assert places[vnpt.party.pk] == DAY
    assert places[heir.pk] is None


def test_activities_to_come_go_on_with_the_successor_and_past_ones_stay(regulator, vnpt, programme):
    heir = _heir(regulator)
    coming = ActivityFactory(programme=programme)
    past = ActivityFactory(programme=programme, status=ActivityStatus.CLOSED, closed_at=NOON)
    for activity in (coming, past):
        ParticipationFactory(activity=activity, party=vnpt.party)

    _absorb(regulator, vnpt.party, heir)

    assert set(Participation.objects.values_list("activity_id", "party_id")) == {
        (coming.pk, heir.pk),
        (past.pk, vnpt.party.pk),
    }


def test_party_that_takes_part_already_takes_part_once(regulator, vnpt, viettel, programme):
    activity = ActivityFactory(programme=programme)
    for party in (vnpt.party, viettel.party):
        ParticipationFactory(activity=activity, party=party)

    _absorb(regulator, vnpt.party, viettel.party)

    assert activity.participations.filter(party=viettel.party).count() == 1
    assert ProgrammeParty.objects.filter(programme=programme, party=viettel.party, left_on=None).count() == 1


def test_a_memorandum_not_yet_signed_names_the_successor(regulator, vnpt, viettel, programme):
    heir = _heir(regulator)
    draft = MemorandumFactory(programme=programme, status="draft")
    signed = MemorandumFactory(programme=programme, status="in_force", in_force_at=NOON)
    for row in (draft, signed):
        MemorandumParty.objects.create(memorandum=row, party=vnpt.party, order=1, name=vnpt.party.name)

    _absorb(regulator, vnpt.party, heir)

    assert set(MemorandumParty.objects.values_list("memorandum_id", "party_id", "name")) == {
        (draft.pk, heir.pk, heir.name),
        (signed.pk, vnpt.party.pk, vnpt.party.name),
    }


def test_a_memorandum_names_each_party_once(regulator, vnpt, viettel, programme):
    draft = MemorandumFactory(programme=programme, status="draft")
    for order, party in enumerate((vnpt.party, viettel.party)):
        MemorandumParty.objects.create(memorandum=draft, party=party, order=order, name=party.name)

    _absorb(regulator, vnpt.party, viettel.party)

    assert [row.party for row in draft.parties.all()] == [viettel.party]


def test_a_report_that_waits_for_the_party_comes_first(regulator, vnpt, programme):
    report = gather_report(actor=regulator, plan=PlanFactory(programme=programme), period=ReportPeriod.YEAR)
    circulate_report(actor=regulator, report=report, confirm_by=dt.date(2026, 6, 30))

    with pytest.raises(Refused, match="chưa xác nhận số liệu"):
        _absorb(regulator, vnpt.party, _heir(regulator))

    vnpt.party.refresh_from_db()
    assert vnpt.party.valid_to is None


def test_merged_department_goes_on_leading(director, programme):
    heir = rename_party(
        actor=director, party=director.party, on=DAY, kind="merged", name="Sở KH&CN", short_name="SKHCN", code="SKHCN"
    )

    assert Programme.objects.get(pk=programme.pk).lead == heir
    assert Programme.objects.visible_to(actor_for(director.user)).filter(pk=programme.pk).exists()


def test_targets_of_what_is_to_come_pass_on_and_add_up(regulator, vnpt, viettel, programme):
    coming = ActivityFactory(programme=programme)
    held = ActivityFactory(programme=programme, status=ActivityStatus.CLOSED, closed_at=NOON)
    for activity, party, value in [(coming, vnpt, 3), (coming, viettel, 4), (held, vnpt, 5)]:
        PlanTarget.objects.create(item=activity.item, party=party.party, label="Cột", unit="cột", value=value)

    _absorb(regulator, vnpt.party, viettel.party)

    assert set(PlanTarget.objects.values_list("item_id", "party_id", "value")) == {
        (coming.item_id, viettel.party.pk, 7),
        (held.item_id, vnpt.party.pk, 5),
    }
