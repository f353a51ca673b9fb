"""Votes: one ballot a party; a secret one says neither who nor when."""

import json

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.clauses.briefings.actions.room import voting
from phoihop.clauses.briefings.models import SecretBallot, Vote, Voted
from phoihop.clauses.briefings.queries.room.votes import votes
from phoihop.programme.models import Participation


@pytest.fixture
def ask(regulator, live):
    def opened(secret=False) -> Vote:
        return voting.open_vote(
            actor=regulator, briefing=live, question="Đồng ý?", options=["Có", "Không"], secret=secret
        )

    return opened


def cast(member, vote, place):
    option = list(vote.options.all())[place]
    voting.cast_ballot(actor=member, vote=vote, party=member.party, option=option)


def counts(actor, briefing):
    (found,) = votes(actor=actor, briefing=briefing)
    return [line.count for line in found.options]


def test_results_come_with_the_end(regulator, vnpt, viettel, post, live, ask):
    vote = ask()
    for member, place in ((vnpt, 0), (viettel, 1), (post, 0)):
        cast(member, vote, place)
    before = counts(regulator, live)

    voting.close_vote(actor=regulator, vote=vote)

    (found,) = votes(actor=viettel, briefing=live)
    assert before == [None, None]
    assert [(line.count, line.parties) for line in found.options] == [(2, ["Bưu điện", "VNPT"]), (1, ["Viettel"])]


def test_one_ballot_a_party_and_its_own(vnpt, viettel, ask):
    vote = ask()
    cast(vnpt, vote, 0)

    with pytest.raises(voting.AlreadyVoted, match="VNPT"):
        cast(vnpt, vote, 1)
    with pytest.raises(NotAllowed):
        voting.cast_ballot(actor=vnpt, vote=vote, party=viettel.party, option=vote.options.first())


def test_a_secret_ballot_knows_neither_who_nor_when(regulator, vnpt, viettel, post, live, ask):
    vote = ask(secret=True)
    for member, place in ((vnpt, 0), (viettel, 1), (post, 0)):
        cast(member, vote, place)
    voting.close_vote(actor=regulator, vote=vote)

    columns = {field.name for field in SecretBallot._meta.get_fields()}
    told = AuditEntry.objects.filter(event__startswith="briefings.vote").values("before", "after", "object_text")
    options = {str(one.pk) for one in vote.options.all()} | {"Có", "Không"}

    assert columns == {"id", "option"}
    assert counts(vnpt, live) == [2, 1]
    assert set(Voted.objects.filter(vote=vote).values_list("option", flat=True)) == {None}
    assert not any(word in json.dumps(list(told), ensure_ascii=False) for word in options)
    assert all(line.parties == [] for line in votes(actor=regulator, briefing=live)[0].options)


def test_with_each_ballot_all_are_written_anew(vnpt, viettel, ask):
    vote = ask(secret=True)
    cast(vnpt, vote, 0)
    first = set(SecretBallot.objects.values_list("pk", flat=True))

    cast(viettel, vote, 1)

    assert SecretBallot.objects.count() == 2
    assert not first & set(SecretBallot.objects.values_list("pk", flat=True))


def test_too_few_secret_ballots_are_destroyed_unread(regulator, vnpt, viettel, live, ask):
    vote = ask(secret=True)
    cast(vnpt, vote, 0)
    cast(viettel, vote, 1)

    closed = voting.close_vote(actor=regulator, vote=vote)

    assert closed.withheld
    assert not SecretBallot.objects.exists()
    assert counts(regulator, live) == [None, None]


def test_no_secret_vote_among_two(regulator, viettel, post, live, ask):
    Participation.objects.filter(party__in=[viettel.party, post.party]).delete()

    with pytest.raises(Refused, match="ít nhất 3"):
        ask(secret=True)


def test_one_vote_at_a_time_with_some_options(regulator, live, ask):
    ask()

    with pytest.raises(Refused, match="đang mở"):
        ask()
    with pytest.raises(Refused, match="từ 2 đến 8"):
        voting.open_vote(actor=regulator, briefing=live, question="?", options=["Có", "Có"])


def test_a_closed_vote_takes_no_ballots(regulator, vnpt, ask):
    vote = ask()
    voting.close_vote(actor=regulator, vote=vote)

    with pytest.raises(Refused, match="đã đóng"):
        cast(vnpt, vote, 0)
