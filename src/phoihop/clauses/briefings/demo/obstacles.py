"""The demo's obstacles: two years of ended ones written at once, the recent ones played step by step."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from random import Random
from typing import Any

from phoihop.clauses.briefings.demo import obstacle_play
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import (
    Audience,
    Obstacle,
    ObstacleEvent,
    ObstacleForward,
    ObstacleState,
    ObstacleText,
    ObstacleTopic,
    Urgency,
)
from phoihop.clauses.briefings.obstacles import links, rows
from phoihop.clauses.briefings.obstacles.topics import ensure_topics
from phoihop.people.models import AdminUnit, UnitLevel

DATA = Path(__file__).resolve().parent.parent / "data" / "demo_obstacles.toml"
DAY = dt.timedelta(days=1)
S = ObstacleState
OUTLINES = ("outline",)
Written = dict[str, Any]


def build(stage: Stage) -> None:
    """Nothing where no enterprise takes part; the mails of questions are not sent."""
    if not stage.enterprises:
        return
    ensure_topics(stage.regulator.pk)
    _write(stage)
    obstacle_play.play(stage)


def _write(stage: Stage) -> None:
    """The past, without notices and history: nobody looks at those of last year."""
    parties = {party.code: party for party in stage.enterprises}
    topics = {topic.name: topic for topic in ObstacleTopic.objects.filter(regulator=stage.regulator)}
    communes = AdminUnit.objects.filter(level=UnitLevel.COMMUNE).select_related("parent").defer(*OUTLINES)
    units = {(unit.name, unit.parent.name if unit.parent else ""): unit for unit in communes}
    officer, dice = stage.officer(stage.now), Random(4)  # noqa: S311 - the same demo every time
    made: list[Obstacle] = []
    events: list[ObstacleEvent] = []
    forwards: list[ObstacleForward] = []
    for written in tomllib.loads(DATA.read_text(encoding="utf-8"))["obstacle"]:
        if written["who"] not in parties:
            continue
        focal = stage.focal(parties[written["who"]], stage.now)
        row = _row(stage, written, units.get((written["commune"], written["district"])), dice)
        row.party, row.topic = parties[written["who"]], topics.get(written["topic"])
        row.raised_by_id, row.owner_id = focal.user_id, officer.user_id
        made.append(row)
        events += _events(row, written, officer.user_id)
        if written.get("body"):
            forwards.append(_forward(row, written))
    Obstacle.objects.bulk_create(made)
    ObstacleEvent.objects.bulk_create(events)
    ObstacleForward.objects.bulk_create(forwards)
    ObstacleText.objects.bulk_create(
        [ObstacleText(obstacle=row, words=rows.searchable(row), scope=rows.scope_of(row)) for row in made]
    )


def _row(stage: Stage, written: Written, unit: AdminUnit | None, dice: Random) -> Obstacle:
    raised_at = stage.now - written["ago"] * DAY
    answered, solved = written.get("answered_after"), written.get("solved_after")
    latitude, longitude = _inside(unit, dice)
    return Obstacle(
        programme=stage.programme, title=written["title"], text=written["text"], wish=written.get("wish", ""),
        urgency=written.get("urgency", Urgency.NORMAL), place=written.get("place", ""), unit=unit, latitude=latitude,
        longitude=longitude, audience=Audience.ALL if written.get("open") else Audience.DEPARTMENT,
        state=written["state"], answer=written.get("answer", ""), legal_basis=written.get("legal_basis", ""),
        raised_at=raised_at, changed_at=raised_at, due_on=(raised_at + 21 * DAY).date(),
        answered_at=raised_at + answered * DAY if answered else None,
        solved_at=raised_at + solved * DAY if solved else None,
    )  # fmt: skip


def _inside(unit: AdminUnit | None, dice: Random) -> tuple[float | None, float | None]:
    """Somewhere in the middle of a commune, for two of three."""
    if unit is None or unit.south is None or unit.north is None or unit.west is None or unit.east is None:
        return None, None
    if dice.random() > 0.7:
        return None, None
    up, across = dice.uniform(0.35, 0.65), dice.uniform(0.35, 0.65)
    return (
        round(unit.south + up * (unit.north - unit.south), 5), round(unit.west + across * (unit.east - unit.west), 5)
    )  # fmt: skip


def _events(row: Obstacle, written: Written, officer: Any) -> list[ObstacleEvent]:
    steps: list[tuple[str, str, dt.datetime | None, Any]] = [
        ("raised", S.RAISED, row.raised_at, row.raised_by_id),
        ("taken", S.WORKING, row.raised_at + DAY if row.state != S.WITHDRAWN else None, officer),
        ("forwarded", S.FORWARDED, row.raised_at + 2 * DAY if written.get("body") else None, officer),
        ("came_back", S.WORKING, row.answered_at - DAY if written.get("body") and row.answered_at else None, None),
        ("answered", S.ANSWERED, row.answered_at, officer),
        ("confirmed", S.SOLVED, row.solved_at, row.raised_by_id),
        ("withdrawn", S.WITHDRAWN, row.raised_at + 6 * DAY if row.state == S.WITHDRAWN else None, row.raised_by_id),
    ]
    notes = {"forwarded": written.get("body", ""), "came_back": written.get("body", "")}
    notes["withdrawn"] = "Hai bên đã tự thống nhất."
    return [
        ObstacleEvent(obstacle=row, code=code, state=state, at=at, by_id=by, note=notes.get(code, ""))
        for code, state, at, by in steps
        if at is not None
    ]


def _forward(row: Obstacle, written: Written) -> ObstacleForward:
    """A question that was answered the day before the department did."""
    answered_at = row.answered_at - DAY if row.answered_at else None
    sent_at = row.raised_at + 2 * DAY
    return ObstacleForward(
        obstacle=row, body=written["body"], email="vanthu@coquan.example.vn", question=written["text"],
        due_on=(sent_at + 10 * DAY).date() if answered_at else (row.raised_at + 60 * DAY).date(), sent_at=sent_at,
        token_hash=links.hash_secret(links.new_secret()), expires_at=sent_at + 90 * DAY, answered_at=answered_at,
        answer="Cơ quan đã xem xét, thống nhất hướng xử lý với Sở." if answered_at else "",
        answerer="Văn phòng cơ quan" if answered_at else "",
    )  # fmt: skip
