"""A briefing that is going on: who speaks all may read; confidential obstacles of its topic they may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phoihop.clauses.briefings.actions.meeting.agenda import add_item
from phoihop.clauses.briefings.actions.room import running, speaking, voting
from phoihop.clauses.briefings.models import Obstacle
from tests.access.briefings_meeting import new_briefing
from tests.access.markers import secret

if TYPE_CHECKING:
    from tests.access.world import World


def room(world: World) -> None:
    """Two topics, VNPT waiting to speak, an open vote in secret in which VNPT has cast its ballot."""
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    briefing = new_briefing(world, "Giao ban đang họp", 0)
    for title in ("Vướng mắc", "Kết luận"):
        add_item(actor=officer, briefing=briefing, title=title, minutes=10)
    items = list(briefing.items.all())
    hidden = Obstacle.objects.create(
        programme=world.programme, party=vnpt.party, title=secret("vuong-mac-trong-phong"), text=secret("mo-ta"),
        audience="department",
    )  # fmt: skip
    items[0].obstacles.add(hidden)
    running.start_room(actor=officer, briefing=briefing)
    speaker = speaking.ask_to_speak(actor=vnpt, briefing=briefing, party=vnpt.party)
    vote = voting.open_vote(actor=officer, briefing=briefing, question="Đồng ý?", options=["Có", "Không"], secret=True)
    option = vote.options.first()
    assert option is not None
    voting.cast_ballot(actor=vnpt, vote=vote, party=vnpt.party, option=option)
    world.args |= {
        "room": (briefing.pk,), "room_step": (briefing.pk, "pause"), "room_topic": (briefing.pk, items[1].pk),
        "room_vnpt": (briefing.pk, vnpt.party.pk), "speaker": (briefing.pk, speaker.pk), "vote": (vote.pk,),
        "vote_vnpt": (vote.pk, vnpt.party.pk),
    }  # fmt: skip
