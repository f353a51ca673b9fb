"""The fixed cast of the tests: one regulator, three enterprises that are rivals, one visitor."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from phoihop.base.access import Actor, PartyKind, Role, Seat
from phoihop.people.models import Party, User
from phoihop.programme.models import Programme
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
    return CastMember(
        user_id=user.pk, name=name, seats=(Seat(party.pk, PartyKind(party.kind), role, party.short_name),),
        request_id="test", at=NOON,
        user=user, party=party,
    )  # fmt: skip


def stage() -> dict[str, CastMember | Programme]:
    """The whole cast, all in one programme."""
    department = RegulatorFactory(
        name="Sở Thông tin và Truyền thông tỉnh Hải Dương", short_name="Sở TT&TT", code="STTTT"
    )
    enterprises = {
        "vnpt": PartyFactory(name="VNPT Hải Dương", short_name="VNPT", code="VNPT", registered_by=department),
        "viettel": PartyFactory(name="Viettel Hải Dương", short_name="Viettel", code="VTL", registered_by=department),
        "post": PartyFactory(
            name="Bưu điện tỉnh Hải Dương", short_name="Bưu điện", code="BD", registered_by=department
        ),
    }
    programme = ProgrammeFactory(lead=department, name="Chương trình phối hợp công tác tỉnh Hải Dương")
    for party in enterprises.values():
        ProgrammePartyFactory(programme=programme, party=party)
    members: dict[str, CastMember | Programme] = {
        name: seat(party, Role.FOCAL_POINT, f"Đầu mối {party.short_name}", f"{name}@example.vn")
        for name, party in enterprises.items()
    }
    return members | {
        "programme": programme,
        "regulator": seat(department, Role.OFFICER, "Chuyên viên Sở", "officer@example.vn"),
        "director": seat(department, Role.LEADER, "Giám đốc Sở", "director@example.vn"),
        "clerk": seat(department, Role.CLERK, "Văn thư Sở", "clerk@example.vn"),
        "auditor": seat(department, Role.AUDITOR, "Thanh tra Sở", "auditor@example.vn"),
        "visitor": CastMember(at=NOON, request_id="test"),
    }
