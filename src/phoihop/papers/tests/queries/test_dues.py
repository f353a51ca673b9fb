"""paper_dues: whose signature and whose number is missing."""

from phoihop.papers.dues import paper_dues
from phoihop.papers.models import SigningMode
from phoihop.papers.tests.desk import queries_of
from phoihop.testing.cast import DAY


def _keys(actor):
    return {due.key.split(":")[0] for due in paper_dues(actor)}


def _signers(actor):
    return [due.party_id for due in paper_dues(actor) if due.key.startswith("papers.sign")]


def test_in_an_ordered_round_only_the_one_whose_turn_it_is_owes(director, vnpt, viettel, round_):
    assert _signers(director) == [director.party.pk]
    assert _signers(vnpt) == []
    assert _signers(viettel) == []


def test_the_turn_passes_on_and_the_issuing_body_is_owed(desk, director, regulator, vnpt, viettel, round_):
    desk.give_back(director, round_)

    assert _signers(vnpt) == [vnpt.party.pk]
    assert _signers(viettel) == []
    (owed,) = paper_dues(regulator)
    assert (owed.party_id, owed.owed_to_id) == (vnpt.party.pk, regulator.party.pk)


def test_in_parallel_a_party_sees_its_own_debt_and_no_rivals(vnpt, viettel, director, circulate):
    circulate(SigningMode.PARALLEL)

    assert _signers(vnpt) == [vnpt.party.pk]
    assert len(_signers(director)) == 3


def test_a_signed_paper_waits_for_the_clerks_number(clerk, regulator, vnpt, sign, draw):
    paper = sign(draw())

    (due,) = paper_dues(clerk)
    assert (due.key, due.due_on.isoformat()) == (f"papers.number:{paper.pk}", "2026-06-17")
    assert _keys(regulator) == set()
    assert _keys(vnpt) == set()


def test_an_issued_paper_is_owed_no_more(clerk, issue):
    issue(DAY)

    assert _keys(clerk) == set()


def test_the_number_of_queries_does_not_grow_with_rounds(director, circulate):
    circulate()
    few = queries_of(lambda: list(paper_dues(director)))
    circulate()

    assert queries_of(lambda: list(paper_dues(director))) == few
