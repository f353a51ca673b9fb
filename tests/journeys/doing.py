"""The plan, an activity, the report and a commendation."""

from __future__ import annotations

import io

from PIL import Image

from tests.journeys.conftest import Stage
from tests.journeys.founding import ENTERPRISES

BRIEFING = "Giao ban 6 tháng một lần – 6 tháng đầu năm"
MINUTES = "# Trao đổi\nCác đơn vị báo cáo.\n\n# Kết luận\nSở tổng hợp kiến nghị."


def plan(stage: Stage, programme: str) -> str:
    """Drafted from the clauses; one item is moved and given a target; proposed, and frozen as the last party agrees."""
    officer = stage["officer"]
    officer.go(f"{programme}plans/new/")
    officer.fill_in(year="2026")
    address = officer.page.url
    officer.sees(BRIEFING)
    officer.follow(f"Sửa {BRIEFING}")
    item = officer.page.url
    officer.fill_in(starts_on="2026-06-12", ends_on="2026-06-12")
    officer.sees("12/06/2026")
    officer.go(f"{item.removesuffix('edit/')}targets/new/")
    officer.fill_in(label="Kiến nghị được giải quyết", value="5", unit="kiến nghị")
    officer.go(f"{address}calendar/")
    officer.picture("08-calendar")
    officer.go(address)
    officer.fill_in(agree_by="2026-06-30")
    for key in ENTERPRISES:
        stage[key].go(address)
        stage[key].fill_in(agrees="yes")
    officer.go(address)
    officer.sees("Đã thống nhất")
    return address


def hold_activity(stage: Stage, plan_address: str) -> str:
    """Prepared, invited, answered, held, with attendance, minutes, an outcome and a picture; closed."""
    officer = stage["officer"]
    officer.go(plan_address)
    officer.follow(BRIEFING)
    address = officer.page.url
    officer.press("Bắt đầu chuẩn bị")
    officer.press("Mời tất cả qua thư và thông báo")
    for key in ("vnpt", "viettel"):
        stage[key].go(address)
        stage[key].fill_in(answer="accepted", expected="2")
    stage["vnpt"].fill_in(people="Đỗ Thị Lan; Phó phòng; lan@example.vn")
    officer.go(address)
    officer.press("Đã diễn ra")
    officer.go(f"{address}attendance/")
    for box in officer.page.locator("main fieldset").all():
        box.locator("input[value=yes]").check()
        box.locator("input[name^=present-]").fill("2")
    with officer.page.expect_navigation():
        officer.page.locator("main").get_by_role("button", name="Lưu điểm danh").click()
    officer.go(f"{address}minutes/")
    officer.fill_in(minutes=MINUTES, secretary="Lê Thu Hà")
    officer.fill_in(label="Kiến nghị được giải quyết", value="4", unit="kiến nghị")
    officer.fill_in(file=("anh.png", "image/png", _photograph()), caption="Toàn cảnh hội nghị", for_all=True)
    officer.sees("Toàn cảnh hội nghị")
    officer.press("Kết thúc", agree=True)
    officer.sees("Đã kết thúc")
    officer.picture("09-activity")
    return address


def _photograph() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 200), (90, 140, 190)).save(out, "PNG")
    return out.getvalue()


def report(stage: Stage, programme: str) -> str:
    """Gathered, circulated, confirmed by all, frozen."""
    officer, leader = stage["officer"], stage["leader"]
    officer.go(f"{programme}reports/")
    officer.fill_in(year="2026", period="year")
    address = officer.page.url
    officer.sees("Kiến nghị được giải quyết")
    officer.fill_in(confirm_by="2026-06-30")
    for key in ENTERPRISES:
        stage[key].go(address)
        stage[key].fill_in(confirms="yes")
    leader.go(address)
    leader.press("Chốt báo cáo", agree=True)
    leader.sees("Số liệu khớp mã kiểm tra khi chốt")
    leader.picture("10-report")
    return address


def commend(stage: Stage, report_address: str) -> None:
    """The officer proposes, the leader decides."""
    officer, leader = stage["officer"], stage["leader"]
    officer.go(report_address)
    officer.fill_in(party=ENTERPRISES["vnpt"][0], reason="Tham gia đầy đủ các hoạt động.")
    leader.go(report_address)
    leader.press("Quyết định khen")
    leader.sees("Đã quyết định")
    stage["vnpt"].go(report_address)
    stage["vnpt"].sees("Đã quyết định")
