"""The gallery of components."""

from django.urls import reverse


def test_it_is_not_there_outside_debug_mode(client, db):
    assert client.get(reverse("base:gallery")).status_code == 404


def test_it_shows_every_component(client, db, settings):
    settings.DEBUG = True

    text = client.get(reverse("base:gallery")).content.decode()

    for part in ("badge bg-green-lt", "<progress", 'data-chart="sample"', 'aria-invalid="true"', "alert-danger",
                 "pagination", "empty-title", "data-confirm"):  # fmt: skip
        assert part in text
