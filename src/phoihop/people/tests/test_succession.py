import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused
from phoihop.people import succeeding
from phoihop.people.actions.succession import rename_party, succeed_party
from phoihop.people.models import Division, Membership, Party, Succession
from phoihop.people.seats import actor_for
from phoihop.testing.factories import RegulatorFactory

DAY = dt.date(2026, 6, 1)
NAMES = {"name": "VNPT thành phố Hải Phòng", "short_name": "VNPT HP", "code": "VNPTHP"}


def _absorb(actor, old, new, **how):
    return succeed_party(actor=actor, predecessor=old, successor=new, on=DAY, **({"kind": "absorbed"} | how))


def test_people_move_with_an_end_and_a_start(regulator, vnpt, renamed):
    _absorb(regulator, vnpt.party, renamed)

    old, new = Membership.objects.filter(user=vnpt.user).order_by("started_on")
    assert (old.party, old.ended_on) == (vnpt.party, DAY)
    assert (new.party, new.role, new.started_on, new.ended_on) == (renamed, "focal_point", DAY, None)


def test_old_party_ends_the_day_before_and_keeps_its_name(regulator, vnpt, renamed):
    _absorb(regulator, vnpt.party, renamed)

    vnpt.party.refresh_from_db()
    assert (vnpt.party.name, vnpt.party.valid_to) == ("VNPT Hải Dương", dt.date(2026, 5, 31))


def test_its_people_still_read_what_it_left_and_change_nothing_there(regulator, vnpt, renamed):
    _absorb(regulator, vnpt.party, renamed)

    actor = actor_for(vnpt.user)
    seats = {seat.party_id: seat.role for seat in actor.seats}
    assert seats == {renamed.pk: "focal_point", vnpt.party.pk: "auditor"}
    assert not actor.may("party.edit", vnpt.party)


def test_two_merge_into_one(regulator, vnpt, post, renamed):
    _absorb(regulator, vnpt.party, renamed, kind="merged")
    _absorb(regulator, post.party, renamed, kind="merged")

    assert set(renamed.memberships.values_list("user_id", flat=True)) == {vnpt.user.pk, post.user.pk}


def test_split_leaves_the_old_party_as_it_is(regulator, vnpt, renamed):
    _absorb(regulator, vnpt.party, renamed, kind="split")

    vnpt.party.refresh_from_db()
    assert vnpt.party.valid_to is None
    assert Membership.objects.current().filter(user=vnpt.user, party=vnpt.party).exists()
    assert [seat.party_id for seat in actor_for(vnpt.user).seats] == [vnpt.party.pk]


def test_renaming_copies_the_profile_under_the_new_name(regulator, vnpt):
    Division.objects.create(party=vnpt.party, name="Phòng Kỹ thuật")
    Party.objects.filter(pk=vnpt.party.pk).update(mandate="Viễn thông")

    heir = rename_party(actor=regulator, party=vnpt.party, on=DAY, kind="renamed", **NAMES)

    assert (heir.name, heir.mandate, heir.valid_from) == (NAMES["name"], "Viễn thông", DAY)
    assert heir.divisions.get().name == "Phòng Kỹ thuật"
    assert vnpt.party.divisions.count() == 1


def test_a_department_takes_its_parties_along(director, vnpt):
    heir = rename_party(
        actor=director, party=director.party, on=DAY, kind="merged", name="Sở KH&CN", short_name="SKHCN", code="SKHCN"
    )

    vnpt.party.refresh_from_db()
    assert vnpt.party.registered_by == heir


def test_other_apps_move_their_rows(regulator, vnpt, renamed, monkeypatch):
    moved = []
    monkeypatch.setattr(succeeding, "_takers", {})
    succeeding.register_succession("test", lambda old, new, on, actor: moved.append((old.pk, new.pk, on)))

    _absorb(regulator, vnpt.party, renamed)

    assert moved == [(vnpt.party.pk, renamed.pk, DAY)]


@pytest.mark.parametrize("on", [dt.date(2026, 6, 16), dt.date(2019, 12, 31)])
def test_day_to_come_or_before_the_beginning_is_refused(regulator, vnpt, renamed, on):
    vnpt.party.valid_from = dt.date(2020, 1, 1)

    with pytest.raises(Refused):
        succeed_party(actor=regulator, predecessor=vnpt.party, successor=renamed, on=on, kind="merged")


def test_another_kind_is_refused(regulator, vnpt):
    with pytest.raises(Refused):
        _absorb(regulator, vnpt.party, RegulatorFactory())


@pytest.mark.parametrize("member", ["vnpt", "viettel", "clerk", "keeper"])
def test_others_do_not_record_it(request, vnpt, renamed, member):
    with pytest.raises(NotAllowed):
        _absorb(request.getfixturevalue(member), vnpt.party, renamed)


def test_page_records_it(client_of, regulator, vnpt, renamed):
    data = {"kind": "absorbed", "on": "01/06/2026", "successor": renamed.pk, "basis": "Quyết định 1"}
    response = client_of(regulator).post(reverse("people:party_succeed", args=[vnpt.party.pk]), data)

    assert response.url == reverse("people:party_detail", args=[renamed.pk])
    assert Succession.objects.get().basis == "Quyết định 1"


def test_page_asks_for_a_party_or_a_name(client_of, regulator, vnpt):
    response = client_of(regulator).post(
        reverse("people:party_succeed", args=[vnpt.party.pk]),
        {"kind": "renamed", "on": "01/06/2026", "name": "Tên mới"},
    )

    assert set(response.context["form"].errors) == {"short_name", "code"}


def test_page_does_not_exist_for_an_enterprise(client_of, vnpt):
    assert client_of(vnpt).get(reverse("people:party_succeed", args=[vnpt.party.pk])).status_code == 404


def test_both_pages_show_the_chain(client_of, regulator, vnpt, renamed):
    _absorb(regulator, vnpt.party, renamed)

    for party in (vnpt.party, renamed):
        page = client_of(regulator).get(reverse("people:party_detail", args=[party.pk])).content.decode()
        assert "<svg" in page
        assert "VNPT Hải Dương" in page
        assert "Tập đoàn mới" in page
