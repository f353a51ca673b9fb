"""What the joint plan registers at start-up, and what it adds to the kind; ``kind`` calls it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module

from django.urls import reverse
from django.utils.translation import gettext

from phoihop.base.access import Actor
from phoihop.base.events import label_events
from phoihop.clauses.towers.joint import hooks
from phoihop.clauses.towers.joint.events import EVENTS
from phoihop.clauses.towers.joint.passing import take_over_joint
from phoihop.clauses.towers.queries.joint.figures import savings
from phoihop.clauses.towers.queries.joint.rounds import rounds
from phoihop.papers.hooks import register_round_hook
from phoihop.people.succeeding import register_succession
from phoihop.programme.kinds import Document, Figure
from phoihop.programme.models import Activity

MILLION = 1_000_000


def joint_figures(actor: Actor, activity: Activity) -> Iterator[Figure]:
    """What agreed proposals save against building alone: each party's own, and of all together where that is safe."""
    found = savings(actor=actor, activity=activity)
    label, unit = gettext("Tiết kiệm nhờ quy hoạch chung so với tự xây dựng"), gettext("triệu đồng")
    for party, vnd in sorted(found.by_party.items(), key=lambda one: str(one[0])):
        yield Figure(label, unit, Decimal(round(vnd / MILLION)), party)
    if found.together_vnd is not None and found.masts is not None:
        yield Figure(label, unit, Decimal(round(found.together_vnd / MILLION)))
        yield Figure(gettext("Cột dùng chung theo quy hoạch chung"), gettext("cột"), Decimal(found.masts))


def joint_documents(actor: Actor, activity: Activity) -> Iterator[Document]:
    """The round of an activity, and the proposal from which an activity came."""
    for round_ in rounds(actor=actor).filter(activity=activity):
        yield Document(str(round_), reverse("towers:joint_round", args=[round_.pk]), "map-2")
    proposal = getattr(activity, "joint_proposal", None)
    if proposal is not None:
        yield Document(str(proposal), reverse("towers:proposal", args=[proposal.pk]), "building-broadcast-tower")


def register_joint() -> None:
    """Events, long work, signing, succession; what is due goes through the kind."""
    label_events(EVENTS)
    register_round_hook(hooks.SUBJECT, hooks.HOOK)
    register_succession("towers_joint", take_over_joint)
    import_module("phoihop.clauses.towers.jobs")  # registers the handlers of long work
