"""What is taken in, by content and not by name; who may open it."""

import hashlib
import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from phoihop.base import files
from phoihop.base.errors import NotVisible

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def _picture(kind: str = "PNG", size: tuple[int, int] = (4, 2), **values) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, kind, **values)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (PDF, "a.pdf", "application/pdf"),
        (PDF, "a.txt", "application/pdf"),
        (_picture(), "a.png", "image/png"),
        (_picture("JPEG"), "a.png", "image/jpeg"),
        (_picture("WEBP"), "a", "image/webp"),
        ("Biên bản".encode(), "a.txt", "text/plain"),
    ],
)
def test_a_file_is_what_its_content_is(data, name, expected):
    assert files.media_type_of(data, name) == expected


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.pdf"),
        (b"MZ\x90\x00" + b"\x00" * 60, "a.pdf"),
        (b"<html><script>alert(1)</script></html>", "a.txt"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "a.png"),
        (b"\x7fELF" + b"\x00" * 60, "a.docx"),
        (_picture("GIF"), "a.gif"),
    ],
)
def test_what_is_not_taken(data, name):
    with pytest.raises(files.UnacceptableFile):
        files.media_type_of(data, name)


def test_a_picture_loses_place_and_time(regulator):
    exif = Image.Exif()
    exif[0x010E] = "nha rieng"
    data = _picture("JPEG", exif=exif)

    stored = files.keep(regulator, data, "anh.jpg", regulator.party)

    assert b"nha rieng" in data
    assert b"nha rieng" not in files.read(stored)
    assert stored.is_picture


def test_a_picture_stands_upright(regulator):
    exif = Image.Exif()
    exif[0x0112] = 6

    stored = files.keep(regulator, _picture("JPEG", (8, 4), exif=exif), "anh.jpg", regulator.party)

    assert Image.open(io.BytesIO(files.read(stored))).size == (4, 8)


def test_a_file_is_kept_with_its_checksum_and_holder(regulator):
    stored = files.keep(regulator, PDF, "báo cáo.pdf", regulator.party)

    assert stored.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (stored.holder_label, stored.holder_id) == ("people.party", regulator.party.pk)
    assert stored.name not in stored.content.name


def test_a_file_that_is_too_large_is_refused(regulator, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 10)

    with pytest.raises(files.UnacceptableFile, match="25 MB"):
        files.keep_upload(regulator, SimpleUploadedFile("a.pdf", PDF), regulator.party)
    with pytest.raises(files.UnacceptableFile, match="25 MB"):
        files.keep(regulator, PDF, "a.pdf", regulator.party)


def test_a_picture_of_too_many_pixels_is_refused(regulator, monkeypatch):
    monkeypatch.setattr(files, "MAX_PIXELS", 7)

    with pytest.raises(files.UnacceptableFile, match="triệu điểm ảnh"):
        files.keep(regulator, _picture(), "a.png", regulator.party)


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\a\\b.pdf", "b.pdf"), ("a\r\nb.pdf", "ab.pdf"), ("e\u0302.txt", "ê.txt")],
)
def test_names_are_cleaned(given, kept):
    assert files.clean_name(given) == kept


@pytest.fixture
def guarded(monkeypatch, vnpt):
    """A file of VNPT, and a guard that lets in whom the list names."""
    let_in: list[uuid.UUID] = []
    monkeypatch.setattr(files, "_guards", {"people.party": lambda actor, _pk: actor.user_id in let_in})
    return files.keep(vnpt, PDF, "a.pdf", vnpt.party, party_id=vnpt.party.pk), let_in


def test_who_the_guard_lets_in_opens_the_file(guarded, vnpt):
    stored, let_in = guarded
    let_in.append(vnpt.user_id)

    assert files.visible_file(actor=vnpt, pk=stored.pk) == stored


def test_who_the_guard_keeps_out_finds_nothing(guarded, vnpt):
    with pytest.raises(NotVisible):
        files.visible_file(actor=vnpt, pk=guarded[0].pk)


@pytest.mark.parametrize("member", ["viettel", "regulator"])
def test_a_file_of_one_party_is_closed_to_another_that_sees_its_row(request, guarded, member):
    stored, let_in = guarded
    reader = request.getfixturevalue(member)
    let_in.append(reader.user_id)

    with pytest.raises(NotVisible):
        files.visible_file(actor=reader, pk=stored.pk)


def test_a_file_whose_holder_has_no_guard_is_closed_to_all(monkeypatch, regulator):
    stored = files.keep(regulator, PDF, "a.pdf", regulator.party)
    monkeypatch.setattr(files, "_guards", {})

    with pytest.raises(NotVisible):
        files.visible_file(actor=regulator, pk=stored.pk)
    with pytest.raises(NotVisible):
        files.visible_file(actor=regulator, pk=uuid.uuid4())


def test_a_second_guard_for_one_holder_stops_the_start(monkeypatch):
    monkeypatch.setattr(files, "_guards", {"x.y": lambda actor, pk: False})

    with pytest.raises(ValueError, match=r"x\.y"):
        files.register_guard("x.y", lambda actor, pk: True)


def test_holders_that_are_served_have_a_guard():
    assert set(files._guards) >= {"papers.paper", "programme.evidence"}
