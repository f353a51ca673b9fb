"""More rounds, needs, receipts, scenarios and proposals of the joint plan."""

from __future__ import annotations

import itertools
from uuid import uuid4

from phoihop.clauses.towers.actions.joint import needs
from phoihop.clauses.towers.joint.rulebook import PriceList, Rulebook
from phoihop.clauses.towers.joint.sealing import seal, unseal
from phoihop.clauses.towers.models import (
    JointNeed,
    JointProposal,
    JointRound,
    JointScenario,
    ProposalPart,
    ShareHint,
)
from phoihop.clauses.towers.queries.joint.needs import open_facts
from phoihop.testing.cast import NOON

_numbers = itertools.count(1000)


def joint(world, more: int) -> None:
    """So many more of each."""
    vnpt, post = world.people["vnpt"], world.people["post"]
    sealed, planned = (JointRound.objects.get(pk=world.args[name][0]) for name in ("joint_sealed", "joint_planned"))
    proposal = JointProposal.objects.get(pk=world.args["proposal"][0])
    scenario = JointScenario.objects.get(pk=world.args["scenario"][0])
    for number in itertools.islice(_numbers, more):
        JointRound.objects.create(
            programme=world.programme, year=number, closes_at=NOON, rules=Rulebook().as_dict(),
            costs=PriceList().as_dict(),
        )  # fmt: skip
        for round_, name in ((sealed, "joint_need"), (planned, "joint_opened_need")):
            _need(round_, JointNeed.objects.get(pk=world.args[name][0]), vnpt.party, number)
        filed = JointNeed.objects.get(pk=world.args["joint_need"][0])
        needs.change_need(actor=vnpt, need=filed, facts=open_facts(filed, sealed))
        _scenario(scenario, number)
        _proposal(proposal, number, (vnpt, post))
        hint = uuid4()
        content = seal(planned.salt, f"hint:{hint}", {"cell": str(number), "answer": "clear"})
        ShareHint.objects.create(pk=hint, round=planned, party=vnpt.party, cell_mac=number, sealed=content, at=NOON)


def _need(round_: JointRound, like: JointNeed, party, number: int) -> JointNeed:
    pk = uuid4()
    content = unseal(round_.salt, f"need:{like.pk}", like.sealed)
    return JointNeed.objects.create(
        pk=pk, round=round_, party=party, number=number, sealed=seal(round_.salt, f"need:{pk}", content),
        commitment="0" * 64, filed_at=NOON, changed_at=NOON,
    )  # fmt: skip


def _scenario(like: JointScenario, number: int) -> None:
    pk, salt = uuid4(), like.round.salt
    plan = unseal(salt, f"scenario:{like.pk}", like.sealed)
    JointScenario.objects.create(
        pk=pk, round=like.round, number=number, name="Phương án", status="done", rules=like.rules, costs=like.costs,
        summary=like.summary, sealed=seal(salt, f"scenario:{pk}", plan),
    )  # fmt: skip


def _proposal(like: JointProposal, number: int, members) -> None:
    pk, round_ = uuid4(), like.round
    site = unseal(round_.salt, f"proposal:{like.pk}", like.sealed)
    copy = JointProposal.objects.create(
        pk=pk, round=round_, scenario=like.scenario, code=f"X{number}", kind=like.kind, height_m=like.height_m,
        class_code=like.class_code, cost_vnd=like.cost_vnd, starts_on=like.starts_on, ends_on=like.ends_on,
        split_method=like.split_method, sealed=seal(round_.salt, f"proposal:{pk}", site),
    )  # fmt: skip
    for member in members:
        part = like.parts.get(party=member.party)
        ProposalPart.objects.create(proposal=copy, party=member.party, need=part.need)
