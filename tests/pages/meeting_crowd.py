"""More briefings, and more of everything that an agenda and a room gather."""

from __future__ import annotations

import datetime as dt
import itertools

from phoihop.clauses.briefings.agenda.passes import make_passes
from phoihop.clauses.briefings.models import AgendaFile, AgendaItem, Briefing, Decision, Obstacle, ObstacleTopic, Vote
from phoihop.programme.models import Participation
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import ActivityFactory, PartyFactory

_numbers = itertools.count(1)


def meetings(world, more: int) -> None:
    """So many more briefings, and of the two that are looked at more parties, people, topics and what is in them."""
    officer, vnpt = world.people["regulator"].party, world.people["vnpt"]
    prepared, live = (Briefing.objects.get(pk=world.args[name][0]) for name in ("briefing", "room"))
    stored = AgendaFile.objects.get(pk=world.args["topic_file"][1]).file
    for number in itertools.islice(_numbers, more):
        start = NOON - dt.timedelta(days=100 + number)
        Briefing.objects.create(activity=ActivityFactory(programme=world.programme, starts_at=start, ends_at=start))
        party = PartyFactory(registered_by=officer)
        group = ObstacleTopic.objects.create(regulator=officer, name=f"Nhóm giao ban {number}")
        facts = {"programme": world.programme, "party": vnpt.party, "text": "Mô tả", "audience": "all"}
        obstacle = Obstacle.objects.create(**facts, topic=group, title=f"Việc {number}")
        decision = Decision.objects.create(programme=world.programme, owner=vnpt.party, text="Việc", due_on=DAY)
        for briefing in (prepared, live):
            row = Participation.objects.create(activity_id=briefing.activity_id, party=party, invited_at=NOON)
            own = briefing.activity.participations.get(party=vnpt.party)
            make_passes(briefing, [row.attendees.create(name="A"), own.attendees.create(name=f"B {number}")])
            item = AgendaItem.objects.create(
                briefing=briefing, title="Nội dung", proposed_by=vnpt.party, position=number, decision=decision
            )
            item.obstacles.add(obstacle)
            item.decisions.add(decision)
        AgendaItem.objects.create(briefing=prepared, title="Đề xuất", status="proposed", proposed_by=vnpt.party)
        AgendaItem.objects.create(
            briefing=prepared, title="Bỏ", status="declined", reason="Lý do", proposed_by=vnpt.party
        )
        for name in ("topic", "hidden_topic"):
            AgendaFile.objects.create(item_id=world.args[name][0], party=vnpt.party, file=stored)
        _room(live, vnpt.party)


def _room(live: Briefing, party) -> None:
    assert live.current is not None
    for state in ("waiting", "done"):
        live.current.speakers.create(party=party, name="Người nói", state=state, by_chair=True)
    vote = Vote.objects.create(briefing=live, item=live.current, question="?", opened_at=NOON, closed_at=NOON)
    vote.voted.create(party=party, option=vote.options.create(text="Có"))
