import pytest

from tests.architecture.checks.catalogues import untranslated_messages
from tests.architecture.checks.eager import spoken_at_import
from tests.architecture.checks.messages import messages

CATALOGUE = "people/locale/en/LC_MESSAGES/django.po"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def test_english_ships_whole(package):
    assert untranslated_messages(package) == []


def test_messages_are_found_in_code_and_templates(plant):
    plant("people/views.py", 'a = _("Một")\nb = ngettext("%(n)s tệp", "%(n)s tệp", n)\nc = pgettext("tháng", "Ba")\n')
    package = plant(
        "people/templates/people/page.html",
        '{% load i18n %}{% translate "Bốn" %}{% blocktranslate with x=y %}Năm {{ x }}{% endblocktranslate %}'
        '{% submit _("Sáu") %}',
    )

    found = set(messages(package))

    assert found == {
        (None, "Một"),
        (None, "%(n)s tệp"),
        ("tháng", "Ba"),
        (None, "Bốn"),
        (None, "Năm %(x)s"),
        (None, "Sáu"),
    }


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ("", "no English"),
        ('msgid "Chào %(ten)s"\nmsgstr ""\n', "no English"),
        ('#, fuzzy\nmsgid "Chào %(ten)s"\nmsgstr "Hello %(ten)s"\n', "doubtful"),
        ('msgid "Chào %(ten)s"\nmsgstr "Hello %(name)s"\n', "fills in something else"),
    ],
)
def test_a_message_without_good_english_is_told(plant, entry, complaint):
    plant(CATALOGUE, HEAD + entry)
    package = plant("people/views.py", 'a = _("Chào %(ten)s")\n')

    wrong = untranslated_messages(package)

    assert len(wrong) == 1
    assert complaint in wrong[0]


def test_a_translated_message_is_let(plant):
    plant(CATALOGUE, HEAD + 'msgid "Chào %(ten)s"\nmsgstr "Hello %(ten)s"\n')
    package = plant("people/views.py", 'a = _("Chào %(ten)s")\n')

    assert untranslated_messages(package) == []


def test_no_text_is_fixed_while_modules_load(package):
    assert spoken_at_import(package) == []


@pytest.mark.parametrize(
    "code",
    ["a = _('Một')", "class A:\n    a = field(label=_('Một'))", "def f(a=_('Một')):\n    pass"],
)
def test_a_text_fixed_while_the_module_loads_is_told(plant, code):
    package = plant("people/views.py", f"from django.utils.translation import gettext as _\n\n{code}\n")

    wrong = spoken_at_import(package)

    assert len(wrong) == 1
    assert "people/views.py" in wrong[0]


@pytest.mark.parametrize(
    "code",
    [
        "from django.utils.translation import gettext as _\n\ndef f():\n    return _('Một')\n",
        "from django.utils.translation import gettext as _\n\nf = lambda: _('Một')\n",
        "from django.utils.translation import gettext_lazy as _\n\na = _('Một')\n",
    ],
)
def test_a_text_said_when_asked_is_let(plant, code):
    assert spoken_at_import(plant("people/views.py", code)) == []
