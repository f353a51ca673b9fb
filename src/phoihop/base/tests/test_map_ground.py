import pytest
from django.test import override_settings
from django.urls import reverse


@pytest.fixture
def ground(tmp_path):
    file = tmp_path / "ground.pmtiles"
    file.write_bytes(bytes(range(256)))
    with override_settings(MAP_TILES={"kind": "pmtiles", "file": str(file), "attribution": ""}):
        yield reverse("base:map_ground")


def test_the_browser_gets_the_bytes_it_asks_for(vnpt, ground, client_of):
    answer = client_of(vnpt).get(ground, headers={"Range": "bytes=10-13"})

    assert (answer.status_code, answer.content) == (206, bytes([10, 11, 12, 13]))
    assert answer.headers["Content-Range"] == "bytes 10-13/256"


def test_the_last_bytes_end_with_the_file(vnpt, ground, client_of):
    answer = client_of(vnpt).get(ground, headers={"Range": "bytes=250-99999"})

    assert answer.content == bytes(range(250, 256))


@pytest.mark.parametrize("asked", ["", "bytes=300-400", "bytes=9-3", "bytes=-5", "lines=1-2"])
def test_other_wishes_are_not_met(vnpt, ground, client_of, asked):
    answer = client_of(vnpt).get(ground, headers={"Range": asked} if asked else {})

    assert answer.status_code == 416


def test_without_a_file_there_is_nothing(vnpt, client_of):
    assert client_of(vnpt).get(reverse("base:map_ground")).status_code == 404


def test_strangers_get_none_of_it(visitor, ground, client_of):
    assert client_of(visitor).get(ground, headers={"Range": "bytes=0-3"}).status_code == 302
