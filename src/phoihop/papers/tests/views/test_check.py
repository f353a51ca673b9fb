"""The public check of any PDF."""

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from phoihop.base.models import AuditEntry, StoredFile
from phoihop.papers.rendering import render_pdf
from phoihop.papers.tests.desk import report, upload
from phoihop.papers.views.check import CHECKS_A_MINUTE
from phoihop.testing.cast import NOON


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def signed(desk, director):
    return desk.authority.sign(render_pdf(report()), desk.hands[director.party.pk], at=NOON, field="party1")


def _check(data, **extra):
    return Client().post(reverse("papers:check"), {"file": upload(data)}, **extra)


def test_anyone_reads_who_signed_and_that_it_is_whole(signed):
    page = _check(signed).content.decode()

    assert "Trần Văn Bình" in page
    assert "CA minh họa" in page
    assert "alert-danger" not in page


def test_a_changed_file_does_not_pass(signed):
    place = signed.index(b"stream") + 60

    page = _check(signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]).content.decode()

    assert "Tệp không qua được kiểm tra kỹ thuật" in page


@pytest.mark.parametrize("data", [b"no pdf at all", b"%PDF-1.7\nbroken"])
@pytest.mark.django_db
def test_what_is_no_pdf_is_told_so(data):
    page = _check(data)

    assert page.status_code == 200
    assert "Tệp không có chữ ký số nào" in page.content.decode() or "alert-danger" in page.content.decode()


def test_nothing_is_kept(signed):
    files, entries = StoredFile.objects.count(), AuditEntry.objects.count()
    stored = _every_file()

    _check(signed)

    assert (StoredFile.objects.count(), AuditEntry.objects.count()) == (files, entries)
    assert _every_file() == stored


def _every_file():
    if not default_storage.exists(""):
        return []
    folders, files = default_storage.listdir("")
    return sorted([*folders, *files])


@pytest.mark.django_db
def test_a_busy_visitor_is_asked_to_wait_and_others_are_not():
    for _ in range(CHECKS_A_MINUTE):
        assert _check(b"%PDF-1.7").status_code == 200

    late = _check(b"%PDF-1.7")

    assert late.status_code == 422
    assert "chờ một phút" in late.content.decode()
    assert _check(b"%PDF-1.7", REMOTE_ADDR="203.0.113.9").status_code == 200
