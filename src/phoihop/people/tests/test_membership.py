import pytest
from django.urls import reverse

from phoihop.base.access import Role
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.people.actions.memberships import change_membership, end_membership
from phoihop.people.models import Division, Membership
from phoihop.testing.cast import DAY


def _seat(member):
    return Membership.objects.current().get(user=member.user)


def test_another_role_begins_a_new_seat(vnpt, colleague):
    old = _seat(colleague)
    new = change_membership(actor=vnpt, membership=old, role=Role.OFFICER, title="Phó phòng")

    old.refresh_from_db()
    assert old.ended_on == DAY
    assert (new.role, new.title, new.started_on) == ("officer", "Phó phòng", DAY)


def test_another_title_keeps_the_seat(vnpt, colleague):
    old = _seat(colleague)
    division = Division.objects.create(party=vnpt.party, name="Phòng Kỹ thuật")
    change_membership(actor=vnpt, membership=old, role=Role.MEMBER, title="Kỹ sư", division=division)

    old.refresh_from_db()
    assert (old.title, old.division, old.ended_on) == ("Kỹ sư", division, None)


def test_division_of_a_rival_is_not_taken(vnpt, viettel, colleague):
    foreign = Division.objects.create(party=viettel.party, name="Phòng lạ")

    with pytest.raises(NotVisible):
        change_membership(actor=vnpt, membership=_seat(colleague), role=Role.MEMBER, division=foreign)


def test_ended_role_is_gone_at_the_next_click(client_of, vnpt, colleague):
    end_membership(actor=vnpt, membership=_seat(colleague))

    assert client_of(colleague).get(reverse("people:people", args=[vnpt.party.pk])).status_code == 404


def test_ended_twice_is_refused(vnpt, colleague):
    seat = _seat(colleague)
    end_membership(actor=vnpt, membership=seat)

    with pytest.raises(Refused):
        end_membership(actor=vnpt, membership=seat)


@pytest.mark.parametrize("member", ["colleague", "viettel", "clerk", "keeper"])
def test_others_end_nothing(request, vnpt, member):
    with pytest.raises(NotAllowed):
        end_membership(actor=request.getfixturevalue(member), membership=_seat(vnpt))


def test_rival_finds_no_such_seat(client_of, viettel, vnpt):
    for name in ("people:membership_edit", "people:membership_end"):
        assert client_of(viettel).post(reverse(name, args=[_seat(vnpt).pk])).status_code == 404


def test_department_keeps_somebody_who_manages(director, regulator):
    end_membership(actor=director, membership=_seat(regulator))

    with pytest.raises(Refused, match="ít nhất một"):
        end_membership(actor=director, membership=_seat(director))
    with pytest.raises(Refused, match="ít nhất một"):
        change_membership(actor=director, membership=_seat(director), role=Role.MEMBER)


def test_page_changes_the_role(client_of, vnpt, colleague):
    address = reverse("people:membership_edit", args=[_seat(colleague).pk])
    client_of(vnpt).post(address, {"role": "leader", "title": "Giám đốc"})

    assert _seat(colleague).role == "leader"


def test_page_offers_only_roles_that_fit(client_of, vnpt, colleague):
    address = reverse("people:membership_edit", args=[_seat(colleague).pk])

    assert client_of(vnpt).post(address, {"role": "keeper"}).status_code == 422
