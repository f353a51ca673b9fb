"""record_signature: the clerk records that the paper was signed."""

import datetime as dt

import pytest

from phoihop.base import files
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import StoredFile
from phoihop.papers.actions.papers import submit_paper
from phoihop.papers.actions.register import record_signature
from phoihop.papers.models import PaperStatus
from phoihop.papers.tests.desk import picture, upload
from phoihop.testing.cast import DAY


@pytest.fixture
def final(regulator, draft):
    return submit_paper(actor=regulator, paper=draft)


def test_the_scan_is_kept_beside_the_drawn_pdf(clerk, final):
    drawn = final.pdf_id

    record_signature(actor=clerk, paper=final, signed_on=DAY, upload=upload(picture(), "scan.png"))

    final.refresh_from_db()
    assert (final.status, final.signed_on, final.signer_name) == (PaperStatus.SIGNED, DAY, "Trần Văn Bình")
    assert final.signed_file.media_type == "image/png"
    assert final.pdf_id == drawn


def test_readers_get_a_signed_paper(clerk, final, vnpt, viettel):
    record_signature(actor=clerk, paper=final, signed_on=DAY)

    assert files.visible_file(actor=vnpt, pk=final.pdf_id) == final.pdf
    with pytest.raises(Refused):
        files.visible_file(actor=viettel, pk=final.pdf_id)


def test_readers_do_not_get_an_unsigned_paper(final, vnpt):
    with pytest.raises(Refused):
        files.visible_file(actor=vnpt, pk=final.pdf_id)


@pytest.mark.parametrize(("data", "name"), [(b"just words", "a.pdf"), (b"", "a.pdf"), (b"MZ\x00\x01", "a.exe")])
def test_what_is_no_scan_is_refused_and_not_kept(clerk, final, data, name):
    before = StoredFile.objects.count()

    with pytest.raises(Refused) as refusal:
        record_signature(actor=clerk, paper=final, signed_on=DAY, upload=upload(data, name))

    assert refusal.value.field == "upload"
    assert StoredFile.objects.count() == before
    final.refresh_from_db()
    assert final.status == PaperStatus.FINAL


def test_no_signature_of_tomorrow(clerk, final):
    with pytest.raises(Refused):
        record_signature(actor=clerk, paper=final, signed_on=DAY + dt.timedelta(days=1))


def test_the_officer_records_no_signature(regulator, final):
    with pytest.raises(NotAllowed):
        record_signature(actor=regulator, paper=final, signed_on=DAY)


def test_what_is_out_in_a_round_is_signed_there(clerk, round_):
    with pytest.raises(Refused, match="đợt ký"):
        record_signature(actor=clerk, paper=round_.paper, signed_on=DAY)
