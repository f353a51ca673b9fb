"""All papers of one row as one archive."""

import io
import zipfile

import pytest
from django.urls import reverse

from phoihop.base.access import Role
from phoihop.papers.archive import entry_name, stream_zip
from phoihop.testing.cast import seat
from phoihop.testing.factories import ActivityFactory


@pytest.fixture
def address(programme):
    return reverse("papers:bundle", args=["programme", "programme", programme.pk])


def _names(answer):
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert archive.testzip() is None
        assert all(archive.read(name).startswith(b"%PDF") for name in archive.namelist())
        return archive.namelist()


def test_every_papers_file_is_in_it_under_its_readers_name(client_of, regulator, programme, address, draw, viettel):
    draw(subject=programme)
    draw(subject=programme, audience=[viettel.party])
    draw()  # of another row

    assert _names(client_of(regulator).get(address)) == ["…-BC-STTTT VNPT.pdf", "…-BC-STTTT Viettel.pdf"]


def test_only_the_issuing_body_takes_it(client_of, vnpt, address, programme, draw, issue):
    issue(subject=programme)
    clerk = seat(vnpt.party, Role.CLERK, "Văn thư VNPT", "vanthu.vnpt@example.vn")

    assert client_of(vnpt).get(address).status_code == 403
    assert client_of(clerk).get(address).status_code == 404


def test_without_papers_there_is_none(client_of, regulator, address):
    assert client_of(regulator).get(address).status_code == 404


def test_names_fit_every_system_and_none_is_lost():
    taken = set()

    names = [entry_name(text, "pdf", taken) for text in ("05/BC: a?", "05/BC: a?", "../../x", "ă" * 300, "")]

    assert names == ["05-BC- a.pdf", "05-BC- a (2).pdf", "x.pdf", "ă" * 120 + ".pdf", "-.pdf"]


def test_a_file_is_read_when_its_turn_comes():
    read = []

    pieces = stream_zip((f"{number}.pdf", lambda number=number: read.append(number) or b"x") for number in range(3))

    assert next(pieces)
    assert read == [0]


def test_the_page_of_an_activity_with_several_papers_leads_to_it(client_of, regulator, programme, draw):
    activity = ActivityFactory(programme=programme)
    address = reverse("papers:bundle", args=["programme", "activity", activity.pk])
    page = reverse("programme:activity_detail", args=[activity.pk])

    draw(subject=activity)
    assert address not in client_of(regulator).get(page).content.decode()

    draw(subject=activity)
    assert address in client_of(regulator).get(page).content.decode()
    assert client_of(regulator).get(address).status_code == 200
