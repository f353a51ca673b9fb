"""Workbooks of reports as people send them, and templates to be filled in. Knows no rows and no settings.

book = open_book(uploaded_bytes, "Bao cao.xlsx")          # raises SheetRefused: macros, passwords, bombs, no table
reading = read_book(book, form, mapping=remembered, answers=given, period=expected)
reading.figures                                            # what was read, each with sheet and cell
reading.problems, reading.questions                        # what is wrong, and what only a person can answer

write_template(form, identity, columns)                    # bytes of a workbook
"""

from phoihop.clauses.briefings.workbooks.annotating import annotated
from phoihop.clauses.briefings.workbooks.forms import Section, SheetForm
from phoihop.clauses.briefings.workbooks.identity import Identity
from phoihop.clauses.briefings.workbooks.opening import Book, open_book
from phoihop.clauses.briefings.workbooks.reading import read_book
from phoihop.clauses.briefings.workbooks.results import Figure, Question, Reading, Wrong
from phoihop.clauses.briefings.workbooks.template import write_template

__all__ = [
    "Book",
    "Figure",
    "Identity",
    "Question",
    "Reading",
    "Section",
    "SheetForm",
    "Wrong",
    "annotated",
    "open_book",
    "read_book",
    "write_template",
]
