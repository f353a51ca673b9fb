"""Taking a sheet of masts into the registry: looked at first, then whole or not at all."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.files import clean_name
from phoihop.base.sheets import Sheet, SheetRefused, xlsx_bytes
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.registry.import_rows import Taker
from phoihop.clauses.towers.models import ImportMapping, ImportState, RegistryImport
from phoihop.clauses.towers.models.registry.papers import IMPORT_TRANSITIONS
from phoihop.clauses.towers.queries.registry.imports import Preview, chosen, preview, read_sheet
from phoihop.clauses.towers.queries.registry.promised_rows import broken_promises, closed_offers
from phoihop.clauses.towers.registry.imports import LIMITS, said
from phoihop.clauses.towers.registry.sheet import SENT, Cell, head
from phoihop.people.models import Party

MEGABYTE = 1024 * 1024
KEPT_DAYS = 7  # a sheet that waits
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SAMPLE: dict[str, Cell] = {
    "code": "HDG0001", "name": "Nam Sách 1", "address": "Thôn 3", "latitude": 20.9964, "longitude": 106.3369,
    "mast_class": "A2b", "height_m": 42, "state": "Đang sử dụng", "offered_for_sharing": "Có", "antenna_height_m": 40,
    "technologies": "3G; 4G",
}  # fmt: skip


class NotTakeable(Refused):
    """The sheet has errors, or no rows."""


def begin_import(*, actor: Actor, owner: Party, upload: UploadedFile[Any], epsg: str = "") -> RegistryImport:
    """Take in a sheet to look at; nothing of it is in the registry yet.

    :param epsg: system of the positions; empty: found out from the numbers
    :raises Refused: it is too large, or no table of masts at all
    """
    require(actor, Permission.MAST_MANAGE, party=owner)
    if upload.size is not None and upload.size > LIMITS.file_mb * MEGABYTE:
        raise Refused(_("Tệp lớn hơn 20 MB. Hãy chia thành nhiều tệp nhỏ hơn."), field="file")
    content = upload.read()
    remembered = ImportMapping.objects.filter(owner=owner).first()
    sheet = RegistryImport(
        owner=owner, name=clean_name(upload.name or ""), content=content, crs=epsg, created_by_id=actor.user_id,
        columns=remembered.columns if remembered else {},
    )  # fmt: skip
    try:
        read_sheet(actor=actor, sheet=sheet, content=content)
    except SheetRefused as problem:
        raise Refused(said(problem), field="file") from problem
    with transaction.atomic():
        _forget_old(actor, owner)
        sheet.save(force_insert=True)
        told = {"name": sheet.name, "sha256": hashlib.sha256(content).hexdigest()}
        audit.record(actor, "towers.import.previewed", sheet, party=owner, after=told)
    return sheet


def _forget_old(actor: Actor, owner: Party) -> None:
    """Sheets that nobody decided on are thrown away: they hold positions."""
    old = RegistryImport.objects.filter(owner=owner, state=ImportState.PREVIEWED)
    old = old.filter(created_at__lt=actor.at - dt.timedelta(days=KEPT_DAYS))
    old.update(state=ImportState.DISCARDED, content=b"")


def choose_columns(*, actor: Actor, sheet: RegistryImport, columns: Mapping[str, str], epsg: str = "") -> None:
    """Say which column is what; remembered for the party's next sheets.

    :param columns: heading → code of a field; an empty code leaves a column aside
    """
    require(actor, Permission.MAST_MANAGE, party=sheet.owner_id)
    _check_open(sheet)
    with transaction.atomic():
        sheet.columns, sheet.crs = dict(columns), epsg
        sheet.save(update_fields=["columns", "crs"])
        kept, _made = ImportMapping.objects.get_or_create(owner_id=sheet.owner_id)
        kept.columns = kept.columns | dict(columns)
        kept.save()


def _check_open(sheet: RegistryImport) -> None:
    if sheet.state != ImportState.PREVIEWED:
        raise Refused(_("Bảng này đã được xử lý rồi. Hãy gửi tệp mới nếu cần nhập thêm."))


def commit_import(*, actor: Actor, sheet: RegistryImport, merges: Mapping[int, str]) -> int:
    """Take every line of a sheet into the registry; returns how many masts were added or changed.

    :param merges: line → the place that it is (see ``Same.choice``); other lines are places of their own
    :raises NotTakeable: a line has an error: nothing is taken by halves
    """
    require(actor, Permission.MAST_MANAGE, party=sheet.owner_id)
    _check_open(sheet)
    with transaction.atomic():
        try:
            found = preview(actor=actor, sheet=sheet)
        except SheetRefused as problem:
            raise NotTakeable(said(problem)) from problem
        if not found.reading.takeable:
            raise NotTakeable(_("Bảng còn lỗi nên chưa ghi được dòng nào. Hãy tải tệp lỗi về, sửa rồi gửi lại."))
        answers = chosen(actor=actor, sheet=sheet, merges=merges)
        _require_promises(sheet, found, answers)
        taker = Taker(actor, sheet.owner)
        try:
            taker.take(found, answers)
        except IntegrityError as problem:
            raise NotTakeable(_("Sổ vừa được người khác thay đổi. Hãy tải lại trang để xem lại.")) from problem
        move(
            sheet, ImportState.COMMITTED, IMPORT_TRANSITIONS, field="state", rows=taker.count, content=b"",
            merges={str(line): choice for line, choice in answers.items()},
        )  # fmt: skip
        told = {"name": sheet.name, "added": taker.added, "changed": taker.changed}
        audit.record(actor, "towers.import.committed", sheet, party=sheet.owner_id, after=told)
    return taker.count


def _require_promises(sheet: RegistryImport, found: Preview, answers: Mapping[int, str]) -> None:
    """Refuse lines that were said to be a known place and would change what was agreed there."""
    said_same = [
        (row, UUID(answers[row.line][5:]))
        for row in found.reading.rows
        if answers.get(row.line, "").startswith("site:")
    ]
    broken = broken_promises(owner=sheet.owner, rows=said_same)
    for problem in (*broken, *closed_offers(owner=sheet.owner, rows=said_same)):
        raise NotTakeable(problem.sentence(get_language() or "vi"))


def discard_import(*, actor: Actor, sheet: RegistryImport) -> None:
    """Throw a sheet away."""
    require(actor, Permission.MAST_MANAGE, party=sheet.owner_id)
    with transaction.atomic():
        move(sheet, ImportState.DISCARDED, IMPORT_TRANSITIONS, field="state", content=b"")
        audit.record(actor, "towers.import.discarded", sheet, party=sheet.owner_id, before={"name": sheet.name})


def sample_sheet(*, actor: Actor) -> bytes:
    """A workbook with the headings of the registry and one line that shows how to fill it in."""
    if not actor.may(Permission.MAST_MANAGE):
        raise NotAllowed
    headings = head()[: len(SENT)]
    line = dict.fromkeys(SENT, None) | SAMPLE
    return xlsx_bytes([Sheet(_("Sổ cột ăng ten"), headings, [[line[code] for code in SENT]], [16] * len(SENT))])
