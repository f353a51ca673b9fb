"""The demo's briefings: those that were held, with their agendas and who came."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field

from phoihop.base.access import Actor
from phoihop.clauses.briefings.agenda.following import choose_rounds_of_the_time
from phoihop.clauses.briefings.agenda.keeping import told_anew
from phoihop.clauses.briefings.agenda.passes import new_pass
from phoihop.clauses.briefings.demo.meeting_people import people_of
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import (
    AgendaItem,
    Audience,
    Briefing,
    BriefingStatus,
    Obstacle,
    Pass,
    Topic,
    TopicStatus,
)
from phoihop.programme.models import ActivityStatus, Attendee, Participation

SEED = 20100408
HELD = (ActivityStatus.HELD, ActivityStatus.CLOSED)
MOST_OBSTACLES = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """A topic of a past agenda: how long it was meant to take, and took."""

    title: str
    minutes: int
    spent: int
    topic: str = Topic.OTHER
    status: str = TopicStatus.DONE
    presenter: str = ""
    text: str = ""
    obstacles: bool = False
    private: bool = False
    proposed: int | None = field(default=None)  # which of the enterprises proposed it


OPENING = Plan("Khai mạc, giới thiệu thành phần dự họp", 5, 4, presenter="Lê Thu Hà")
FIGURES = Plan(
    "Tình hình sản xuất, kinh doanh: số liệu tổng hợp trong kỳ", 20, 23, Topic.FIGURES, presenter="Lê Thu Hà"
)
PRIVATE = Plan(
    "Trao đổi riêng giữa Sở và từng đơn vị", 15, 14, Topic.OBSTACLES, private=True,
    text="Dành cho nội dung mỗi đơn vị chỉ trao đổi với Sở; kỳ nào cũng có trong chương trình.",
)  # fmt: skip
CLOSING = Plan("Kết luận của chủ trì", 10, 9, presenter="Trần Minh Đức")
BODIES = (
    (
        Plan("Vướng mắc: thuê cột điện, cống bể", 30, 34, Topic.OBSTACLES, obstacles=True),
        Plan("Chỉnh trang cáp trên các tuyến phố trung tâm", 20, 18, Topic.PROPOSAL, proposed=0, presenter="VNPT"),
        Plan("Trạm BTS chưa có giấy phép xây dựng", 15, 0, Topic.OTHER, TopicStatus.CARRIED),
    ),
    (
        Plan("Trạm BTS chưa có giấy phép xây dựng", 15, 17, Topic.CARRIED),
        Plan("Vướng mắc: người dân phản đối lắp đặt trạm", 30, 27, Topic.OBSTACLES, obstacles=True),
        Plan("Tuyến xe bưu chính tránh giờ cấm tải", 15, 12, Topic.PROPOSAL, proposed=4, presenter="Bưu điện"),
    ),
    (
        Plan("Vướng mắc: giải phóng mặt bằng, hạ ngầm", 30, 36, Topic.OBSTACLES, obstacles=True),
        Plan("Chuẩn hóa thông tin thuê bao", 15, 13, Topic.PROPOSAL, proposed=1, presenter="Viettel"),
        Plan("Lịch ngầm hóa cáp ba tuyến đường mới", 15, 0, Topic.OTHER, TopicStatus.CARRIED),
    ),
)  # fmt: skip


def build(stage: Stage) -> None:
    """Play every briefing whose activity was held."""
    found = Briefing.objects.filter(activity__programme=stage.programme, activity__status__in=HELD)
    held = list(found.select_related("activity__programme__lead").order_by("activity__starts_at"))
    for number, briefing in enumerate(held):
        luck = random.Random(SEED + number)  # noqa: S311 - invented times
        _hold(stage, briefing, BODIES[number % len(BODIES)], luck)


def _hold(stage: Stage, briefing: Briefing, body: tuple[Plan, ...], luck: random.Random) -> None:
    """One briefing from its first to its last topic."""
    start = briefing.activity.starts_at + dt.timedelta(minutes=luck.randrange(2, 9))
    items, moment = [], start
    for place, plan in enumerate((OPENING, FIGURES, *body, PRIVATE, CLOSING)):
        ended = moment + dt.timedelta(minutes=plan.spent)
        begun = plan.spent > 0
        items.append(
            AgendaItem(
                briefing=briefing, topic=plan.topic, status=plan.status, title=plan.title, text=plan.text,
                minutes=plan.minutes, presenter=plan.presenter, private_talk=plan.private, position=place,
                proposed_by=stage.enterprises[plan.proposed % len(stage.enterprises)]
                if plan.proposed is not None else None,
                started_at=moment if begun else None, ended_at=ended if begun else None, spent_s=plan.spent * 60,
            )
        )  # fmt: skip
        moment = ended
    AgendaItem.objects.bulk_create(items)
    _obstacles(stage, briefing, items[[plan.obstacles for plan in (OPENING, FIGURES, *body)].index(True)])
    choose_rounds_of_the_time(briefing)
    told_anew(briefing)
    Briefing.objects.filter(pk=briefing.pk).update(
        status=BriefingStatus.ENDED, started_at=start, ended_at=moment, current=None
    )
    _attend(stage, briefing, luck)


def _obstacles(stage: Stage, briefing: Briefing, item: AgendaItem) -> None:
    """What was open to all at the time."""
    known = Obstacle.objects.filter(programme=stage.programme, audience=Audience.ALL)
    item.obstacles.set(
        known.filter(created_at__lt=briefing.activity.starts_at).order_by("-created_at")[:MOST_OBSTACLES]
    )


def _attend(stage: Stage, briefing: Briefing, luck: random.Random) -> None:
    """People of the parties that came; one of them late, one instead of another."""
    start = briefing.activity.starts_at
    door: Actor = stage.officer(start)
    people, passes = [], []
    rows = Participation.objects.filter(activity_id=briefing.activity_id, attended=True).select_related("party")
    for row in rows:
        for number, (name, position) in enumerate(people_of(row.party.code)[: max(1, row.present)]):
            person = Attendee(participation=row, name=name, position=position, present=True)
            minutes = luck.randrange(-25, 5) if number else -12
            way_in = new_pass(briefing, person, "Ngô Văn Lực" if number == 1 and row.party.code == "VTL" else "")
            way_in.checked_in_at = start + dt.timedelta(minutes=minutes)
            way_in.checked_in_by_id = door.user_id
            people.append(person)
            passes.append(way_in)
    Attendee.objects.bulk_create(people)
    Pass.objects.bulk_create(passes)
