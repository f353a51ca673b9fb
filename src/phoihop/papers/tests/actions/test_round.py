"""A signing round from end to end: two digital signatures and one on paper."""

import datetime as dt
import io

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from phoihop.base import files
from phoihop.base.errors import Refused, Stale
from phoihop.base.models import AuditEntry, StoredFile
from phoihop.papers import hooks
from phoihop.papers.actions.papers import submit_paper
from phoihop.papers.actions.rounds import SlotPlan, open_round
from phoihop.papers.actions.signing import sign_on_paper
from phoihop.papers.models import PaperStatus, RoundStatus, SigningMode, SlotStatus
from phoihop.papers.tests.desk import picture, upload
from phoihop.testing.cast import DAY


def _signatures(pdf):
    return [one.field_name for one in PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures]


def test_two_sign_digitally_and_one_on_paper(desk, director, clerk, vnpt, viettel, round_):
    desk.give_back(director, round_)
    desk.give_back(vnpt, round_)
    scan = upload(picture(), "scan.png")
    sign_on_paper(actor=clerk, round_=round_, party=viettel.party, signed_on=DAY - dt.timedelta(days=1), scan=scan)

    round_.refresh_from_db()
    assert [slot.status for slot in round_.slots.all()] == [SlotStatus.DIGITAL, SlotStatus.DIGITAL, SlotStatus.PAPER]
    assert (round_.status, round_.paper.status) == (RoundStatus.COMPLETE, PaperStatus.SIGNED)
    assert round_.paper.signed_file == round_.latest
    assert _signatures(files.read(round_.latest)) == ["party1", "party2"]
    assert files.read(round_.latest).startswith(files.read(round_.circulated))


def test_what_is_known_of_a_signature_is_kept(desk, director, round_):
    slot = desk.give_back(director, round_)

    slot.refresh_from_db()
    facts = slot.check_result["signatures"][0]
    assert facts["signer_name"] == "Trần Văn Bình"
    assert facts["certificate_sha256"] == desk.hands[director.party.pk].rule.certificate_sha256
    assert slot.check_result["file_sha256"] == slot.file.sha256
    assert slot.taken_sha256 == round_.circulated.sha256
    assert slot.recorded_by_id == director.user_id


def test_a_round_all_on_paper_keeps_the_last_scan(clerk, director, vnpt, viettel, round_):
    for member in (director, vnpt, viettel):
        slot = sign_on_paper(
            actor=clerk, round_=round_, party=member.party, signed_on=DAY, scan=upload(picture(), "scan.png")
        )  # fmt: skip

    round_.paper.refresh_from_db()
    assert round_.paper.signed_file == slot.file


def test_the_day_on_paper_is_a_day_here(clerk, director, round_):
    slot = sign_on_paper(
        actor=clerk, round_=round_, party=director.party, signed_on=DAY, scan=upload(picture(), "scan.png")
    )  # fmt: skip

    assert slot.signed_at.isoformat() == "2026-06-15T00:00:00+07:00"


@pytest.mark.parametrize("data", [b"", b"words"])
def test_a_scan_that_is_none_changes_nothing(clerk, director, round_, data):
    before = StoredFile.objects.count()

    with pytest.raises(Refused):
        sign_on_paper(actor=clerk, round_=round_, party=director.party, signed_on=DAY, scan=upload(data))

    assert StoredFile.objects.count() == before
    assert round_.slots.get(party=director.party).status == SlotStatus.WAITING


def test_whoever_has_signed_signs_no_second_time(desk, director, round_):
    desk.give_back(director, round_)

    with pytest.raises(Stale):
        desk.give_back(director, round_, b"%PDF-1.7")


def test_the_app_above_is_told(desk, director, clerk, vnpt, viettel, round_, monkeypatch):
    told = []
    hook = hooks.RoundHook(
        complete=lambda actor, round_: told.append("complete"),
        declined=lambda actor, round_, slot: told.append("declined"),
        progressed=lambda actor, round_, slot: told.append(slot.order),
    )
    monkeypatch.setitem(hooks._hooks, round_.paper.subject_label, hook)

    for member in (director, vnpt, viettel):
        desk.give_back(member, round_)

    assert told == [1, 2, "complete"]


def test_everything_is_in_the_history(desk, director, round_):
    desk.give_back(director, round_)

    events = AuditEntry.objects.filter(object_id=str(round_.pk)).order_by("seq").values_list("event", flat=True)
    assert list(events) == ["papers.round.opened", "papers.slot.taken", "papers.slot.signed"]


def test_a_paper_goes_out_once(regulator, vnpt, round_):
    with pytest.raises(Refused):
        open_round(
            actor=regulator, paper=round_.paper, mode=SigningMode.PARALLEL, slots=[SlotPlan(vnpt.party, "Lê Thị Cúc")]
        )  # fmt: skip


@pytest.mark.parametrize("times", [0, 2])
def test_a_round_needs_each_party_once(regulator, vnpt, draft, times):
    with pytest.raises(Refused):
        open_round(
            actor=regulator, paper=draft, mode=SigningMode.PARALLEL, slots=[SlotPlan(vnpt.party, "Lê Thị Cúc")] * times
        )  # fmt: skip

    draft.refresh_from_db()
    assert draft.status == PaperStatus.DRAFT


def test_a_submitted_paper_may_go_out(regulator, vnpt, draft):
    submit_paper(actor=regulator, paper=draft)

    opened = open_round(
        actor=regulator, paper=draft, mode=SigningMode.PARALLEL, slots=[SlotPlan(vnpt.party, "Lê Thị Cúc")]
    )  # fmt: skip

    assert opened.status == RoundStatus.OPEN
