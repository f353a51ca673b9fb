import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused
from phoihop.notices.models import Notice
from phoihop.programme.actions.memorandum import comment, reply, take_proposal

BETTER = "Mỗi bên tự bảo đảm kinh phí; hội thao do Sở hỗ trợ địa điểm."


@pytest.fixture
def proposal(vnpt, revision):
    return comment(
        actor=vnpt,
        revision=revision,
        party=vnpt.party,
        anchor="costs",
        text="Rõ hơn",
        proposal=BETTER,
        open_to_all=True,
    )


def test_a_reply_settles_and_tells_the_party_alone(regulator, vnpt, viettel, proposal):
    reply(actor=regulator, comment=proposal, reply="Đã ghi nhận", settled=True)

    proposal.refresh_from_db()
    told = Notice.objects.filter(key__startswith=f"memorandum.reply:{proposal.pk}").values_list("user_id", flat=True)
    assert (proposal.reply, proposal.settled) == ("Đã ghi nhận", True)
    assert list(told) == [vnpt.user_id]


def test_a_rival_cannot_reply_even_to_what_it_reads(viettel, proposal):
    with pytest.raises(NotAllowed):
        reply(actor=viettel, comment=proposal, reply="Không đồng ý", settled=True)


def test_one_click_takes_the_wording_in(client_of, regulator, draft, proposal):
    page = client_of(regulator).post(reverse("programme:comment_take", args=[proposal.pk]))

    draft.refresh_from_db()
    proposal.refresh_from_db()
    assert page.status_code == 302
    assert draft.sections["costs"] == BETTER
    assert (proposal.settled, proposal.taken) == (True, True)


def test_the_circulated_revision_stays_as_it_was(regulator, revision, proposal):
    before = revision.content["sections"]["costs"]

    take_proposal(actor=regulator, comment=proposal)

    revision.refresh_from_db()
    assert revision.content["sections"]["costs"] == before


def test_a_clause_is_rewritten_too(regulator, vnpt, revision, draft):
    clause = draft.clauses.order_by("order")[1]
    row = comment(
        actor=vnpt, revision=revision, party=vnpt.party, anchor=str(clause.pk), text="", proposal="Giao ban hằng quý."
    )

    take_proposal(actor=regulator, comment=row)

    clause.refresh_from_db()
    assert clause.text == "Giao ban hằng quý."


def test_a_second_wording_of_the_same_place_does_not_swallow_the_first(regulator, viettel, revision, draft, proposal):
    other = comment(actor=viettel, revision=revision, party=viettel.party, anchor="costs", text="", proposal="Sở lo.")
    take_proposal(actor=regulator, comment=proposal)

    with pytest.raises(Refused):
        take_proposal(actor=regulator, comment=other)

    draft.refresh_from_db()
    assert draft.sections["costs"] == BETTER


def test_a_comment_without_a_wording_has_nothing_to_take(regulator, vnpt, revision):
    row = comment(actor=vnpt, revision=revision, party=vnpt.party, anchor="costs", text="Xem lại")

    with pytest.raises(Refused):
        take_proposal(actor=regulator, comment=row)


def test_the_page_of_a_reply_shows_the_difference(client_of, regulator, proposal):
    page = client_of(regulator).get(reverse("programme:comment_reply", args=[proposal.pk]))

    assert page.status_code == 200
    assert "<ins>" in page.content.decode()


def test_taking_is_not_for_parties(client_of, vnpt, draft, proposal):
    page = client_of(vnpt).post(reverse("programme:comment_take", args=[proposal.pk]))

    assert page.status_code == 403
    draft.refresh_from_db()
    assert draft.sections["costs"] != BETTER
