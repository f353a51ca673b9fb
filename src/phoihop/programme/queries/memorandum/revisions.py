"""Revisions as their readers see them: the text, what was said on it, who answered."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.people.models import Party
from phoihop.programme.models import SECTIONS, ClauseComment, Memorandum, MemorandumStatus, Revision, RevisionAnswer
from phoihop.programme.queries.memorandum.words import ClauseWords, clause_words, day_names
from phoihop.programme.queries.memorandum.writing import BEFORE_CLAUSES
from phoihop.programme.revising import content_of


@dataclass(frozen=True, slots=True)
class Passage:
    """A section or a clause with what was said on it, as far as the reader may see."""

    anchor: str
    heading: Any
    text: str
    comments: list[ClauseComment]
    clause: dict[str, Any] | None = None
    words: ClauseWords | None = None

    @property
    def lines(self) -> list[str]:
        """The text, one idea a line."""
        return [line for line in self.text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Reading:
    """One revision to read."""

    revision: Revision | None  # none: the working text
    title: str
    starts_on: dt.date
    ends_on: dt.date
    before: list[Passage]
    clauses: list[Passage]
    after: list[Passage]
    parties: list[dict[str, Any]]

    @property
    def open_comments(self) -> int:
        """How many comments still wait for the lead."""
        passages = (*self.before, *self.clauses, *self.after)
        return sum(not comment.settled for passage in passages for comment in passage.comments)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A party that must answer, and its answer where it gave one."""

    party: Party
    answer: RevisionAnswer | None


def visible_revision(*, actor: Actor, pk: UUID) -> Revision:
    """One revision with its memorandum.

    :raises NotVisible: none, or never circulated and the reader does not lead
    """
    found = Revision.objects.visible_to(actor).select_related("memorandum__programme__lead", "author").filter(pk=pk)
    revision = found.first()
    if revision is None:
        raise NotVisible
    return revision


def revisions(*, actor: Actor, memorandum: Memorandum) -> QuerySet[Revision]:
    """The revisions that the reader may open, newest first, with the number of comments they may see."""
    mine = Q(comments__party_id__in=actor.party_ids) | Q(comments__open_to_all=True)
    shown = None if memorandum.programme.lead_id in actor.party_ids else mine
    found = Revision.objects.visible_to(actor).filter(memorandum=memorandum).select_related("author").defer("content")
    return found.annotate(comment_count=Count("comments", filter=shown)).order_by("-number")


def latest_circulated(*, actor: Actor, memorandum: Memorandum) -> Revision | None:
    """The newest revision that the parties have."""
    found = Revision.objects.visible_to(actor).filter(memorandum=memorandum).circulated()
    return found.select_related("memorandum__programme__lead", "author").order_by("-number").first()


def reading(*, actor: Actor, memorandum: Memorandum, revision: Revision | None) -> Reading:
    """A revision's text with the comments that the reader may see; without one, the working text. Two queries.

    :raises NotVisible: the working text is asked for by somebody who does not lead
    """
    if revision is None and memorandum.programme.lead_id not in actor.party_ids:
        raise NotVisible
    comments: dict[str, list[ClauseComment]] = defaultdict(list)
    if revision is None:
        content = content_of(memorandum, memorandum.clauses.all(), memorandum.parties.all())
    else:
        content = revision.content
        said = ClauseComment.objects.visible_to(actor).filter(revision=revision)
        for comment in said.select_related("party", "author"):
            comments[comment.anchor].append(comment)
    days = day_names(actor=actor, lead_id=memorandum.programme.lead_id)
    sections = [
        Passage(code, heading, content["sections"].get(code, ""), comments[code]) for code, heading in SECTIONS.items()
    ]
    return Reading(
        revision=revision,
        title=content["title"],
        starts_on=dt.date.fromisoformat(content["starts_on"]),
        ends_on=dt.date.fromisoformat(content["ends_on"]),
        before=[passage for passage in sections if passage.anchor in BEFORE_CLAUSES],
        clauses=[
            Passage(row["id"], row["heading"], row["text"], comments[row["id"]], row, clause_words(row, days))
            for row in content["clauses"]
        ],
        after=[passage for passage in sections if passage.anchor not in BEFORE_CLAUSES],
        parties=content["parties"],
    )


def passage_text(*, actor: Actor, revision: Revision, anchor: str) -> tuple[str, str]:
    """Heading and text of one section or clause of a revision that the reader sees.

    :raises NotVisible: it has no such passage
    """
    if anchor in SECTIONS:
        return str(SECTIONS[anchor]), str(revision.content["sections"].get(anchor, ""))
    for clause in revision.content["clauses"]:
        if clause["id"] == anchor:
            return str(clause["heading"]), str(clause["text"])
    raise NotVisible


def open_comments(*, actor: Actor, memorandum: Memorandum) -> list[ClauseComment]:
    """Comments on any revision that the lead has not settled, as far as the reader may see them."""
    found = ClauseComment.objects.visible_to(actor).filter(revision__memorandum=memorandum, settled=False)
    return list(found.select_related("party", "revision").defer("revision__content"))


def answers(*, actor: Actor, revision: Revision) -> list[AnswerRow]:
    """The lead sees every party's answer; a party its own alone, not even how many others are awaited."""
    found = RevisionAnswer.objects.visible_to(actor).filter(revision=revision).select_related("author")
    given = {row.party_id: row for row in found}
    lead_id = revision.memorandum.programme.lead_id
    seats = revision.memorandum.parties.select_related("party").exclude(party_id=lead_id).order_by("order")
    if lead_id not in actor.party_ids:
        seats = seats.filter(party_id__in=actor.party_ids)
    return [AnswerRow(seat.party, given.get(seat.party_id)) for seat in seats]


def answering_party(*, actor: Actor, revision: Revision) -> Party | None:
    """The party for which the reader may comment on and answer this revision; None where it is not open to them."""
    memorandum = revision.memorandum
    if memorandum.status != MemorandumStatus.CIRCULATED:
        return None
    newest = latest_circulated(actor=actor, memorandum=memorandum)
    if newest is None or newest.pk != revision.pk:
        return None
    return seated_party(actor=actor, memorandum=memorandum)


def seated_party(*, actor: Actor, memorandum: Memorandum) -> Party | None:
    """The party to the memorandum, other than the lead, for which the reader may speak."""
    mine = actor.parties_with(Permission.MEMORANDUM_ANSWER) - {memorandum.programme.lead_id}
    seat = memorandum.parties.filter(party_id__in=mine).select_related("party").order_by("order").first()
    return seat.party if seat else None


def visible_comment(*, actor: Actor, pk: UUID) -> ClauseComment:
    """One comment.

    :raises NotVisible: another party's that was not opened to all, or none
    """
    found = ClauseComment.objects.visible_to(actor).select_related("party", "revision__memorandum__programme__lead")
    comment = found.filter(pk=pk).first()
    if comment is None:
        raise NotVisible
    return comment
