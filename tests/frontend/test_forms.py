import pytest

pytestmark = pytest.mark.browser

SEND = "#letter button"


def test_nothing_is_sent_before_the_person_agrees(page, served):
    page.click(SEND)
    asked = page.locator("dialog p").inner_text()
    page.click("dialog button[value=no]")
    page.wait_for_timeout(200)

    assert asked == "Gửi thật chứ?"
    assert served.posts == []


def test_what_was_agreed_to_is_sent(page, served):
    page.fill("#name", "Lan")
    page.click(SEND)
    with page.expect_navigation():
        page.click("dialog button[value=yes]")

    assert [path for path, _ in served.posts] == ["/send"]
    assert "name=Lan" in served.posts[0][1]


def test_what_was_typed_survives_a_reload_but_no_password_does(page):
    page.on("dialog", lambda asked: asked.accept())
    page.fill("#name", "Lan")
    page.fill("#secret", "kín")
    page.wait_for_timeout(600)

    page.reload()
    page.wait_for_selector("#letter .alert")

    assert page.input_value("#name") == "Lan"
    assert page.input_value("#secret") == ""
    assert "kín" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_a_restored_draft_can_be_discarded(page):
    page.on("dialog", lambda asked: asked.accept())
    page.fill("#name", "Lan")
    page.wait_for_timeout(600)
    page.reload()

    page.click("#letter .alert button")

    assert page.input_value("#name") == ""
    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('draft:'))") == []


def test_leaving_with_unsaved_words_is_asked_about(page, served):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.fill("#name", "Lan")
    page.wait_for_timeout(600)

    page.goto(f"{served.address}?elsewhere")

    assert asked == ["beforeunload"]


def test_a_filter_applies_when_something_is_chosen(page):
    with page.expect_navigation():
        page.select_option("#filter select", "open")

    assert page.url.endswith("?q=&state=open")


def test_a_search_applies_when_the_typing_pauses(page):
    with page.expect_navigation():
        page.locator("#filter input").press_sequentially("giao")

    assert page.url.endswith("?q=giao&state=")


def test_a_long_list_keeps_its_name_when_it_becomes_a_box(page):
    assert page.get_by_role("combobox", name="Bên").count() == 1
