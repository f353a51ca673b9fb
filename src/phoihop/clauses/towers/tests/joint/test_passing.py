"""When one operator takes over from another its needs go on, with the receipts that prove what was filed."""

from __future__ import annotations

from phoihop.clauses.towers.joint.passing import take_over_joint
from phoihop.clauses.towers.models import JointNeed, ProposalPart
from phoihop.clauses.towers.queries.joint import needs as queries
from phoihop.programme.models import ProgrammeParty


def test_sealed_needs_go_on_with_the_successor(file, round_, vnpt, post, regulator):
    file(post, label="Trạm của Bưu điện")
    file(vnpt)

    take_over_joint(post.party, vnpt.party, regulator.today, regulator)

    shown = queries.own_needs(actor=vnpt, round_=round_)
    assert [(one.row.number, one.facts.label) for one in shown] == [(1, "Trạm mới"), (2, "Trạm của Bưu điện")]
    assert queries.own_needs(actor=post, round_=round_) == []
    (receipt,) = queries.receipts(actor=vnpt, need=shown[1].row)
    assert receipt.fits


def test_open_proposals_wait_for_the_successor(publish, file, vnpt, viettel, post, later, regulator, programme):
    file(vnpt)
    file(viettel, north_m=200)
    publish()
    assert ProgrammeParty.objects.filter(programme=programme, party=post.party).exists()

    take_over_joint(viettel.party, post.party, regulator.today, later(regulator))

    parties = set(ProposalPart.objects.values_list("party__short_name", flat=True))
    assert parties == {"VNPT", "Bưu điện"}
    assert set(JointNeed.objects.values_list("party__short_name", flat=True)) == {"VNPT", "Bưu điện"}
