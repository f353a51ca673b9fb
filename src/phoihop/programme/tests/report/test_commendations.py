"""Commendations: proposed from the figures, decided by the department's leader."""

import pytest

from phoihop.base.errors import NotAllowed, NotVisible, Refused, Stale
from phoihop.notices.models import Notice
from phoihop.papers.models import PaperType
from phoihop.programme.actions import report as actions
from phoihop.programme.gathering import candidates
from phoihop.programme.queries import report as queries
from phoihop.testing.factories import PartyFactory


@pytest.fixture
def proposed(regulator, frozen):
    return actions.propose_from_figures(actor=regulator, report=frozen)


def test_the_score_is_the_mean_of_coming_answering_and_reaching(frozen, vnpt, viettel):
    found = {one.party: one.score for one in candidates(frozen.content, least=0)}

    assert found[str(vnpt.party.pk)] == 100
    assert found[str(viettel.party.pk)] == 90  # 7 of 10 masts


def test_whoever_has_the_figures_is_proposed_best_first(proposed, vnpt, viettel):
    assert [str(one.party_id) for one in proposed] == [str(vnpt.party.pk), str(viettel.party.pk)]


def test_the_reason_names_no_figure(proposed):
    assert [one.reason for one in proposed] == ["Tham gia đầy đủ và hoàn thành chỉ tiêu phối hợp năm 2026."] * 2


def test_proposing_again_adds_nobody(regulator, frozen, proposed):
    assert actions.propose_from_figures(actor=regulator, report=frozen) == []


def test_a_person_may_be_proposed(regulator, frozen, vnpt):
    made = actions.propose_commendation(
        actor=regulator, report=frozen, party=vnpt.party, person="Đỗ Lan", reason="Giỏi"
    )

    assert str(made) == "Đỗ Lan"


def test_a_proposal_needs_a_reason_and_a_party_of_the_report(regulator, frozen, vnpt):
    with pytest.raises(Refused):
        actions.propose_commendation(actor=regulator, report=frozen, party=vnpt.party, reason=" ")
    with pytest.raises(NotVisible):
        actions.propose_commendation(actor=regulator, report=frozen, party=PartyFactory(), reason="Giỏi")


def test_deciding_draws_the_decision_and_tells_the_party(director, proposed, vnpt, viettel):
    decided = actions.decide_commendation(actor=director, commendation=proposed[0])

    assert decided.paper.type == PaperType.DECISION
    assert list(decided.paper.audience.all()) == [vnpt.party]
    assert Notice.objects.filter(user=vnpt.user, key=f"commendation:{decided.pk}").exists()
    assert not Notice.objects.filter(user=viettel.user, key__startswith="commendation").exists()


@pytest.mark.parametrize("deed", [actions.decide_commendation, actions.reject_commendation])
def test_only_the_leader_decides(regulator, vnpt, proposed, deed):
    for member in (regulator, vnpt):
        with pytest.raises(NotAllowed):
            deed(actor=member, commendation=proposed[0])


def test_what_is_decided_stays_decided(director, proposed):
    actions.reject_commendation(actor=director, commendation=proposed[0])

    with pytest.raises(Stale):
        actions.decide_commendation(actor=director, commendation=proposed[0])


def test_parties_see_what_was_decided_alone(director, vnpt, viettel, frozen, proposed):
    actions.decide_commendation(actor=director, commendation=proposed[0])
    actions.reject_commendation(actor=director, commendation=proposed[1])

    assert [one.pk for one in queries.shown_commendations(actor=viettel, report=frozen)] == [proposed[0].pk]
    assert queries.shown_commendations(actor=director, report=frozen).count() == 2


@pytest.mark.parametrize(("first", "second"), [("", "  "), ("Nguyễn Văn An", "nguyễn  văn an")])
def test_nobody_is_proposed_twice(regulator, vnpt, frozen, first, second):
    actions.propose_commendation(actor=regulator, report=frozen, party=vnpt.party, reason="Giỏi", person=first)

    with pytest.raises(Refused, match="đã được đề nghị"):
        actions.propose_commendation(actor=regulator, report=frozen, party=vnpt.party, reason="Giỏi", person=second)

    assert frozen.commendations.count() == 1
