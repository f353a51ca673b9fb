"""The joint plan of a year: three operators file in confidence, two of them build together and sign."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

from PIL import Image

from phoihop.papers.models import RegisteredSigner
from phoihop.people.models import User
from phoihop.testing.cast import stage as cast_of
from phoihop.testing.factories import ActivityFactory, ClauseFactory, MemorandumFactory, PlanFactory, PlanItemFactory
from tests.journeys.acting import PASSWORD
from tests.journeys.conftest import Stage

OPERATORS = ("vnpt", "viettel", "post")
LABELS = {"vnpt": "Chợ Thanh Bình", "viettel": "Khu đô thị phía Tây", "post": "Bưu cục Gia Lộc"}
PLACES = {"vnpt": ("20,9400", "106,3300"), "viettel": ("20,9415", "106,3310"), "post": ("20,8600", "106,3000")}
HEIGHTS = {"vnpt": "27", "viettel": "33", "post": "30"}


def set_out(stage: Stage) -> None:
    """A programme with an agreed plan for the year, and signers; everybody signs in."""
    cast = cast_of()
    plan = PlanFactory(programme=cast["programme"], memorandum=MemorandumFactory(programme=cast["programme"]))
    clause = ClauseFactory(memorandum=plan.memorandum, heading="Dùng chung hạ tầng trạm BTS", kind="towers")
    item = PlanItemFactory(plan=plan, clause=clause, title="Quy hoạch chung hạ tầng năm 2026", kind="towers")
    ActivityFactory(programme=cast["programme"], item=item, kind="towers")
    for name in ("regulator", *OPERATORS):
        member = cast[name]
        user = User.objects.get(pk=member.user_id)
        user.set_password(PASSWORD)
        user.save()
        RegisteredSigner.objects.create(
            party=member.party, name=f"Người ký {member.party.short_name}", position="Giám đốc",
            valid_from=dt.date(2020, 1, 1), subject_attribute="CN", subject_value="x", issuer_name="x", serial="1",
        )  # fmt: skip
        person = stage.newcomer("officer" if name == "regulator" else name)
        person.sign_in(user.email)


def call_for_needs(stage: Stage) -> str:
    """The department opens a round; its address is returned."""
    officer = stage["officer"]
    officer.go("/kinds/towers/joint/new/")
    officer.fill_in(year="2026", closes_at="2026-06-20T17:00", activity="Quy hoạch chung hạ tầng năm 2026")
    officer.sees("Nhu cầu còn niêm phong")
    return officer.page.url


def file_in_confidence(stage: Stage, round_: str) -> None:
    """Each operator files a need; one corrects it, and keeps the receipt."""
    for name in OPERATORS:
        person = stage[name]
        person.go(f"{round_}needs/new/")
        latitude, longitude = PLACES[name]
        if name == "vnpt":
            person.picture("towers-01-need")
        person.fill_in(
            label=LABELS[name], latitude=latitude, longitude=longitude, radius_m="250", height_m=HEIGHTS[name],
            technology="5G",
        )  # fmt: skip
        person.sees("Ngoài khoảng cách tối thiểu")
    vnpt = stage["vnpt"]
    vnpt.follow("Sửa")
    vnpt.fill_in(radius_m="300")
    vnpt.sees("300 m")
    with vnpt.page.expect_download() as found:
        vnpt.page.get_by_role("link", name="Tải phiếu").last.click()
    receipt = Path(found.value.path()).read_bytes()
    vnpt.go("/kinds/towers/joint/receipts/check/")
    vnpt.fill_in(file=("phieu.json", "application/json", receipt))
    vnpt.sees("Đúng phiếu đã cấp")


def stays_sealed(stage: Stage, round_: str) -> None:
    """Before the closing date neither the department nor a rival learns that anybody filed."""
    officer = stage["officer"]
    officer.go(round_)
    officer.sees("Nhu cầu còn niêm phong")
    officer.picture("towers-02-sealed")
    for label in LABELS.values():
        officer.lacks(label)
    for name in OPERATORS:
        stage[name].go(round_)
        stage[name].sees(LABELS[name])
        for other in OPERATORS:
            if other != name:
                stage[name].lacks(LABELS[other])


def come_back(stage: Stage) -> None:
    """Days later everybody signs in again."""
    for name in ("officer", *OPERATORS):
        stage[name].sign_in(f"{name}@example.vn")


def plan(stage: Stage, round_: str) -> None:
    """After the closing date the department compares two scenarios and publishes one."""
    officer = stage["officer"]
    officer.go(round_)
    officer.sees("Nhu cầu đã mở")
    for name, most in (("Theo quy định", "4"), ("Mỗi bên một cột", "1")):
        officer.go(f"{round_}scenarios/new/")
        officer.fill_in(name=name, max_operators=most)
        officer.sees("Bộ kiểm tra độc lập đã xác nhận")
    officer.go(f"{round_}scenarios/")
    officer.sees("rẻ nhất có thể")
    officer.picture("towers-03-compare")
    officer.follow("1. Theo quy định")
    officer.page.wait_for_timeout(1500)
    officer.picture("towers-04-plan")
    officer.follow("Công bố phương án")
    officer.fill_in(answer_by="2026-07-10", starts_on="2026-09-01", ends_on="2026-12-15")
    officer.sees("0/2")


def agree(stage: Stage, round_: str) -> str:
    """Each of the two sees its own part; the name of the other once both agree. The address of the proposal."""
    vnpt, viettel, post = (stage[name] for name in OPERATORS)
    post.go(round_)
    post.sees("Tự xây dựng")
    post.lacks("Đề xuất dùng chung")
    address = ""
    for person, other in ((vnpt, "Viettel"), (viettel, "VNPT")):
        person.go(round_)
        person.page.locator("main a[href*='/joint/proposals/']").first.click()
        person.sees("Hiện khi mọi bên đồng ý")
        person.lacks(other)
        person.sees("làm tròn theo ô")
        address = person.page.url
        if person is vnpt:
            person.page.wait_for_timeout(1500)
            person.picture("towers-05-proposal")
        person.press("Đồng ý", agree=True)
    for person, other in ((vnpt, "Viettel Hải Dương"), (viettel, "VNPT Hải Dương")):
        person.go(address)
        person.sees(other)
    vnpt.follow("Hoạt động trong kế hoạch năm")
    vnpt.sees("01/09/2026")
    activity = vnpt.page.url
    post.complaints, before = [], list(post.complaints)
    for hidden in (address, activity):
        response = post.page.goto(hidden)
        assert response is not None
        assert response.status == 404
    post.complaints = before
    return address


def sign(stage: Stage, address: str) -> None:
    """The department draws the agreement; both sign on paper."""
    officer, vnpt = stage["officer"], stage["vnpt"]
    officer.go(address)
    officer.press("Lập thỏa thuận, mở đợt ký")
    officer.follow("Đến trang ký")
    round_ = officer.page.url
    for _signer in range(2):
        officer.go(round_)
        officer.fill_in(signed_on="2026-06-21", scan=("ky.png", "image/png", _scan()))
    vnpt.go(address)
    vnpt.sees("Đã ký thỏa thuận")
    vnpt.page.wait_for_timeout(1500)
    vnpt.picture("towers-06-signed")


def _scan() -> bytes:
    out = io.BytesIO()
    Image.new("L", (400, 560), 235).save(out, "PNG")
    return out.getvalue()
