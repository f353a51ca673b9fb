"""Taking files in, by what they are and not by what they are called, and deciding who may open them."""

from __future__ import annotations

import hashlib
import io
import unicodedata
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

import puremagic
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageOps, UnidentifiedImageError

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.models import StoredFile

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 60_000_000
PICTURES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
ACCEPTED = {
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "text/plain",
    *PICTURES.values(),
}  # fmt: skip

Guard = Callable[[Actor, UUID], bool]
_guards: dict[str, Guard] = {}


class UnacceptableFile(Refused):
    """The file is of a kind or size that is not taken."""

    default = gettext_lazy("Tệp này không nhận được. Hãy gửi PDF, DOCX, XLSX, PPTX, TXT, PNG, JPEG hoặc WebP.")


def register_guard(holder_label: str, guard: Guard) -> None:
    """Say who may open the files that rows of ``app.model`` hold."""
    if holder_label in _guards:
        raise ValueError(f"a guard for {holder_label} is registered already")
    _guards[holder_label] = guard


def clean_name(name: str) -> str:
    """The last part of a file name, NFC, without control characters, at most 200 characters."""
    plain = unicodedata.normalize("NFC", PurePosixPath(name.replace("\\", "/")).name)
    return "".join(c for c in plain if c.isprintable())[-200:] or _("tệp")


def media_type_of(data: bytes, name: str) -> str:
    """What the content is, by its first bytes.

    :raises UnacceptableFile: it is none of the kinds taken
    """
    if not data:
        raise UnacceptableFile(_("Tệp rỗng. Hãy chọn lại tệp có nội dung."))
    try:
        picture = Image.open(io.BytesIO(data))
        if picture.format in PICTURES:
            return PICTURES[picture.format]
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        pass
    try:
        found = puremagic.from_string(data, mime=True, filename=name)
    except (puremagic.PureError, ValueError):
        found = ""
    if found in ACCEPTED and _begins_as(found, data):
        return found
    if _is_text(data):
        return "text/plain"
    raise UnacceptableFile


def _begins_as(media_type: str, data: bytes) -> bool:
    """Whether the content bears the kind out: the guess above goes by the name where the content tells nothing."""
    if media_type == "application/pdf":
        return b"%PDF-" in data[:1024]
    return data.startswith(b"PK\x03\x04") if media_type.startswith("application/vnd.openxmlformats") else True


def _is_text(data: bytes) -> bool:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(ord(c) < 32 and c not in "\t\n\r\f" for c in text) and not text.lstrip().startswith("<")


def without_metadata(data: bytes, media_type: str) -> bytes:
    """The same picture, upright, without the place and time that cameras write into it.

    :raises UnacceptableFile: it cannot be read or has too many pixels
    """
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise UnacceptableFile(_("Ảnh quá lớn. Hãy thu nhỏ xuống dưới 60 triệu điểm ảnh rồi gửi lại."))
            upright = ImageOps.exif_transpose(picture)
            out = io.BytesIO()
            if media_type == "image/jpeg":
                upright.convert("RGB").save(out, "JPEG", quality=90)
            else:
                upright.save(out, picture.format)
    except (OSError, Image.DecompressionBombError) as problem:
        raise UnacceptableFile(_("Ảnh bị hỏng, không mở được. Hãy xuất lại ảnh rồi gửi lại.")) from problem
    return out.getvalue()


def keep(
    actor: Actor,
    data: bytes,
    name: str,
    holder: models.Model,
    *,
    party_id: UUID | None = None,
    as_is: bool = False,
    media_type: str = "",
) -> StoredFile:
    """Store a file held by ``holder``; pictures lose their metadata unless ``as_is``.

    :param party_id: set where only this party may open it; what the lead opens too, the guard of the holder decides
    :param media_type: of a kind that is not taken otherwise: what the caller, who opened it, found it to be
    :raises UnacceptableFile: too large or of a kind not taken
    """
    if len(data) > MAX_BYTES:
        raise UnacceptableFile(_("Tệp lớn hơn 25 MB. Hãy nén hoặc chia nhỏ rồi gửi lại."))
    name = clean_name(name)
    media_type = media_type or media_type_of(data, name)
    if media_type in PICTURES.values() and not as_is:
        data = without_metadata(data, media_type)
    stored = StoredFile(
        name=name, media_type=media_type, size_bytes=len(data), sha256=hashlib.sha256(data).hexdigest(),
        holder_label=holder._meta.label_lower, holder_id=holder.pk, party_id=party_id, uploaded_by_id=actor.user_id,
    )  # fmt: skip
    stored.content.save(name, ContentFile(data), save=False)
    stored.save(force_insert=True)
    return stored


def keep_upload(
    actor: Actor, upload: UploadedFile[Any], holder: models.Model, *, party_id: UUID | None = None
) -> StoredFile:
    """Store what came with a form; see :func:`keep`."""
    if upload.size is not None and upload.size > MAX_BYTES:
        raise UnacceptableFile(_("Tệp lớn hơn 25 MB. Hãy nén hoặc chia nhỏ rồi gửi lại."))
    return keep(actor, upload.read(), upload.name or "", holder, party_id=party_id)


def read(stored: StoredFile) -> bytes:
    """The bytes of a stored file."""
    with stored.content.open("rb") as handle:
        data: bytes = handle.read()
    return data


def visible_file(*, actor: Actor, pk: UUID) -> StoredFile:
    """The file, if the row that holds it is visible to ``actor``.

    :raises NotVisible: no such file for this person
    """
    stored = StoredFile.objects.filter(pk=pk).first()
    guard = _guards.get(stored.holder_label) if stored else None
    if stored is None or guard is None or stored.holder_id is None or not guard(actor, stored.holder_id):
        raise NotVisible
    if stored.party_id and stored.party_id not in actor.party_ids:
        raise NotVisible
    return stored
