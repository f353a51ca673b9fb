"""Actions: writing, circulating, answering, renewing and ending a memorandum."""

from phoihop.programme.actions.memorandum.answers import (
    answer_revision,
    comment,
    reply,
    take_proposal,
    withdraw_comment,
)
from phoihop.programme.actions.memorandum.circulation import circulate, end_memorandum, recall, save_revision
from phoihop.programme.actions.memorandum.clauses import (
    add_clause,
    edit_clause,
    move_clause,
    order_clauses,
    remove_clause,
)
from phoihop.programme.actions.memorandum.parties import (
    add_party,
    edit_signer,
    move_party,
    order_parties,
    remove_party,
    set_signing_mode,
)
from phoihop.programme.actions.memorandum.writing import (
    create_memorandum,
    discard_memorandum,
    edit_terms,
    renew_memorandum,
    write_section,
)
from phoihop.programme.memorandum_rows import EditedMeanwhile, NotDraft

__all__ = [
    "EditedMeanwhile",
    "NotDraft",
    "add_clause",
    "add_party",
    "answer_revision",
    "circulate",
    "comment",
    "create_memorandum",
    "discard_memorandum",
    "edit_clause",
    "edit_signer",
    "edit_terms",
    "end_memorandum",
    "move_clause",
    "move_party",
    "order_clauses",
    "order_parties",
    "recall",
    "remove_clause",
    "remove_party",
    "renew_memorandum",
    "reply",
    "save_revision",
    "set_signing_mode",
    "take_proposal",
    "withdraw_comment",
    "write_section",
]
