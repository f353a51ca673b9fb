import pytest

from tests.architecture.checks.inline import inline_code, unknown_icons

PAGE = "people/templates/people/page.html"


def test_pages_hold_no_code_and_no_styles(package):
    assert inline_code(package) == []


def test_every_icon_is_in_the_sprite(package, root):
    assert unknown_icons(package, root / "frontend" / "icons.txt") == []


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red">x</p>',
        "<style>p {}</style>",
        "<script>go()</script>",
        '<script type="text/javascript">go()</script>',
        '<button onclick="go()">x</button>',
        '<button hx-on:click="go()">x</button>',
        '<a href="javascript:go()">x</a>',
        "<a hx-vals='js:{a: go()}'>x</a>",
    ],
)
def test_code_in_a_page_is_told(plant, markup):
    package = plant(PAGE, f"<p>first</p>\n{markup}")

    wrong = inline_code(package)

    assert len(wrong) == 1
    assert f"{PAGE}:2" in wrong[0]


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="/static/app.js" defer></script>',
        '<script type="application/json" id="facts">{}</script>',
        '<option data-style="x">y</option>',
    ],
)
def test_what_the_policy_allows_is_let(plant, markup):
    assert inline_code(plant(PAGE, markup)) == []


def test_an_icon_that_is_not_drawn_is_told(plant):
    package = plant(PAGE, '{% icon "home" %}{% icon "unicorn" %}')

    wrong = unknown_icons(package, plant("icons.txt", "# names\nhome\n") / "icons.txt")

    assert len(wrong) == 1
    assert "unicorn" in wrong[0]
