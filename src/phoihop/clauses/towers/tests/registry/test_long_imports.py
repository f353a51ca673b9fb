"""A long sheet is taken by a job: with progress, stoppable, whole or not at all."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.base import jobs
from phoihop.base.jobs import Cancelled, Progress
from phoihop.base.models import Job
from phoihop.clauses.towers.actions.registry import importing, sites
from phoihop.clauses.towers.jobs import take_import
from phoihop.clauses.towers.models import ImportState, Mast, RegistryImport, Site
from phoihop.clauses.towers.models.registry import papers

HEAD = "Mã vị trí;Tên vị trí;Vĩ độ;Kinh độ;Loại cột;Chiều cao"
LINES = [f"HD{at};Trạm {at};20,{90 + at};106,33;A2b;42" for at in range(3)]


@pytest.fixture(autouse=True)
def two_are_many(monkeypatch):
    monkeypatch.setattr(papers, "LONG_LINES", 2)


@pytest.fixture
def sheet_of(vnpt, classes):
    def send(*lines):
        upload = SimpleUploadedFile("so.csv", "\n".join([HEAD, *lines]).encode(), "text/csv")
        return importing.begin_import(actor=vnpt, owner=vnpt.party, upload=upload)

    return send


@pytest.fixture
def started(vnpt, sheet_of):
    """A job that has not begun."""
    sheet = sheet_of(*LINES)
    return importing.start_import(actor=vnpt, sheet=sheet, merges={})


def _state() -> str:
    return RegistryImport.objects.get().state


def test_a_long_sheet_starts_a_job_and_a_short_one_does_not(client_of, vnpt, sheet_of):
    for lines, after in ((LINES, ImportState.TAKING), (LINES[:1], ImportState.COMMITTED)):
        sheet = sheet_of(*lines)
        client_of(vnpt).post(reverse("towers:import_commit", args=[sheet.pk]))
        sheet.refresh_from_db()
        assert sheet.state == after


def test_the_job_takes_it_all(vnpt, started):
    address = take_import(vnpt, Progress(started), sheet=started.payload["sheet"])

    started.refresh_from_db()
    assert (Mast.objects.count(), _state()) == (3, ImportState.COMMITTED)
    assert (started.done, started.total) == (100, 100)
    assert take_import(vnpt, Progress(started), sheet=started.payload["sheet"]) == address
    assert Mast.objects.count() == 3


def test_a_job_that_is_stopped_takes_nothing(vnpt, started):
    Job.objects.update(cancel_requested=True)

    with pytest.raises(Cancelled):
        take_import(vnpt, Progress(started), sheet=started.payload["sheet"])

    assert (Mast.objects.count(), Site.objects.count()) == (0, 0)


def test_stopping_while_rows_are_written_takes_nothing_either(vnpt, sheet_of):
    asked = []

    def stop():
        asked.append(Mast.objects.count())
        if len(asked) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        importing.commit_import(actor=vnpt, sheet=sheet_of(*LINES), merges={}, stop=stop)

    assert asked[-1] == 3
    assert (Mast.objects.count(), _state()) == (0, ImportState.PREVIEWED)


def test_a_stopped_sheet_waits_again(vnpt, started):
    Job.objects.update(cancel_requested=True)
    row = RegistryImport.objects.get()

    def late(lines):
        raise Cancelled

    with pytest.raises(Cancelled):
        importing.commit_import(actor=vnpt, sheet=row, merges={}, tell=late)
    importing.give_back(actor=vnpt, sheet=row)

    assert importing.commit_import(actor=vnpt, sheet=RegistryImport.objects.get(), merges={}) == 3


def test_what_changed_meanwhile_is_not_overwritten(vnpt, sheet_of, monkeypatch):
    importing.commit_import(actor=vnpt, sheet=sheet_of(*LINES), merges={})
    site, again, prepare = Site.objects.get(code="HD1"), sheet_of(*LINES), importing.Taker.prepare

    def prepare_slowly(*words):
        prepare(*words)
        sites.edit_site(actor=vnpt, site=site, name="Tên mới")

    monkeypatch.setattr(importing.Taker, "prepare", prepare_slowly)
    with pytest.raises(importing.NotTakeable, match="thay đổi"):
        importing.commit_import(actor=vnpt, sheet=again, merges={})

    site.refresh_from_db()
    assert site.name == "Tên mới"


def test_the_page_tells_how_far_it_is_and_lets_look_again(client_of, vnpt, started):
    address = reverse("towers:import_detail", args=[started.payload["sheet"]])
    running = client_of(vnpt).get(address).content.decode()
    jobs.cancel(actor=vnpt, pk=started.pk)
    stopped = client_of(vnpt).get(address).content.decode()

    client_of(vnpt).post(reverse("towers:import_again", args=[started.payload["sheet"]]))

    assert "trọn vẹn" in running
    assert "đã dừng" in stopped
    assert _state() == ImportState.PREVIEWED
