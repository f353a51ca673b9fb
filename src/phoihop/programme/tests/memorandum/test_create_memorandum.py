import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.papers.models import RegisteredSigner
from phoihop.people.models import Party
from phoihop.programme.actions.memorandum import create_memorandum
from phoihop.programme.models import MemorandumStatus
from phoihop.testing.factories import PartyFactory, ProgrammePartyFactory

TERM = {"starts_on": dt.date(2026, 7, 1), "ends_on": dt.date(2027, 6, 30)}


def test_a_draft_has_the_skeleton_and_every_enterprise(regulator, programme, draft):
    assert draft.status == MemorandumStatus.DRAFT
    assert draft.clauses.count() == 6
    assert "năm 2026 - 2027" in draft.title
    assert list(draft.parties.values_list("party__code", flat=True)) == ["STTTT", "BD", "VNPT", "VTL"]


def test_signers_come_from_the_register(regulator, draft):
    seat = draft.parties.get(party__code="VNPT")

    assert (seat.signer_name, seat.signer_position) == ("Người ký VNPT", "Giám đốc")


def test_a_signer_whose_time_is_over_is_not_named(regulator, programme, vnpt):
    RegisteredSigner.objects.create(
        party=vnpt.party,
        name="Người cũ",
        position="Giám đốc",
        valid_from=dt.date(2020, 1, 1),
        valid_to=dt.date(2026, 6, 14),
    )

    draft = create_memorandum(actor=regulator, programme=programme, **TERM)

    assert draft.parties.get(party=vnpt.party).signer_name == ""


def test_who_left_and_who_is_a_guest_does_not_sign(regulator, programme, viettel):
    programme.participants.filter(party=viettel.party).update(left_on=dt.date(2026, 6, 1))
    ProgrammePartyFactory(programme=programme, party=PartyFactory(kind="guest", name="Báo Hải Dương", code="BHD"))

    draft = create_memorandum(actor=regulator, programme=programme, **TERM)

    assert set(Party.objects.filter(memoranda__memorandum=draft).values_list("code", flat=True)) == {
        "STTTT",
        "BD",
        "VNPT",
    }


def test_a_term_that_ends_before_it_begins_is_refused(regulator, programme):
    with pytest.raises(Refused) as refusal:
        create_memorandum(
            actor=regulator, programme=programme, starts_on=dt.date(2026, 7, 1), ends_on=dt.date(2026, 7, 1)
        )

    assert refusal.value.field == "ends_on"


def test_an_enterprise_may_not_write_one(vnpt, programme):
    with pytest.raises(NotAllowed):
        create_memorandum(actor=vnpt, programme=programme, **TERM)


def test_the_history_tells_of_it(regulator, draft):
    entry = AuditEntry.objects.get(event="programme.memorandum.created")

    assert entry.object_id == str(draft.pk)
    assert entry.party_id == regulator.party.pk
