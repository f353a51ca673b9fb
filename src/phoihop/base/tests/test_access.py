"""Who may do what, and that nothing lets someone in by default."""

import datetime as dt
import uuid

import pytest
from django.http import HttpResponse

from phoihop.base import access
from phoihop.base.access import GRANTS, NOBODY, Actor, PartyKind, Permission, Role, Seat
from phoihop.base.errors import NotAllowed

PARTY, OTHER = uuid.uuid4(), uuid.uuid4()


def _sitting(kind: PartyKind, role: Role, **values) -> Actor:
    return Actor(user_id=uuid.uuid4(), seats=(Seat(PARTY, kind, role),), **values)


@pytest.fixture
def officer():
    return _sitting(PartyKind.REGULATOR, Role.OFFICER)


def test_require_lets_in_who_holds_the_permission(officer):
    assert access.require(officer, Permission.PLAN_WRITE, party=PARTY) is None


def test_require_refuses_for_another_party(officer):
    with pytest.raises(NotAllowed):
        access.require(officer, Permission.PLAN_WRITE, party=OTHER)


def test_require_refuses_what_the_role_does_not_hold(officer):
    with pytest.raises(NotAllowed):
        access.require(officer, Permission.COMMENDATION_DECIDE, party=PARTY)


@pytest.mark.parametrize("permission", Permission)
def test_nobody_may_do_nothing(permission):
    with pytest.raises(NotAllowed):
        access.require(NOBODY, permission, party=PARTY)


@pytest.mark.parametrize("permission", Permission)
def test_the_keeper_of_the_platform_holds_no_permission_of_a_party(permission):
    keeper = Actor(user_id=uuid.uuid4(), is_keeper=True)

    assert not keeper.may(permission)


def test_every_permission_is_granted_to_somebody():
    granted = frozenset().union(*GRANTS.values())

    assert set(Permission) == granted


@pytest.mark.parametrize("kind", [PartyKind.REGULATOR, PartyKind.ENTERPRISE])
@pytest.mark.parametrize("role", Role)
def test_every_role_of_regulators_and_enterprises_is_listed(kind, role):
    assert (kind, role) in GRANTS


def test_a_combination_that_nobody_listed_holds_nothing():
    assert Seat(PARTY, PartyKind.GUEST, Role.CLERK).permissions == frozenset()


@pytest.mark.parametrize(
    "permission",
    [
        Permission.PROGRAMME_WRITE, Permission.MEMORANDUM_WRITE, Permission.PLAN_WRITE, Permission.ACTIVITY_RUN,
        Permission.REPORT_GATHER, Permission.REPORT_FREEZE, Permission.COMMENDATION_PROPOSE,
        Permission.COMMENDATION_DECIDE, Permission.SIGN_ON_BEHALF, Permission.HISTORY_READ, Permission.PARTY_CREATE,
    ],
)  # fmt: skip
def test_what_the_department_does_no_enterprise_or_guest_does(permission):
    holders = {kind for (kind, _role), granted in GRANTS.items() if permission in granted}

    assert holders == {PartyKind.REGULATOR}


def test_the_auditor_changes_nothing():
    granted = GRANTS[PartyKind.REGULATOR, Role.AUDITOR]

    assert granted == {Permission.HISTORY_READ, Permission.OVERVIEW_READ}


@pytest.mark.parametrize(
    ("rule", "visitor", "member", "regulator", "keeper"),
    [
        (access.PUBLIC, True, True, True, True),
        (access.SIGNED_IN, False, True, True, True),
        (access.SEATED, False, True, True, False),
        (access.REGULATOR, False, False, True, False),
        (access.KEEPER, False, False, False, True),
        (access.holding(Permission.PLAN_WRITE, Permission.ACTIVITY_RUN), False, False, True, False),
    ],
)
def test_rules(rule, visitor, member, regulator, keeper, officer):
    people = (
        NOBODY, _sitting(PartyKind.ENTERPRISE, Role.MEMBER), officer, Actor(user_id=uuid.uuid4(), is_keeper=True)
    )  # fmt: skip

    assert [rule.allows(person) for person in people] == [visitor, member, regulator, keeper]


def test_require_keeper(officer):
    with pytest.raises(NotAllowed):
        access.require_keeper(officer)


def test_a_mark_is_read_back_and_a_library_mark_never_weakens_ours():
    @access.open_to(access.KEEPER)
    def view(request):
        return HttpResponse()

    access.mark_callback(view, access.PUBLIC)

    assert access.rule_of(view) is access.KEEPER
    assert access.rule_of(lambda request: None) is None


def test_today_is_the_installations_day(officer):
    late = Actor(at=dt.datetime.fromisoformat("2026-06-15T18:30:00+00:00"))

    assert f"{late.today}" == "2026-06-16"
