import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.base.files import UnacceptableFile, read, visible_file
from phoihop.base.models import StoredFile
from phoihop.clauses.towers.actions.registry import files, tenancies
from phoihop.clauses.towers.models import SiteFile


def _photo():
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "VI-TRI-BI-MAT"  # what a camera writes
    Image.new("RGB", (40, 30), "white").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("cot.jpg", out.getvalue())


def test_a_photo_loses_what_the_camera_wrote(vnpt, mast_of):
    kept = files.add_file(actor=vnpt, site=mast_of(vnpt).site, upload=_photo(), caption="Hướng Đông")

    assert b"VI-TRI-BI-MAT" not in read(kept.file)


def test_owner_and_department_open_it_and_no_tenant(vnpt, viettel, regulator, mast_of):
    mast = mast_of(vnpt)
    tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)
    kept = files.add_file(actor=vnpt, site=mast.site, upload=_photo(), caption="Ảnh")

    for member in (vnpt, regulator):
        assert visible_file(actor=member, pk=kept.file_id) == kept.file
    with pytest.raises(NotVisible):
        visible_file(actor=viettel, pk=kept.file_id)


def test_a_rival_adds_none_and_a_program_is_not_taken(vnpt, viettel, mast_of):
    site = mast_of(vnpt).site

    with pytest.raises(NotAllowed):
        files.add_file(actor=viettel, site=site, upload=_photo(), caption="Ảnh")
    with pytest.raises(UnacceptableFile):
        files.add_file(actor=vnpt, site=site, upload=SimpleUploadedFile("a.exe", b"MZ\x00\x01"), caption="x")


def test_a_file_that_is_taken_out_is_gone(vnpt, mast_of, django_capture_on_commit_callbacks):
    kept = files.add_file(actor=vnpt, site=mast_of(vnpt).site, upload=_photo(), caption="Ảnh")
    storage, name = kept.file.content.storage, kept.file.content.name

    with django_capture_on_commit_callbacks(execute=True):
        files.remove_file(actor=vnpt, kept=kept)

    left = [SiteFile.objects.exists(), StoredFile.objects.exists(), storage.exists(name)]
    assert left == [False, False, False]
