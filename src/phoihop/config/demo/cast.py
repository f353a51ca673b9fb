"""Who plays: parties as they exist in the province, people who do not exist anywhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from phoihop.base.access import Actor, PartyKind, Role
from phoihop.people.models import Division, Membership, Party, PartyContact, Service, User
from phoihop.people.seats import actor_for

PLACE = "Hải Dương"


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast."""

    name: str
    email: str
    role: Role
    title: str
    division: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One party of the cast."""

    code: str
    name: str
    short_name: str
    kind: PartyKind
    mandate: str
    needs: str
    services: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    profile: dict[str, Any] = field(default_factory=dict)


def _enterprise(code: str, name: str, short: str, services: tuple[str, ...], leader: str, focal: str, tax: str) -> Unit:
    key = code.lower()
    people = (
        Person(leader, f"giamdoc@{key}.example.vn", Role.LEADER, "Giám đốc"),
        Person(focal, f"daumoi@{key}.example.vn", Role.FOCAL_POINT, "Phó phòng Tổng hợp"),
    )
    return Unit(
        code,
        name,
        short,
        PartyKind.ENTERPRISE,
        f"{name} kinh doanh và phục vụ khách hàng trên địa bàn tỉnh Hải Dương.",
        "Được thông tin sớm về quy hoạch, công trình ngầm; được hỗ trợ khi người dân phản đối lắp đặt trạm.",
        services,
        ("Phòng Tổng hợp", "Phòng Kỹ thuật"),
        people,
        {"tax_code": tax},
    )


REGULATOR = Unit(
    "STTTT",
    "Sở Thông tin và Truyền thông tỉnh Hải Dương",
    "Sở TT&TT",
    PartyKind.REGULATOR,
    "Tham mưu, giúp Ủy ban nhân dân tỉnh quản lý nhà nước về báo chí, bưu chính, viễn thông, công nghệ thông tin.",
    "Nắm tình hình sản xuất, kinh doanh; cùng doanh nghiệp tháo gỡ vướng mắc.",
    divisions=("Văn phòng", "Phòng Bưu chính - Viễn thông", "Phòng Thông tin - Báo chí", "Thanh tra Sở"),
    people=(
        Person("Trần Minh Đức", "giamdoc@sotttt.example.vn", Role.LEADER, "Giám đốc"),
        Person(
            "Lê Thu Hà", "chuyenvien@sotttt.example.vn", Role.OFFICER, "Chuyên viên", "Phòng Bưu chính - Viễn thông"
        ),
        Person("Phạm Thị Ngân", "vanthu@sotttt.example.vn", Role.CLERK, "Văn thư", "Văn phòng"),
        Person("Vũ Quang Huy", "thanhtra@sotttt.example.vn", Role.AUDITOR, "Thanh tra viên", "Thanh tra Sở"),
    ),
    profile={"superior_name": "Ủy ban nhân dân tỉnh Hải Dương", "organ_id": "000.00.31.H23"},
)
ENTERPRISES = (
    _enterprise(
        "VNPT",
        "VNPT Hải Dương",
        "VNPT",
        ("Di động", "Internet cáp quang", "Truyền hình"),
        "Nguyễn Hữu Thắng",
        "Đỗ Thị Lan",
        "0800000001",
    ),
    _enterprise(
        "VTL",
        "Viettel Hải Dương",
        "Viettel",
        ("Di động", "Internet cáp quang"),
        "Hoàng Văn Sơn",
        "Bùi Quốc Anh",
        "0800000002",
    ),
    _enterprise(
        "MBF", "MobiFone tỉnh Hải Dương", "MobiFone", ("Di động",), "Phan Thanh Tùng", "Ngô Mai Phương", "0800000003"
    ),
    _enterprise(
        "FPT",
        "FPT Telecom Hải Dương",
        "FPT",
        ("Internet cáp quang", "Truyền hình"),
        "Đặng Việt Cường",
        "Lý Hải Yến",
        "0800000004",
    ),
    _enterprise(
        "BD",
        "Bưu điện tỉnh Hải Dương",
        "Bưu điện",
        ("Bưu phẩm, bưu kiện", "Chuyển tiền", "Dịch vụ công"),
        "Trịnh Xuân Hòa",
        "Mai Thị Thúy",
        "0800000005",
    ),
    _enterprise(
        "VTP",
        "Bưu chính Viettel Hải Dương",
        "Viettel Post",
        ("Chuyển phát nhanh",),
        "Cao Đình Nam",
        "Tạ Bích Ngọc",
        "0800000006",
    ),
)
GUEST = Unit(
    "BHD",
    "Báo Hải Dương",
    "Báo Hải Dương",
    PartyKind.GUEST,
    "Cơ quan báo chí của tỉnh.",
    "Đưa tin các hoạt động chung.",
    people=(Person("Lương Gia Bảo", "toasoan@bhd.example.vn", Role.FOCAL_POINT, "Phóng viên"),),
)


class Cast:
    """The parties and people in the database, and actors at any moment."""

    def __init__(self, at: dt.datetime) -> None:
        since = (at - dt.timedelta(days=3 * 365)).date()
        self.regulator = self._party(REGULATOR, None, since)
        self.enterprises = [self._party(unit, self.regulator, since) for unit in ENTERPRISES]
        self.guest = self._party(GUEST, self.regulator, since)

    def _party(self, unit: Unit, keeper: Party | None, since: dt.date) -> Party:
        party = Party.objects.create(
            kind=unit.kind.value,
            code=unit.code,
            name=unit.name,
            short_name=unit.short_name,
            mandate=unit.mandate,
            needs=unit.needs,
            place=PLACE,
            registered_by=keeper,
            address=f"Thành phố {PLACE}, tỉnh {PLACE}",
            phone="0220 0000 000",
            email=f"lienhe@{unit.code.lower()}.example.vn",
            **unit.profile,
        )
        for number, name in enumerate(unit.divisions):
            Division.objects.create(party=party, name=name, position=number)
        Service.objects.bulk_create(Service(party=party, name=name) for name in unit.services)
        PartyContact.objects.create(
            party=party,
            matter="Phối hợp công tác",
            name="Phòng Tổng hợp",
            phone=party.phone,
            email=party.email,
            for_all_parties=True,
        )
        for person in unit.people:
            user = User.objects.create_user(person.email, person.name, None, is_demo=True)
            division = party.divisions.filter(name=person.division).first()
            Membership.objects.create(
                user=user, party=party, role=person.role.value, title=person.title, started_on=since, division=division
            )
        return party

    @property
    def parties(self) -> list[Party]:
        """The regulator first, then the enterprises."""
        return [self.regulator, *self.enterprises]

    def actor(self, party: Party, role: Role, at: dt.datetime) -> Actor:
        """Who holds a role at a party, at a moment."""
        seat = Membership.objects.select_related("user").filter(party=party, role=role.value).earliest("created_at")
        return actor_for(seat.user, request_id="demo", at=at)

    def officer(self, at: dt.datetime) -> Actor:
        """The department's officer."""
        return self.actor(self.regulator, Role.OFFICER, at)

    def director(self, at: dt.datetime) -> Actor:
        """The department's director."""
        return self.actor(self.regulator, Role.LEADER, at)

    def clerk(self, at: dt.datetime) -> Actor:
        """The department's records clerk."""
        return self.actor(self.regulator, Role.CLERK, at)

    def focal(self, party: Party, at: dt.datetime) -> Actor:
        """An enterprise's focal point."""
        return self.actor(party, Role.FOCAL_POINT, at)
