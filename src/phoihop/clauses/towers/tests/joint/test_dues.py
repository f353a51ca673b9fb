"""What is owed: filing is told to the enterprise alone, so that the department learns nothing from it."""

from __future__ import annotations

from phoihop.clauses.towers.actions.joint import needs as actions
from phoihop.clauses.towers.joint.dues import joint_dues


def _keys(member):
    return {due.key.split(":")[0].rpartition(".")[2] for due in joint_dues(member)}


def test_an_enterprise_owes_its_needs_until_it_says_that_all_is_filed(round_, vnpt, viettel):
    assert _keys(vnpt) == {"file"}
    actions.say_all_filed(actor=vnpt, round_=round_, party=vnpt.party)

    assert (_keys(vnpt), _keys(viettel)) == (set(), {"file"})


def test_the_department_sees_no_due_of_filing_before_or_after(round_, vnpt, regulator):
    before = list(joint_dues(regulator))
    actions.say_all_filed(actor=vnpt, round_=round_, party=vnpt.party)

    assert before == list(joint_dues(regulator)) == []


def test_after_closing_the_department_owes_a_plan(round_, vnpt, regulator, later):
    assert _keys(later(regulator)) == {"plan"}
    assert _keys(later(vnpt)) == set()


def test_a_party_owes_an_answer_to_its_own_proposal(publish, file, accept, vnpt, viettel, post, later, regulator):
    file(vnpt)
    file(viettel, north_m=200)
    (proposal,) = publish()

    assert (_keys(later(vnpt)), _keys(later(viettel)), _keys(later(post))) == ({"answer"}, {"answer"}, set())
    accept(vnpt, proposal)
    assert (_keys(later(vnpt)), _keys(later(regulator))) == (set(), set())


def test_an_agreed_proposal_asks_the_department_for_a_paper(publish, file, accept, vnpt, viettel, later, regulator):
    file(vnpt)
    file(viettel, north_m=200)
    (proposal,) = publish()
    accept(vnpt, proposal)
    accept(viettel, proposal)

    assert _keys(later(regulator)) == {"agreement"}
