"""media_type_of: what a file is, whatever it is called."""

import pytest

from phoihop.base.files import UnacceptableFile, media_type_of


def test_words_called_pdf_are_words():
    assert media_type_of(b"just words", "signed.pdf") == "text/plain"


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx"])
def test_a_name_alone_makes_no_document(name):
    with pytest.raises(UnacceptableFile):
        media_type_of(b"MZ\x00\x01\x02\x03", name)


def test_a_pdf_is_one_under_any_name():
    assert media_type_of(b"%PDF-1.7\nrest", "holiday.png") == "application/pdf"
