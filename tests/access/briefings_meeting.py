"""A briefing in preparation: VNPT proposes in confidence and names people; nobody else reads of either."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.clauses.briefings.actions.meeting import delegates, topics
from phoihop.clauses.briefings.actions.meeting.opening import open_briefing
from phoihop.clauses.briefings.actions.meeting.proposing import propose_agenda
from phoihop.clauses.briefings.agenda.passes import token_of
from phoihop.clauses.briefings.models import Briefing, Pass
from phoihop.programme.models import Participation
from phoihop.testing.cast import NOON
from phoihop.testing.factories import ActivityFactory
from tests.access.markers import secret

if TYPE_CHECKING:
    from tests.access.world import World


def new_briefing(world: World, title: str, days: int) -> Briefing:
    """A briefing so many days from the day of the tests, with the enterprises."""
    start = NOON + dt.timedelta(days=days)
    activity = ActivityFactory(
        programme=world.programme, kind="briefings", title=title, starts_at=start,
        ends_at=start + dt.timedelta(hours=3),
    )  # fmt: skip
    for name in ("vnpt", "viettel", "post"):
        Participation.objects.create(activity=activity, party=world.people[name].party, invited_at=NOON)
    return open_briefing(actor=world.people["regulator"], activity=activity)


def meeting(world: World) -> None:
    """Its agenda, a topic of the department, proposals of VNPT, one left out; a person with a pass."""
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    briefing = new_briefing(world, "Giao ban tháng 6", 9)
    propose_agenda(actor=officer, briefing=briefing)
    by = {"actor": vnpt, "briefing": briefing, "party": vnpt.party}
    hidden = topics.propose_topic(**by, title=secret("de-xuat"), text=secret("noi-dung"), confidential=True)
    proof = SimpleUploadedFile(f"{secret('tep-de-xuat')}.txt", secret("trong-tep").encode())
    file = topics.add_file(actor=vnpt, item=hidden, party=vnpt.party, upload=proof)
    left = topics.propose_topic(**by, title=secret("bi-tu-choi"))
    topics.decline_topic(actor=officer, item=left, reason=secret("ly-do-tu-choi"))
    shared = topics.propose_topic(**by, title="Ngầm hóa cáp")
    person = delegates.name_delegate(
        **by, name=secret("nguoi-du-hop"), position=secret("chuc-vu"), email="bimat-hop@example.vn"
    )
    deputy = delegates.name_delegate(**by, name=secret("nguoi-cu"))
    delegates.send_deputy(actor=vnpt, briefing=briefing, attendee=deputy, name=secret("nguoi-thay"))
    first = briefing.items.order_by("position").first()
    assert first is not None
    world.args |= {
        "briefing": (briefing.pk,), "topic": (first.pk,), "topic_up": (first.pk, "up"), "hidden_topic": (hidden.pk,),
        "left_topic": (left.pk,), "shared_topic": (shared.pk,), "topic_file": (hidden.pk, file.pk),
        "stored_topic_file": (file.file_id,), "briefing_vnpt": (briefing.pk, vnpt.party.pk),
        "delegate": (briefing.pk, person.pk), "door": (token_of(Pass.objects.get(attendee=person)),),
    }  # fmt: skip
