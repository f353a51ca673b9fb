"""What is saved, for the year report: each party's own; of all together only where nobody's could be reckoned."""

from __future__ import annotations

import pytest

from phoihop.clauses.towers.joint.kind import joint_documents, joint_figures
from phoihop.clauses.towers.joint.safe_totals import may_be_told
from phoihop.clauses.towers.models import JointProposal, JointRound, ProposalPart
from phoihop.programme.models import Activity
from phoihop.testing.factories import ActivityFactory


@pytest.fixture
def activity(round_, programme, plan):
    """The plan's own activity of the round."""
    made = ActivityFactory(programme=programme, kind="towers", item__plan=plan)
    JointRound.objects.update(activity=made)
    return made


def _figures(actor, activity):
    return {str(one.party_id or ""): one.value for one in joint_figures(actor, activity) if one.unit == "triệu đồng"}


def test_two_that_share_learn_their_own_saving_and_no_total(
    publish, file, accept, vnpt, viettel, regulator, later, activity
):
    file(vnpt)
    file(viettel, north_m=200)
    (proposal,) = publish()
    assert _figures(later(regulator), activity) == {}
    accept(vnpt, proposal)
    accept(viettel, proposal)

    found = _figures(later(regulator), activity)

    assert set(found) == {str(vnpt.party.pk), str(viettel.party.pk)}
    assert all(value > 0 for value in found.values())


def test_three_that_save_alike_are_told_the_total(
    publish, file, accept, vnpt, viettel, post, regulator, later, activity
):
    members = {vnpt.party.pk: vnpt, viettel.party.pk: viettel, post.party.pk: post}
    for member, north in ((vnpt, 0), (viettel, 150), (post, -150)):
        file(member, north_m=north)
    for proposal in publish():
        for part in proposal.parts.all():
            accept(members[part.party_id], proposal)
    ProposalPart.objects.update(alone_vnd=800_000_000, share_vnd=500_000_000)

    found = _figures(later(regulator), activity)

    assert found.pop("") == sum(found.values()) == 900


def test_the_activity_of_a_shared_mast_leads_to_its_proposal(publish, file, accept, vnpt, viettel, later, activity):
    file(vnpt)
    file(viettel, north_m=200)
    (proposal,) = publish()
    accept(vnpt, proposal)
    accept(viettel, proposal)

    own = Activity.objects.get(restricted=True)
    assert [one.title for one in joint_documents(later(vnpt), own)] == [str(JointProposal.objects.get())]
    assert [one.url for one in joint_documents(later(vnpt), activity)] != []


@pytest.mark.parametrize(
    ("parts", "told"),
    [([], False), ([5, 5], False), ([5, 5, 5], True), ([900, 900, 0], False), ([1000, 500, 99], False)],
)
def test_a_total_is_told_only_where_it_is_safe(parts, told):
    assert may_be_told(parts) is told
