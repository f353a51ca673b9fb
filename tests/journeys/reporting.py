"""The figures of a half-year: asked for, filled in by four enterprises, accepted, pooled."""

from __future__ import annotations

import datetime as dt

from phoihop.base.access import Role
from phoihop.clauses.briefings.tests.reports.conftest import make_form
from phoihop.people.models import User
from phoihop.programme.kinds import kind_of
from phoihop.programme.models import Participation
from phoihop.testing.cast import CastMember, seat
from phoihop.testing.cast import stage as cast_of
from phoihop.testing.factories import (
    ActivityFactory,
    ClauseFactory,
    MemorandumFactory,
    PartyFactory,
    PlanFactory,
    PlanItemFactory,
    ProgrammePartyFactory,
)
from tests.journeys.acting import PASSWORD, Person
from tests.journeys.conftest import Stage

ENTERPRISES = ("vnpt", "viettel", "mobifone", "post")
FIGURES = {
    "vnpt": ("520.000", "480.000", "40.000", "987.654,5"),
    "viettel": ("610.000", "560.000", "50.000", "4.100"),
    "mobifone": ("300.000", "280.000", "20.000", "3.900"),
    "post": ("250.000", "240.000", "10.000", "2.500"),
}
OWN_REPORT = ", ".join(
    f"main a[href^='/kinds/briefings/reports/{digit}']:not([href*='board'])" for digit in "0123456789abcdef"
).replace("/reports/c']", "/reports/c']:not([href*='comparison'])")
SECRET = "987.654"  # VNPT's revenue: so much larger than the others that no total may tell it


def set_out(stage: Stage) -> str:
    """A programme of four enterprises, a form, and a briefing in the plan; its address is returned."""
    cast = cast_of()
    programme, officer = cast["programme"], cast["regulator"]
    party = PartyFactory(name="MobiFone tỉnh Hải Dương", short_name="MobiFone", registered_by=officer.party)
    ProgrammePartyFactory(programme=programme, party=party)
    cast["mobifone"] = seat(party, Role.FOCAL_POINT, "Đầu mối MobiFone", "mobifone@example.vn")
    plan = PlanFactory(programme=programme, memorandum=MemorandumFactory(programme=programme))
    clause = ClauseFactory(memorandum=plan.memorandum, heading="Giao ban 6 tháng một lần", kind="briefings")
    item = PlanItemFactory(plan=plan, clause=clause, title="Giao ban 6 tháng đầu năm", kind="briefings")
    start = dt.datetime(2026, 6, 26, 8, tzinfo=officer.at.tzinfo)
    activity = ActivityFactory(
        programme=programme, item=item, kind="briefings", title="Giao ban 6 tháng đầu năm 2026", starts_at=start,
        ends_at=start + dt.timedelta(hours=3), chair="Trần Minh Đức", secretary="Lê Thu Hà", place="Hội trường Sở",
    )  # fmt: skip
    members = [officer, *(cast[name] for name in ENTERPRISES)]
    for member in members:
        Participation.objects.create(activity=activity, party=member.party)
    make_form(officer).form.parties.set([cast[name].party for name in ENTERPRISES])
    kind_of("briefings").open(officer, activity)
    for name, member in zip(("officer", *ENTERPRISES), members, strict=True):
        _enter(stage.newcomer(name), member)
    return f"/kinds/briefings/meeting/{activity.briefing.pk}/"


def _enter(person: Person, member: CastMember) -> None:
    user = User.objects.get(pk=member.user_id)
    user.set_password(PASSWORD)
    user.save()
    person.sign_in(user.email)


def ask(stage: Stage) -> str:
    """The department opens a round of reports; its address is returned."""
    officer = stage["officer"]
    officer.go("/kinds/briefings/reports/")
    officer.page.locator("main a[href*='/reports/rounds/']:not([href$='new'])").first.click()
    officer.sees("6 tháng đầu năm 2026")
    address = officer.page.url
    officer.follow("Sửa tên, thời hạn")
    officer.fill_in(opens_on="2026-06-15", due_on="2026-06-22", lock_on="2026-06-24")
    officer.press("Mở đợt", agree=True)
    return address


def report(stage: Stage, round_: str) -> None:
    """Each enterprise types its figures into the grid, which saves by itself, and hands them in; all are accepted."""
    for name in ENTERPRISES:
        person = stage[name]
        person.go(round_)
        person.page.locator(OWN_REPORT).first.click()
        person.follow("Nhập số liệu")
        person.page.locator("[data-grid-fold]").first.click()
        cells = person.page.locator("input[data-cell]")
        for place, text in enumerate(FIGURES[name]):
            with person.page.expect_response(lambda answer: answer.url.endswith("/cells")):
                cells.nth(place).fill(text)
                cells.nth(place).press("Enter")
        if name == "vnpt":
            person.picture("half-year-01-grid")
        person.follow("Kiểm tra và nộp")
        person.press("Nộp báo cáo")
        person.sees("Đã nộp")
    officer = stage["officer"]
    for place in range(len(ENTERPRISES)):
        officer.go(round_)
        officer.page.locator(OWN_REPORT).nth(place).click()
        officer.press("Tiếp nhận", agree=True)
    officer.go("/kinds/briefings/reports/board")
    officer.picture("half-year-02-board")


def pool(stage: Stage) -> None:
    """The department pools the figures; rivals read totals and nothing that tells of VNPT's revenue."""
    officer = stage["officer"]
    officer.go("/kinds/briefings/pooled/")
    officer.press("Lập bảng")
    officer.go("/kinds/briefings/pooled/")
    officer.follow("Bản 1")
    officer.sees("đối thủ suy ra được")
    officer.press("Công bố", agree=True)
    rival = stage["viettel"]
    rival.go("/kinds/briefings/pooled/")
    rival.page.locator("main a[href*='/kinds/briefings/pooled/']").first.click()
    rival.sees("1.680.000")
    rival.lacks(SECRET)
    rival.picture("half-year-03-pooled")
