"""The switch of language."""

import pytest


def test_the_page_stays_and_speaks_the_other_language(client, db):
    response = client.post("/language/", {"language": "en", "next": "/papers/check/"}, follow=True)

    assert response.redirect_chain == [("/papers/check/", 302)]
    assert '<html lang="en"' in response.content.decode()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_it_leads_nowhere_else(client, db, back):
    response = client.post("/language/", {"language": "en", "next": back})

    assert response["Location"] == "/"


def test_an_unknown_language_changes_nothing(client, db):
    response = client.post("/language/", {"language": "xx", "next": "/"})

    assert response.status_code == 302
    assert not response.cookies
