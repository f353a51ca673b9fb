"""Figures and evidence, and who sees them."""

import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from phoihop.base import files
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.programme.actions.activity import (
    add_evidence,
    close_activity,
    hold_activity,
    record_outcome,
    remove_evidence,
    remove_outcome,
)
from phoihop.programme.queries.activity import shown_evidence, shown_outcomes


def picture(gps: bool = False) -> SimpleUploadedFile:
    out = io.BytesIO()
    exif = Image.Exif()
    if gps:
        exif.get_ifd(0x8825)[1] = "N"
        exif[0x010E] = "nhà riêng"
    Image.new("RGB", (40, 30), "red").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("anh.jpg", out.getvalue(), "image/jpeg")


def test_a_rival_does_not_see_a_partys_figure(regulator, vnpt, viettel, activity):
    record_outcome(actor=vnpt, activity=activity, label="Lượt người", unit="lượt", value=Decimal(7), party=vnpt.party)
    record_outcome(actor=regulator, activity=activity, label="Văn bản", unit="văn bản", value=Decimal(2))

    assert [o.label for o in shown_outcomes(actor=viettel, activity=activity)] == ["Văn bản"]
    assert [o.label for o in shown_outcomes(actor=vnpt, activity=activity)] == ["Lượt người", "Văn bản"]
    assert shown_outcomes(actor=regulator, activity=activity).count() == 2


def test_a_party_records_only_its_own(vnpt, viettel, activity):
    with pytest.raises(NotAllowed):
        record_outcome(actor=vnpt, activity=activity, label="x", unit="y", value=Decimal(1), party=viettel.party)
    with pytest.raises(NotAllowed):
        record_outcome(actor=vnpt, activity=activity, label="x", unit="y", value=Decimal(1))


def test_the_same_figure_again_corrects_it(regulator, activity):
    for value in (3, 5):
        record_outcome(actor=regulator, activity=activity, label="Văn bản", unit="văn bản", value=Decimal(value))

    assert [o.value for o in activity.outcomes.all()] == [Decimal(5)]


def test_a_negative_figure_is_refused(regulator, activity):
    with pytest.raises(Refused):
        record_outcome(actor=regulator, activity=activity, label="x", unit="y", value=Decimal(-1))


def test_a_closed_activity_takes_no_more(regulator, activity):
    record_outcome(actor=regulator, activity=activity, label="x", unit="y", value=Decimal(1))
    hold_activity(actor=regulator, activity=activity)
    close_activity(actor=regulator, activity=activity)

    with pytest.raises(Refused):
        record_outcome(actor=regulator, activity=activity, label="x", unit="y", value=Decimal(2))


def test_a_rivals_figure_does_not_exist_for_removal(vnpt, viettel, activity):
    row = record_outcome(actor=vnpt, activity=activity, label="x", unit="y", value=Decimal(1), party=vnpt.party)

    with pytest.raises(NotVisible):
        remove_outcome(actor=viettel, activity=activity, pk=row.pk)


def test_evidence_is_for_the_party_and_the_lead_unless_opened(regulator, vnpt, viettel, activity):
    own = add_evidence(actor=vnpt, activity=activity, party=vnpt.party, upload=picture(), caption="Riêng")
    shared = add_evidence(
        actor=vnpt, activity=activity, party=vnpt.party, upload=picture(), caption="Chung", for_all=True
    )

    assert list(shown_evidence(actor=viettel, activity=activity)) == [shared]
    assert files.visible_file(actor=regulator, pk=own.file_id)
    with pytest.raises(NotVisible):
        files.visible_file(actor=viettel, pk=own.file_id)
    assert files.visible_file(actor=viettel, pk=shared.file_id)


def test_a_picture_loses_the_place_where_it_was_taken(vnpt, activity):
    row = add_evidence(actor=vnpt, activity=activity, party=vnpt.party, upload=picture(gps=True), caption="Ảnh")

    kept = Image.open(io.BytesIO(files.read(row.file)))
    assert dict(kept.getexif()) == {}


@pytest.mark.parametrize("data", [b"MZ\x90\x00 program", b"<svg onload=alert(1)>", b"", b"<script>1</script>"])
def test_what_a_browser_or_machine_could_run_is_refused(vnpt, activity, data):
    upload = SimpleUploadedFile("anh.jpg", data, "image/jpeg")

    with pytest.raises(Refused):
        add_evidence(actor=vnpt, activity=activity, party=vnpt.party, upload=upload, caption="x")

    assert not activity.evidence.exists()


def test_only_its_giver_takes_evidence_back(regulator, vnpt, activity):
    row = add_evidence(actor=vnpt, activity=activity, party=vnpt.party, upload=picture(), caption="x")

    with pytest.raises(NotVisible):
        remove_evidence(actor=regulator, activity=activity, pk=row.pk)
    remove_evidence(actor=vnpt, activity=activity, pk=row.pk)

    assert not activity.evidence.exists()
