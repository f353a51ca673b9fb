import pytest

from tests.architecture.checks.words import untranslated

PAGE = "people/templates/people/page.html"


def test_every_word_of_the_pages_is_translated(package):
    assert untranslated(package) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Xin chào</p>",
        "<p>{{ name }} Save</p>",
        '<input placeholder="Tên">',
        '<input type="submit" value="Lưu">',
        '<button aria-label="Close"></button>',
        '<td data-label="Hạn">{{ day }}</td>',
        '{% submit "Lưu" %}',
        '{{ name|default:"Chưa có" }}',
        "{% if a %}<b>Hạn</b>{% endif %}",
    ],
)
def test_a_word_that_nobody_translates_is_told(plant, markup):
    package = plant(PAGE, f"<p></p>\n{markup}")

    wrong = untranslated(package)

    assert len(wrong) == 1
    assert f"{PAGE}:2" in wrong[0]


@pytest.mark.parametrize(
    "markup",
    [
        '<p>{% translate "Xin chào" %}</p>',
        "<p>{% blocktranslate with n=name %}Xin chào {{ n }}{% endblocktranslate %}</p>",
        """<td data-label="{% translate 'Hạn' %}">12/2026 · 5 %</td>""",
        '{% submit _("Lưu") %}',
        '<p class="lead">{{ name }} — <b>PDF</b></p>',
        "{# ghi chú #}{% comment %}Ghi chú{% endcomment %}",
        '<script type="application/json">{"a": "Tên"}</script>',
        '<fieldset{% if help %} aria-describedby="{{ id }}"{% endif %}></fieldset>',
    ],
)
def test_what_is_translated_or_no_word_is_let(plant, markup):
    assert untranslated(plant(PAGE, markup)) == []
