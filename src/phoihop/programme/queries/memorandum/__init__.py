"""Reads: memoranda, revisions, comments and answers."""

from phoihop.programme.queries.memorandum.choices import addable_parties, clause_choices, renewable, section_heading
from phoihop.programme.queries.memorandum.comparison import (
    ComparisonPage,
    compare_contents,
    compare_page,
    compare_terms,
)
from phoihop.programme.queries.memorandum.memoranda import (
    MemorandumLine,
    memoranda,
    visible_clause,
    visible_memorandum,
    visible_seat,
    written_memorandum,
)
from phoihop.programme.queries.memorandum.revisions import (
    AnswerRow,
    Reading,
    answering_party,
    answers,
    latest_circulated,
    open_comments,
    passage_text,
    reading,
    revisions,
    seated_party,
    visible_comment,
    visible_revision,
)
from phoihop.programme.queries.memorandum.signing import SigningState, signing_state
from phoihop.programme.queries.memorandum.writing import Outline, outline

__all__ = [
    "AnswerRow",
    "ComparisonPage",
    "MemorandumLine",
    "Outline",
    "Reading",
    "SigningState",
    "addable_parties",
    "answering_party",
    "answers",
    "clause_choices",
    "compare_contents",
    "compare_page",
    "compare_terms",
    "latest_circulated",
    "memoranda",
    "open_comments",
    "outline",
    "passage_text",
    "reading",
    "renewable",
    "revisions",
    "seated_party",
    "section_heading",
    "signing_state",
    "visible_clause",
    "visible_comment",
    "visible_memorandum",
    "visible_revision",
    "visible_seat",
    "written_memorandum",
]
