"""Who sees which paper, file and round, at every stage."""

import pytest

from phoihop.base import files
from phoihop.base.errors import NotVisible
from phoihop.papers.models import Paper, PaperStatus, SigningRound
from phoihop.papers.queries.papers import papers_of
from phoihop.papers.queries.rounds import own_slots, visible_round

SEEN_BY_READERS = {PaperStatus.SIGNED, PaperStatus.ISSUED, PaperStatus.REPLACED}


@pytest.mark.parametrize("status", list(PaperStatus))
def test_readers_see_a_paper_from_its_signature_on(draft, vnpt, viettel, visitor, regulator, status):
    number = {"number": 1, "year": 2026, "issued_on": regulator.today} if status in ("issued", "replaced") else {}
    Paper.objects.filter(pk=draft.pk).update(status=status, **number)

    def sees(actor):
        return Paper.objects.visible_to(actor).filter(pk=draft.pk).exists()

    assert sees(regulator)
    assert sees(vnpt) is (status in SEEN_BY_READERS)
    assert not sees(viettel)
    assert not sees(visitor)


def test_files_follow_their_paper(desk, director, vnpt, post, round_):
    slot = desk.give_back(director, round_)

    assert files.visible_file(actor=vnpt, pk=slot.file.pk) == slot.file
    with pytest.raises(NotVisible):
        files.visible_file(actor=post, pk=slot.file.pk)


def test_a_round_is_there_for_its_parties(vnpt, post, clerk, visitor, round_):
    assert visible_round(actor=vnpt, pk=round_.pk) == round_
    assert visible_round(actor=clerk, pk=round_.pk) == round_
    for actor in (post, visitor):
        with pytest.raises(NotVisible):
            visible_round(actor=actor, pk=round_.pk)
        assert not SigningRound.objects.visible_to(actor).exists()


def test_ones_own_places_are_those_one_may_sign(vnpt, clerk, director, round_):
    found = visible_round(actor=clerk, pk=round_.pk)

    assert own_slots(actor=clerk, round_=found) == []
    assert [slot.party_id for slot in own_slots(actor=director, round_=found)] == [director.party.pk]
    assert [slot.party_id for slot in own_slots(actor=vnpt, round_=found)] == [vnpt.party.pk]


def test_the_papers_of_a_row(programme, regulator, vnpt, draw, issue):
    draft, issued = draw(subject=programme), issue(subject=programme)
    row = {"subject_label": "programme.programme", "subject_id": programme.pk}

    assert list(papers_of(actor=regulator, **row)) == [draft, issued]
    assert list(papers_of(actor=vnpt, **row)) == [issued]
