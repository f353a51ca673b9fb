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

from phoihop.base import audit, jobs
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.files import clean_name
from phoihop.base.models import Job
from phoihop.base.sheets import Sheet, SheetRefused, xlsx_bytes
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.registry.import_rows import ChangedMeanwhile, Stop, Taker, Tell
from phoihop.clauses.towers.models import ImportMapping, ImportState, RegistryImport
from phoihop.clauses.towers.models.registry.papers import IMPORT_TRANSITIONS
from phoihop.clauses.towers.queries.registry.imports import Preview, chosen, preview, read_sheet
from phoihop.clauses.towers.queries.registry.promised_rows import broken_promises, closed_offers
from phoihop.clauses.towers.registry.imports import LIMITS, said
from phoihop.clauses.towers.registry.sheet import SENT, Cell, head
from phoihop.people.models import Party

MEGABYTE = 1024 * 1024
JOB = "towers.registry_import"
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
        sheet.lines = read_sheet(actor=actor, sheet=sheet, content=content).lines
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
        sheet.lines = _lines(actor, sheet)
        sheet.save(update_fields=["columns", "crs", "lines"])
        kept, _made = ImportMapping.objects.get_or_create(owner_id=sheet.owner_id)
        kept.columns = kept.columns | dict(columns)
        kept.save()


def _lines(actor: Actor, sheet: RegistryImport) -> int:
    """How many lines the sheet has; what is wrong with it, the page tells."""
    try:
        return read_sheet(actor=actor, sheet=sheet).lines
    except SheetRefused:
        return 0


def _check_open(sheet: RegistryImport) -> None:
    if sheet.state != ImportState.PREVIEWED:
        raise Refused(_("Bảng này đã được xử lý rồi. Hãy gửi tệp mới nếu cần nhập thêm."))


def commit_import(
    *, actor: Actor, sheet: RegistryImport, merges: Mapping[int, str], tell: Tell = lambda lines: None,
    stop: Stop = lambda: None,
) -> int:  # fmt: skip
    """Take every line of a sheet into the registry; returns how many masts were added or changed.

    Lines are prepared before the transaction begins, so that nobody waits meanwhile; nothing is taken by halves.

    :param merges: line → the place that it is (see ``Same.choice``); other lines are places of their own
    :param tell: hears how many lines are prepared; raises where somebody wants to stop
    :param stop: asked while rows are written; raises likewise, and then nothing is written
    :raises NotTakeable: a line has an error, or the registry changed meanwhile
    """
    require(actor, Permission.MAST_MANAGE, party=sheet.owner_id)
    if sheet.state != ImportState.TAKING:  # a job that takes it has asked before
        _check_open(sheet)
    try:
        found = preview(actor=actor, sheet=sheet)
    except SheetRefused as problem:
        raise NotTakeable(said(problem)) from problem
    if not found.reading.takeable:
        raise NotTakeable(_("Bảng còn lỗi nên chưa ghi được dòng nào. Hãy tải tệp lỗi về, sửa rồi gửi lại."))
    answers = chosen(actor=actor, sheet=sheet, found=found, merges=merges)
    _require_promises(sheet, found, answers)
    taker = Taker(actor, sheet.owner)
    taker.prepare(found, answers, tell)
    with transaction.atomic():
        try:
            with transaction.atomic():
                taker.hold()
                _require_promises(sheet, found, answers)  # once more: agreements and vetoes made meanwhile
                taker.write(stop)
        except (IntegrityError, ChangedMeanwhile) as problem:
            raise NotTakeable(_("Sổ vừa được người khác thay đổi. Hãy tải lại trang để xem lại.")) from problem
        move(
            sheet, ImportState.COMMITTED, IMPORT_TRANSITIONS, field="state", rows=taker.count, content=b"",
            merges={str(line): choice for line, choice in answers.items()},
        )  # fmt: skip
        told = {"name": sheet.name, "added": taker.added, "changed": taker.changed}
        audit.record(actor, "towers.import.committed", sheet, party=sheet.owner_id, after=told)
    return taker.count


def start_import(*, actor: Actor, sheet: RegistryImport, merges: Mapping[int, str]) -> Job:
    """Take a long sheet as a job that tells how far it is and can be stopped.

    :param merges: as for :func:`commit_import`
    """
    require(actor, Permission.MAST_MANAGE, party=sheet.owner_id)
    _check_open(sheet)
    with transaction.atomic():
        job = jobs.start(
            actor=actor, kind=JOB, title=_("Ghi vào sổ: %(name)s") % {"name": sheet.name}, sheet=str(sheet.pk)
        )
        move(
            sheet, ImportState.TAKING, IMPORT_TRANSITIONS, field="state", job_id=job.pk,
            merges={str(line): choice for line, choice in merges.items()},
        )  # fmt: skip
    return job


def give_back(*, actor: Actor, sheet: RegistryImport) -> None:
    """A sheet whose job was stopped or failed waits again; nothing of it is in the registry."""
    require(actor, Permission.MAST_MANAGE, party=sheet.owner_id)
    move(sheet, ImportState.PREVIEWED, IMPORT_TRANSITIONS, field="state", job_id=None)


def import_of_job(*, actor: Actor, pk: UUID) -> RegistryImport:
    """The sheet that a job takes.

    :raises Refused: it is no more the actor's party's
    """
    sheet = RegistryImport.objects.visible_to(actor).select_related("owner").filter(pk=pk).first()
    if sheet is None:
        raise Refused(_("Bảng này không còn. Hãy gửi tệp mới."))
    require(actor, Permission.MAST_MANAGE, party=sheet.owner_id)
    return sheet


def _require_promises(sheet: RegistryImport, found: Preview, answers: Mapping[int, str]) -> None:
    """Refuse lines of known places that would change what was agreed there, or offer what takes nobody."""
    said_same = [
        (row, UUID(answers[row.line][5:]))
        for row in found.reading.rows
        if answers.get(row.line, "").startswith("site:")
    ]
    rows = [*found.known, *said_same]
    broken = broken_promises(owner=sheet.owner, rows=rows)
    for problem in (*broken, *closed_offers(owner=sheet.owner, rows=rows)):
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
