import gettext
import os

from tools.compile_messages import compile_changed

TEXT = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Chào"\nmsgstr "Hello"\n'


def _catalogue(folder):
    text = folder / "app/locale/en/LC_MESSAGES/django.po"
    text.parent.mkdir(parents=True)
    text.write_text(TEXT, encoding="utf-8")
    return text


def test_a_catalogue_speaks_after_it_was_compiled(tmp_path):
    text = _catalogue(tmp_path)

    written = compile_changed(tmp_path)

    assert written == [text.with_suffix(".mo")]
    with written[0].open("rb") as catalogue:
        assert gettext.GNUTranslations(catalogue).gettext("Chào") == "Hello"


def test_only_a_changed_catalogue_is_compiled_again(tmp_path):
    text = _catalogue(tmp_path)
    [compiled] = compile_changed(tmp_path)
    os.utime(compiled, (text.stat().st_mtime + 10,) * 2)
    unchanged = compile_changed(tmp_path)

    os.utime(text, (text.stat().st_mtime + 20,) * 2)

    assert unchanged == []
    assert compile_changed(tmp_path) == [compiled]
