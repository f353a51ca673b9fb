"""Memoranda being discussed and being signed, and a plan that waits for the parties' agreement."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from phoihop.programme.actions import memorandum as actions
from phoihop.programme.actions.memorandum_signing import open_signing
from phoihop.programme.actions.plan.agreement import answer_plan
from phoihop.programme.models import PlanAmendment, PlanStatus
from phoihop.testing.factories import PlanFactory, PlanItemFactory
from tests.access.markers import secret

if TYPE_CHECKING:
    from tests.access.world import World

ANSWER_BY = dt.date(2026, 7, 30)


def memoranda(world: World) -> None:
    """One out for comments, with VNPT's secret comment and answer; one out for signature; one draft."""
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    draft = _new(world, 2030)
    circulated = _new(world, 2027)
    revision = actions.circulate(actor=officer, memorandum=circulated, answer_by=ANSWER_BY)
    clause = circulated.clauses.first()
    comment = actions.comment(
        actor=vnpt, revision=revision, party=vnpt.party, anchor=str(clause.pk), text=secret("gop-y"),
        proposal=secret("viet-lai"),
    )  # fmt: skip
    actions.answer_revision(actor=vnpt, revision=revision, party=vnpt.party, accepts=False, note=secret("chua-dong-y"))
    signing = _new(world, 2028)
    first = actions.circulate(actor=officer, memorandum=signing, answer_by=ANSWER_BY)
    for name in ("vnpt", "viettel", "post"):
        member = world.people[name]
        actions.answer_revision(actor=member, revision=first, party=member.party, accepts=True)
    signing.parties.filter(signer_name="").update(signer_name="Người ký")
    round_ = open_signing(actor=officer, memorandum=signing)
    named = {
        "draft": draft, "circulated": circulated, "revision": revision, "comment": comment, "signing": signing,
        "draft_clause": draft.clauses.first(), "draft_seat": draft.parties.last(), "round": round_,
        "round_paper": round_.paper,
    }  # fmt: skip
    world.args |= {name: (row.pk,) for name, row in named.items()}
    world.args |= {
        "draft_section": (draft.pk, "purpose"), "clause_move": (draft.clauses.first().pk, "down"),
        "seat_move": (draft.parties.first().pk, "down"), "revision_anchor": (revision.pk, str(clause.pk)),
        "round_vnpt": (round_.pk, vnpt.party.pk),
    }  # fmt: skip


def _new(world: World, year: int):
    return actions.create_memorandum(
        actor=world.people["regulator"], programme=world.programme, starts_on=dt.date(year, 1, 1),
        ends_on=dt.date(year, 12, 31),
    )  # fmt: skip


def plans(world: World) -> None:
    """A plan that VNPT does not agree to, for a reason that only the department reads; a plan still being drafted."""
    vnpt = world.people["vnpt"]
    plan = PlanFactory(programme=world.programme, year=2027, status=PlanStatus.PROPOSED)
    plan.agree_by = ANSWER_BY
    plan.save()
    PlanItemFactory(plan=plan)
    answer_plan(actor=vnpt, plan=plan, party=vnpt.party, agrees=False, note=secret("y-kien-ke-hoach"))
    sketch = PlanFactory(programme=world.programme, year=2028, status=PlanStatus.DRAFT)
    item = PlanItemFactory(plan=sketch)
    assert PlanAmendment.objects.count() == 0
    world.args |= {"proposed": (plan.pk,), "sketch": (sketch.pk,), "sketch_item": (item.pk,)}
