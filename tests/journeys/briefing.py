"""The briefing itself: an obstacle, the agenda, the room, the minutes, and the enterprise that says: solved."""

from __future__ import annotations

from tests.journeys.conftest import Stage
from tests.journeys.reporting import ENTERPRISES

OPEN = "Người dân phản đối lắp đặt trạm tại thôn Thanh Bình"
SECRET = "BIMAT di dời trạm trong khu quy hoạch"
TASK = "Sở làm việc với UBND xã, trả lời trước kỳ sau"


def raise_obstacles(stage: Stage) -> str:
    """VNPT raises one for all and one for the department alone; the first one's address is returned."""
    vnpt = stage["vnpt"]
    addresses = []
    for title, audience in ((OPEN, "all"), (SECRET, "department")):
        vnpt.go("/kinds/briefings/obstacles/new/")
        vnpt.fill_in(
            title=title, text="Đã vận động hai lần, chưa thi công được.", audience=audience, place="Thôn Thanh Bình",
            latitude="20,9400", longitude="106,3300",
        )  # fmt: skip
        vnpt.sees(title)
        addresses.append(vnpt.page.url)
    rival = stage["viettel"]
    rival.go("/kinds/briefings/obstacles/")
    rival.sees(OPEN)
    rival.lacks("BIMAT")
    officer = stage["officer"]
    officer.go("/kinds/briefings/obstacles/board/")
    officer.sees(SECRET)
    officer.picture("half-year-04-obstacles")
    return addresses[0]


def prepare(stage: Stage, briefing: str) -> None:
    """An agenda out of what is open; the director's brief; the parties are invited."""
    officer = stage["officer"]
    officer.go(briefing)
    officer.press("Lập từ việc đang mở")
    officer.picture("half-year-05-agenda")
    officer.go(f"{briefing}brief/")
    officer.picture("half-year-06-brief")
    rival = stage["viettel"]
    rival.go(briefing)
    rival.lacks("BIMAT")


def come_back(stage: Stage) -> None:
    """On the day everybody signs in again."""
    for name in ("officer", *ENTERPRISES):
        stage[name].sign_in(f"{name}@example.vn")


def meet(stage: Stage, briefing: str) -> None:
    """On the day: topic by topic, a turn to speak, a vote."""
    officer, viettel = stage["officer"], stage["viettel"]
    desk = briefing.replace("/meeting/", "/room/")
    officer.go(f"{desk}desk/")
    officer.press("Bắt đầu họp")
    viettel.go(desk)
    viettel.page.locator("main form[action*='/speak/'] button").first.click()
    officer.go(f"{desk}desk/")
    officer.sees("Đầu mối Viettel")
    officer.press("Mời")
    officer.picture("half-year-07-desk")
    officer.go(f"{desk}screen/")
    officer.picture("half-year-08-screen")
    officer.go(f"{desk}desk/")
    officer.press("Kết thúc phiên họp", agree=True)


def minute(stage: Stage, briefing: str) -> None:
    """Minutes with a task for the department, amended by an attendee, finished."""
    officer, viettel = stage["officer"], stage["viettel"]
    minutes = briefing.replace("/meeting/", "/minutes/")
    officer.go(minutes)
    officer.press("Bắt đầu ghi biên bản")
    officer.press("Ghi từ phòng họp")
    officer.page.locator("main section a[href*='/paragraphs/new/']").first.click()
    officer.fill_in(text=TASK, kind="task", owner="Sở Thông tin và Truyền thông tỉnh Hải Dương", due_on="2026-07-15")
    officer.go(f"{minutes}circulate/")
    officer.fill_in(amend_by="2026-07-01")
    viettel.go(f"{minutes}amendments/new/")
    viettel.fill_in(text="Ghi rõ xã Thanh Bình.")
    officer.go(minutes)
    officer.follow("Trả lời")
    officer.fill_in(taken="1")
    officer.picture("half-year-09-minutes")
    officer.press("Hoàn chỉnh", agree=True)
    officer.go("/kinds/briefings/decisions/")
    officer.sees(TASK)
    officer.picture("half-year-10-tasks")


def solve(stage: Stage, obstacle: str) -> None:
    """The department answers, the enterprise confirms."""
    officer, vnpt = stage["officer"], stage["vnpt"]
    officer.go(obstacle)
    officer.press("Bắt đầu xử lý")
    officer.go(f"{obstacle}answer/")
    officer.fill_in(answer="Xã đã họp dân, đồng ý lắp đặt.", legal_basis="Luật Viễn thông 2023")
    vnpt.go(obstacle)
    vnpt.press("Đã tháo gỡ")
    vnpt.sees("Đã tháo gỡ")
    vnpt.picture("half-year-11-solved")
