"""A file as a browser gets it: never anything it could run."""

import pytest

from phoihop.base import files


@pytest.fixture(autouse=True)
def open_to_all(monkeypatch):
    monkeypatch.setattr(files, "_guards", {"people.party": lambda actor, pk: True})


def _get(client, stored, query=""):
    response = client.get(f"/files/{stored.pk}/{query}")
    body = b"".join(response.streaming_content)
    response.close()
    return response, body


@pytest.mark.parametrize(
    ("data", "name", "shown"),
    [(b"%PDF-1.7\n%%EOF\n", "a.pdf", "inline"), ("Biên bản".encode(), "a.txt", "attachment")],
)
def test_headers(client_of, vnpt, data, name, shown):
    stored = files.keep(vnpt, data, name, vnpt.party)

    response, body = _get(client_of(vnpt), stored)

    assert body == data
    assert response["Content-Disposition"].startswith(shown)
    assert response["Content-Type"] == stored.media_type
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "script-src" not in response["Content-Security-Policy"]


def test_it_can_be_asked_for_as_a_download(client_of, vnpt):
    stored = files.keep(vnpt, b"%PDF-1.7\n%%EOF\n", "báo cáo.pdf", vnpt.party)

    response, _body = _get(client_of(vnpt), stored, "?download=1")

    assert response["Content-Disposition"].startswith("attachment")
    assert "b%C3%A1o%20c%C3%A1o.pdf" in response["Content-Disposition"]


def test_a_visitor_is_sent_to_sign_in(client, vnpt):
    stored = files.keep(vnpt, b"%PDF-1.7\n%%EOF\n", "a.pdf", vnpt.party)

    assert client.get(f"/files/{stored.pk}/").status_code == 302
