"""The demo's minutes: signed of the older briefings, out for amendments of the newest."""

from __future__ import annotations

import contextlib
import datetime as dt

from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.minutes import amending, from_room, steps, writing
from phoihop.clauses.briefings.actions.minutes.writing import Written
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import AgendaItem, Briefing, BriefingStatus, EntryKind, Minutes, Topic
from phoihop.people.models import Party

DAY = dt.timedelta(days=1)
SAID = {
    Topic.FIGURES: "Sở trình bày bảng số liệu tổng hợp đã kiểm tra; các đơn vị đối chiếu với số liệu của mình.",
    Topic.OBSTACLES: "Các đơn vị nêu vướng mắc; Sở trả lời từng nội dung thuộc thẩm quyền và ghi nhận phần còn lại.",
    Topic.PROPOSAL: "Các đơn vị thống nhất phương án đề xuất, giao đầu mối phối hợp thực hiện.",
    Topic.CARRIED: "Các đơn vị báo cáo tình hình từ kỳ trước; phần chưa xong tiếp tục theo dõi.",
}
TASKS = (
    ("Tổng hợp vướng mắc về thuê cột điện, làm việc với đơn vị quản lý cột và báo lại các doanh nghiệp", None, 30),
    ("Gửi sơ đồ tuyến cáp cần chỉnh trang trên địa bàn thành phố", 0, 20),
    ("Rà soát hồ sơ trạm chưa có giấy phép xây dựng, gửi Sở danh sách và kế hoạch hoàn thiện", 1, 45),
    ("Cử cán bộ phối hợp tuyên truyền về an toàn bức xạ trạm BTS tại các xã có phản ánh", 2, 60),
    ("Báo cáo phương án đi chung cống bể trên ba tuyến đường mới", 3, 40),
    ("Bố trí điểm tiếp nhận hồ sơ tại bưu cục trong dịp cao điểm", 4, 25),
)


def build(stage: Stage) -> None:
    """Minutes of every briefing that was held, the newest still being amended."""
    found = Briefing.objects.filter(activity__programme=stage.programme, status=BriefingStatus.ENDED)
    held = list(found.select_related("activity__programme__lead").order_by("activity__starts_at"))
    for number, briefing in enumerate(held):
        _write(stage, briefing, number, newest=number == len(held) - 1)


def _write(stage: Stage, briefing: Briefing, number: int, *, newest: bool) -> None:
    ended = briefing.activity.ends_at
    secretary = stage.officer(ended + dt.timedelta(hours=2))
    minutes = writing.start_minutes(actor=secretary, briefing=briefing)
    writing.set_heads(actor=secretary, minutes=minutes, chair="Trần Minh Đức", secretary="Lê Thu Hà")
    items = list(AgendaItem.objects.filter(briefing=briefing).on_the_agenda().order_by("position"))
    for item in items:
        words = SAID.get(Topic(item.topic))
        if words and not item.private_talk:
            writing.add_entry(actor=secretary, minutes=minutes, item=item, written=Written(words))
    with contextlib.suppress(Refused):  # nobody spoke and nothing was voted
        from_room.write_from_room(actor=secretary, minutes=minutes)
    for task in _tasks(stage, briefing, number):
        writing.add_entry(actor=secretary, minutes=minutes, item=items[-1] if items else None, written=task)
    minutes = steps.circulate(actor=secretary, minutes=minutes, amend_by=ended.date() + 5 * DAY)
    attendee = _attendee(stage, briefing)
    if attendee is not None:
        _amend(stage, minutes, attendee, ended + DAY, answered=not newest)
    if not newest and ended + 6 * DAY < stage.now:
        steps.finish(actor=stage.officer(ended + 6 * DAY), minutes=minutes)


def _tasks(stage: Stage, briefing: Briefing, number: int) -> list[Written]:
    found = []
    for text, who, days in TASKS[number % 2 :: 2] if number % 3 else TASKS[:4]:
        owner: Party = stage.regulator if who is None else stage.enterprises[who % len(stage.enterprises)]
        due = briefing.activity.ends_at.date() + days * DAY
        found.append(Written(text, EntryKind.TASK, owner, due))
    return found


def _attendee(stage: Stage, briefing: Briefing) -> Party | None:
    rows = briefing.activity.participations.filter(attended=True).exclude(party=stage.regulator)
    row = rows.select_related("party").order_by("party__short_name").first()
    return row.party if row else None


def _amend(stage: Stage, minutes: Minutes, party: Party, moment: dt.datetime, *, answered: bool) -> None:
    if moment >= stage.now:
        return
    entry = minutes.entries.order_by("position").first()
    asked = amending.propose_amendment(
        actor=stage.focal(party, moment), minutes=minutes, party=party, entry=entry,
        text="Đề nghị ghi rõ thời hạn trả lời từng vướng mắc.",
    )  # fmt: skip
    if answered:
        amending.answer_amendment(actor=stage.officer(moment + DAY), amendment=asked, taken=True)
