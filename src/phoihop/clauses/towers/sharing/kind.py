"""What sharing requests register at start-up; ``kind.register_all`` calls it."""

from __future__ import annotations

from phoihop.base import files
from phoihop.base.events import label_events
from phoihop.clauses.towers.queries.sharing.detail import attachment_is_visible
from phoihop.clauses.towers.sharing import hooks
from phoihop.clauses.towers.sharing.happenings import survey_happenings
from phoihop.clauses.towers.sharing.passing import open_requests, pass_requests, take_over_requests
from phoihop.clauses.towers.sharing.words import EVENTS
from phoihop.notices.sources import register_happenings
from phoihop.papers.hooks import register_round_hook
from phoihop.people.handover import register_handover
from phoihop.people.succeeding import register_succession


def register_sharing() -> None:
    """Events, files, calendar, signing, handover, succession; what is due goes through the kind."""
    label_events(EVENTS)
    files.register_guard("towers.sharingattachment", attachment_is_visible)
    register_happenings("towers_sharing", survey_happenings)
    register_round_hook(hooks.SUBJECT, hooks.HOOK)
    register_handover("towers_sharing", open_requests, pass_requests)
    register_succession("towers_sharing", take_over_requests)
