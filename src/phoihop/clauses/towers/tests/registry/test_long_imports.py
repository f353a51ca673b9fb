"""A long sheet is taken by a job: with progress, stoppable, whole or not at all."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.base import jobs
from phoihop.base.jobs import Cancelled, Progress
from phoihop.base.models import Job
from phoihop.clauses.towers.actions.registry import importing, masts, sites, vetoes
from phoihop.clauses.towers.jobs import take_import
from phoihop.clauses.towers.models import ImportState, Mast, RegistryImport, Site, Tenancy
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


@pytest.fixture
def meanwhile(vnpt, sheet_of, monkeypatch):
    """Take the same sheet again, and do something once its lines are prepared."""

    def take(change, *lines):
        again, prepare = sheet_of(*lines), importing.Taker.prepare

        def prepare_slowly(*words):
            prepare(*words)
            change()

        monkeypatch.setattr(importing.Taker, "prepare", prepare_slowly)
        importing.commit_import(actor=vnpt, sheet=again, merges={})

    return take


def _agree(viettel, height_m):
    """What the signature of an agreement enters; the mast itself is not touched."""
    Tenancy.objects.create(
        mast=Mast.objects.get(site__code="HD1"), operator=viettel.party, antenna_height_m=height_m,
        agreement_id=uuid4(), agreement_ref="TT-1",
    )  # fmt: skip


def test_an_agreement_made_meanwhile_is_kept(vnpt, viettel, sheet_of, meanwhile):
    importing.commit_import(actor=vnpt, sheet=sheet_of(*LINES), merges={})

    with pytest.raises(importing.NotTakeable, match="TT-1"):
        meanwhile(lambda: _agree(viettel, 40), *[line.replace(";42", ";20") for line in LINES])

    assert set(Mast.objects.values_list("height_m", flat=True)) == {42}


def test_a_veto_stated_meanwhile_is_kept(vnpt, sheet_of, meanwhile):
    importing.commit_import(actor=vnpt, sheet=sheet_of(*LINES), merges={})
    mast = Mast.objects.get(site__code="HD1")
    Mast.objects.update(offered_for_sharing=True)
    before = Mast.objects.get(pk=mast.pk).changed_at

    with pytest.raises(importing.NotTakeable, match="thay đổi"):
        meanwhile(lambda: vetoes.state_veto(actor=vnpt, mast=mast, reason="chiu-luc", text="Hết chỗ"), *LINES)

    mast.refresh_from_db()
    assert (mast.offered_for_sharing, mast.changed_at != before) == (False, True)


def test_a_mast_taken_down_meanwhile_is_not_written_over(vnpt, sheet_of, meanwhile):
    importing.commit_import(actor=vnpt, sheet=sheet_of(*LINES), merges={})
    mast = Mast.objects.get(site__code="HD1")

    with pytest.raises(importing.NotTakeable, match="thay đổi"):
        meanwhile(lambda: masts.take_down(actor=vnpt, mast=mast, removed_on=vnpt.today), *LINES)


def test_a_sheet_moves_the_time_of_what_it_changes(vnpt, sheet_of):
    importing.commit_import(actor=vnpt, sheet=sheet_of(*LINES), merges={})
    Mast.objects.update(changed_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    Site.objects.update(changed_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))

    importing.commit_import(actor=vnpt, sheet=sheet_of(*LINES), merges={})

    assert not Mast.objects.filter(changed_at__year=2020).exists()
    assert not Site.objects.filter(changed_at__year=2020).exists()


def test_the_page_tells_how_far_it_is_and_lets_look_again(client_of, vnpt, started):
    address = reverse("towers:import_detail", args=[started.payload["sheet"]])
    running = client_of(vnpt).get(address).content.decode()
    jobs.cancel(actor=vnpt, pk=started.pk)
    stopped = client_of(vnpt).get(address).content.decode()

    client_of(vnpt).post(reverse("towers:import_again", args=[started.payload["sheet"]]))

    assert "trọn vẹn" in running
    assert "đã dừng" in stopped
    assert _state() == ImportState.PREVIEWED
