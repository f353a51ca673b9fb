"""The demo's rooms: who spoke, what the parties voted."""

from __future__ import annotations

import datetime as dt
import random
import uuid

from phoihop.clauses.briefings.demo.meeting import SEED
from phoihop.clauses.briefings.demo.meeting_people import people_of
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import (
    AgendaItem,
    Briefing,
    BriefingStatus,
    SecretBallot,
    Speaker,
    SpeakerState,
    Vote,
    Voted,
    VoteOption,
)
from phoihop.people.models import Party
from phoihop.programme.models import Participation

PAST = (BriefingStatus.ENDED, BriefingStatus.CONCLUDED)
YES_NO = ("Đồng ý", "Không đồng ý", "Ý kiến khác")
QUESTIONS = (
    ("Thống nhất phân công tuyến chỉnh trang cáp theo phương án của Sở?", YES_NO),
    ("Giao ban kỳ sau họp vào tuần thứ mấy của tháng?", ("Tuần đầu", "Tuần thứ hai", "Tuần cuối")),
)
CONTENTMENT = "Mức hài lòng với việc trả lời vướng mắc của Sở trong kỳ?"
LEVELS = ("Hài lòng", "Bình thường", "Chưa hài lòng")


def build(stage: Stage) -> None:
    """Speakers of every topic, an open vote and a secret one in every past briefing."""
    found = Briefing.objects.filter(activity__programme=stage.programme, status__in=PAST)
    for number, briefing in enumerate(found.order_by("activity__starts_at")):
        luck = random.Random(SEED * 2 + number)  # noqa: S311 - invented speeches
        rows = Participation.objects.filter(activity_id=briefing.activity_id, attended=True).select_related("party")
        parties = [row.party for row in rows if row.party_id != stage.regulator.pk]
        items = [item for item in briefing.items.all() if item.spent_s >= 600 and not item.private_talk]
        if parties and items:
            _speak(items, parties, luck)
            _vote(briefing, items[-1], parties, QUESTIONS[number % len(QUESTIONS)], luck)
            _secret_vote(briefing, items[0], parties, luck)


def _speak(items: list[AgendaItem], parties: list[Party], luck: random.Random) -> None:
    turns = []
    for item in items:
        moment = item.started_at
        for place, party in enumerate(luck.sample(parties, min(3, len(parties)))):
            if moment is None:
                break
            ended = moment + dt.timedelta(seconds=luck.randrange(120, 260))
            turns.append(
                Speaker(
                    item=item, party=party, name=people_of(party.code)[-1][0], state=SpeakerState.DONE,
                    position=place, by_chair=True, started_at=moment, ended_at=ended,
                )
            )  # fmt: skip
            moment = ended
    Speaker.objects.bulk_create(turns)


def _ask(
    briefing: Briefing, item: AgendaItem, question: str, texts: tuple[str, ...], count: int, *, secret: bool
) -> tuple[Vote, list[VoteOption]]:
    ended = item.ended_at
    vote = Vote.objects.create(
        briefing=briefing, item=item, question=question, secret=secret, eligible=count,
        opened_at=ended - dt.timedelta(minutes=4) if ended else None, closed_at=ended,
    )  # fmt: skip
    options = [VoteOption(vote=vote, text=text, position=place) for place, text in enumerate(texts)]
    return vote, VoteOption.objects.bulk_create(options)


def _vote(
    briefing: Briefing, item: AgendaItem, parties: list[Party], asked: tuple[str, tuple[str, ...]], luck: random.Random
) -> None:
    vote, options = _ask(briefing, item, *asked, len(parties) + 1, secret=False)
    Voted.objects.bulk_create(
        Voted(vote=vote, party=party, option=luck.choices(options, [6, 2, 1])[0]) for party in parties
    )


def _secret_vote(briefing: Briefing, item: AgendaItem, parties: list[Party], luck: random.Random) -> None:
    if len(parties) < 3:
        return
    vote, options = _ask(briefing, item, CONTENTMENT, LEVELS, len(parties) + 1, secret=True)
    Voted.objects.bulk_create(Voted(vote=vote, party=party, option=None) for party in parties)
    chosen = luck.choices(options, [5, 3, 1], k=len(parties))
    SecretBallot.objects.bulk_create(SecretBallot(id=uuid.uuid4(), option=option) for option in chosen)
