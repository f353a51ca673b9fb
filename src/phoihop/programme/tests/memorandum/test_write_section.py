import pytest
from django.urls import reverse

from phoihop.base.errors import NotVisible
from phoihop.programme.actions.memorandum import EditedMeanwhile, NotDraft, write_section
from phoihop.programme.revising import section_token


def test_a_section_is_written(regulator, draft):
    write_section(
        actor=regulator, memorandum=draft, code="costs", text=" Mỗi bên tự lo. ", token=section_token(draft, "costs")
    )

    draft.refresh_from_db()
    assert draft.sections["costs"] == "Mỗi bên tự lo."


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(regulator, director, draft):
    token = section_token(draft, "costs")
    write_section(actor=director, memorandum=draft, code="costs", text="Bản của giám đốc.", token=token)

    with pytest.raises(EditedMeanwhile) as stale:
        write_section(actor=regulator, memorandum=draft, code="costs", text="Bản của chuyên viên.", token=token)

    draft.refresh_from_db()
    assert draft.sections["costs"] == "Bản của giám đốc."
    assert stale.value.current == {"text": "Bản của giám đốc."}
    assert stale.value.token == section_token(draft, "costs")


def test_two_editors_of_two_sections_do_not_meet(regulator, director, draft):
    costs, review = section_token(draft, "costs"), section_token(draft, "review")
    write_section(actor=director, memorandum=draft, code="costs", text="Một.", token=costs)

    write_section(actor=regulator, memorandum=draft, code="review", text="Hai.", token=review)

    draft.refresh_from_db()
    assert (draft.sections["costs"], draft.sections["review"]) == ("Một.", "Hai.")


def test_a_circulated_text_cannot_be_written(regulator, revision):
    with pytest.raises(NotDraft):
        write_section(actor=regulator, memorandum=revision.memorandum, code="costs", text="Mới", token="")


def test_an_unknown_section_does_not_exist(regulator, draft):
    with pytest.raises(NotVisible):
        write_section(actor=regulator, memorandum=draft, code="poem", text="x", token="")


def test_the_page_keeps_what_was_typed_and_shows_both(client_of, regulator, director, draft):
    url = reverse("programme:memorandum_section", args=[draft.pk, "costs"])
    stale = section_token(draft, "costs")
    write_section(actor=director, memorandum=draft, code="costs", text="Sở lo toàn bộ.", token=stale)

    page = client_of(regulator).post(url, {"text": "Mỗi bên tự lo.", "token": stale})

    body = page.content.decode()
    draft.refresh_from_db()
    assert page.status_code == 409
    assert "Mỗi bên tự lo.</textarea>" in body
    assert "Sở lo toàn bộ" in body
    assert f'value="{section_token(draft, "costs")}"' in body


def test_saving_once_more_is_a_decision(client_of, regulator, draft):
    url = reverse("programme:memorandum_section", args=[draft.pk, "costs"])

    page = client_of(regulator).post(url, {"text": "Mỗi bên tự lo.", "token": section_token(draft, "costs")})

    draft.refresh_from_db()
    assert page.status_code == 302
    assert draft.sections["costs"] == "Mỗi bên tự lo."
