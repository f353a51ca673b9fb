"""From nothing to a department, its people, three enterprises and theirs, and a programme."""

from __future__ import annotations

from tests.journeys.acting import PASSWORD, Person
from tests.journeys.conftest import KEEPER, Stage

DEPARTMENT = "Sở Thông tin và Truyền thông tỉnh Hải Dương"
PROGRAMME = "Chương trình phối hợp công tác tỉnh Hải Dương"
STAFF = {"officer": "Lê Thu Hà", "leader": "Trần Minh Đức", "clerk": "Phạm Thị Ngân"}
ENTERPRISES = {
    "vnpt": ("VNPT Hải Dương", "VNPT", "Nguyễn Hữu Thắng"),
    "viettel": ("Viettel Hải Dương", "Viettel", "Hoàng Văn Sơn"),
    "post": ("Bưu điện tỉnh Hải Dương", "Bưu điện", "Trịnh Xuân Hòa"),
}


def found_department(stage: Stage) -> None:
    """The keeper signs in, founds the department and invites its people, who accept."""
    keeper = stage.newcomer("keeper")
    keeper.sign_in(KEEPER)
    keeper.go("/accounts/departments/new/")
    keeper.picture("01-department")
    keeper.fill_in(name=DEPARTMENT, short_name="Sở TT&TT", code="STTTT", place="Hải Dương")
    keeper.go("/accounts/")
    keeper.follow("Người của đơn vị")
    people = keeper.page.url
    for role, name in STAFF.items():
        invite(stage, keeper, people, role, name, role, "Giám đốc" if role == "leader" else "Chuyên viên")


def invite(stage: Stage, host: Person, people: str, key: str, name: str, role: str, title: str) -> None:
    """Invite by the address that is shown; the newcomer opens it and makes an account."""
    host.go(people)
    host.follow("Mời người")
    host.fill_in(full_name=name, email=f"{key}@example.vn", role=role, title=title)
    address = host.page.locator("#address").input_value()
    newcomer = stage.newcomer(key)
    newcomer.go(address)
    newcomer.fill_in(full_name=name, password=PASSWORD, again=PASSWORD)
    newcomer.go("/profile/")
    newcomer.sees("Vai trò của tôi")


def create_enterprises(stage: Stage) -> None:
    """The officer registers each enterprise and invites its leader."""
    officer = stage["officer"]
    for key, (name, short, leader) in ENTERPRISES.items():
        officer.go("/parties/new/")
        officer.fill_in(kind="enterprise", name=name, short_name=short, code=key.upper(), place="Hải Dương")
        officer.go("/parties/")
        officer.follow(name)
        invite(stage, officer, f"{officer.page.url}people/", key, leader, "leader", "Giám đốc")
    officer.go("/parties/")
    officer.picture("02-parties")


def create_programme(stage: Stage) -> str:
    """The officer creates the programme and adds the enterprises; its address is returned."""
    officer = stage["officer"]
    officer.go("/programmes/new/")
    officer.fill_in(name=PROGRAMME, place="tỉnh Hải Dương", first_year="2026")
    officer.go("/programmes/")
    officer.follow(PROGRAMME)
    address = officer.page.url
    for name, _short, _leader in ENTERPRISES.values():
        officer.go(f"{address}participants/new/")
        officer.fill_in(party=name, joined_on="2026-01-01")
    officer.go(address)
    officer.picture("03-programme")
    for name, *_rest in ENTERPRISES.values():
        officer.sees(name)
    return address
