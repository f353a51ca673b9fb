"""The fixed cast of the tests: one regulator, three enterprises that are rivals, one visitor."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from phoihop.base.access import Actor, PartyKind, Role, Seat
from phoihop.people.models import Membership, Party, User
from phoihop.programme.models import Programme, ProgrammeParty
from phoihop.testing.factories import (
    MembershipFactory,
    PartyFactory,
    ProgrammeFactory,
    ProgrammePartyFactory,
    RegulatorFactory,
    UserFactory,
)

DAY = dt.date(2026, 6, 15)
NOON = dt.datetime(2026, 6, 15, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
ENTERPRISES = (
    ("vnpt", "VNPT Hải Dương", "VNPT", "VNPT"),
    ("viettel", "Viettel Hải Dương", "Viettel", "VTL"),
    ("post", "Bưu điện tỉnh Hải Dương", "Bưu điện", "BD"),
)
OFFICERS = (
    ("regulator", "Chuyên viên Sở", "officer@example.vn", Role.OFFICER),
    ("director", "Giám đốc Sở", "director@example.vn", Role.LEADER),
    ("clerk", "Văn thư Sở", "clerk@example.vn", Role.CLERK),
    ("auditor", "Thanh tra Sở", "auditor@example.vn", Role.AUDITOR),
)


@dataclass(frozen=True, slots=True)
class CastMember(Actor):
    """An actor that remembers its user and party, for short tests."""

    user: User | None = None
    party: Party | None = None

    def on(self, day: dt.date) -> CastMember:
        """The same person on another day, at noon."""
        return replace(self, at=dt.datetime.combine(day, dt.time(12), tzinfo=NOON.tzinfo))


def seat(party: Party, role: Role, name: str, email: str, **values: object) -> CastMember:
    """A person with an account and one seat, at noon of 15/6/2026."""
    user = UserFactory(full_name=name, email=email, **values)
    MembershipFactory(user=user, party=party, role=role.value)
    return _member(user, party, role)


def _member(user: User, party: Party, role: Role) -> CastMember:
    return CastMember(
        user_id=user.pk, name=user.full_name, seats=(Seat(party.pk, PartyKind(party.kind), role, party.short_name),),
        request_id="test", at=NOON,
        user=user, party=party,
    )  # fmt: skip


def stage() -> dict[str, CastMember | Programme]:
    """The whole cast, all in one programme, in one statement for each table: nearly every test begins with it."""
    department = RegulatorFactory.build(
        name="Sở Thông tin và Truyền thông tỉnh Hải Dương", short_name="Sở TT&TT", code="STTTT"
    )
    enterprises = {
        name: PartyFactory.build(name=full, short_name=short, code=code, registered_by=department)
        for name, full, short, code in ENTERPRISES
    }
    programme = ProgrammeFactory.build(lead=department, name="Chương trình phối hợp công tác tỉnh Hải Dương")
    seats = {
        name: (
            UserFactory.build(full_name=f"Đầu mối {party.short_name}", email=f"{name}@example.vn"),
            party,
            Role.FOCAL_POINT,
        )
        for name, party in enterprises.items()
    } | {
        name: (UserFactory.build(full_name=full_name, email=email), department, role)
        for name, full_name, email, role in OFFICERS
    }
    Party.objects.bulk_create([department, *enterprises.values()])
    Programme.objects.bulk_create([programme])
    ProgrammeParty.objects.bulk_create(
        [ProgrammePartyFactory.build(programme=programme, party=party) for party in enterprises.values()]
    )
    User.objects.bulk_create([user for user, _, _ in seats.values()])
    Membership.objects.bulk_create(
        [MembershipFactory.build(user=user, party=party, role=role.value) for user, party, role in seats.values()]
    )
    members: dict[str, CastMember | Programme] = {name: _member(*of) for name, of in seats.items()}
    return members | {"programme": programme, "visitor": CastMember(at=NOON, request_id="test")}
