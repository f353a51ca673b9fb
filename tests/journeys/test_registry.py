"""The tower registry in a browser: a sheet with an error, the corrected one, a tenant, the owner's word; a rival."""

from __future__ import annotations

import pytest
import time_machine

from phoihop.testing.cast import CastMember
from phoihop.testing.cast import stage as cast
from tests.journeys.acting import PASSWORD, Person
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHEET = """Mã vị trí;Tên;Vĩ độ;Kinh độ;Loại cột;Chiều cao
HD1;Nam Sách 1;20,9964;106,3369;A2b;42
HD2;Thanh Hà 1;20,9012;106,4369;{mast_class};30
"""


def _enter(stage: Stage, people: dict[str, CastMember], name: str) -> Person:
    user = people[name].user
    assert user is not None
    user.set_password(PASSWORD)
    user.save()
    person = stage.newcomer(name)
    person.sign_in(user.email)
    return person


def _send(person: Person, mast_class: str) -> None:
    person.go("/kinds/towers/imports/new/")
    person.fill_in(file=("so-cot.csv", "text/csv", SHEET.format(mast_class=mast_class).encode()))


def test_a_registry_is_brought_in(stage: Stage, clock: time_machine.Traveller) -> None:
    people = {name: one for name, one in cast().items() if isinstance(one, CastMember)}
    officer = _enter(stage, people, "regulator")
    officer.go("/kinds/towers/codes/")
    officer.press("Nạp danh mục và quy định mẫu")
    officer.sees("400")

    owner = _enter(stage, people, "vnpt")
    _send(owner, "A9")
    owner.sees("Dòng 3, cột “Loại cột”")
    owner.lacks("Ghi tất cả vào sổ")
    _send(owner, "A2a")
    owner.press("Ghi tất cả vào sổ")
    owner.follow("HD1")
    owner.follow("Thêm")
    owner.fill_in(operator="Viettel Hải Dương", antenna_height_m="36,5")
    owner.sees("36,5")
    owner.picture("registry-mast")
    owner.go("/kinds/towers/masts/")
    owner.sees("2 · dùng chung")
    owner.press("Xác nhận sổ đúng thực tế", agree=True)

    tenant = _enter(stage, people, "viettel")
    tenant.go("/kinds/towers/masts/")
    tenant.sees("Chưa có cột nào trong sổ")
    tenant.follow("Cột đi thuê")
    tenant.sees("HD1")
    tenant.lacks("HD2")
    officer.go("/kinds/towers/figures/")
    officer.sees("50 %")

    assert stage.complaints() == []
