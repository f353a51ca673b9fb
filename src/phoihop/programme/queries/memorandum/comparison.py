"""Two revisions beside each other, in the reader's words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.programme.comparing import ClauseDiff, Comparison, FactDiff, TextDiff, compare
from phoihop.programme.models import SECTIONS, Memorandum, Revision
from phoihop.programme.queries.memorandum.revisions import latest_circulated
from phoihop.programme.queries.memorandum.words import day_names, fact_words
from phoihop.programme.queries.memorandum.writing import BEFORE_CLAUSES
from phoihop.programme.revising import Content, content_of

LABELS = {
    "heading": _("Tên nội dung"),
    "text": _("Nội dung"),
    "lead_duty": _("Cơ quan chủ trì làm gì"),
    "party_duty": _("Doanh nghiệp làm gì"),
    "kind": _("Loại hoạt động"),
    "cadence": _("Định kỳ"),
    "months": _("Các tháng"),
    "days": _("Các ngày lễ"),
}


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text before and after, under a heading."""

    label: Any
    diff: TextDiff


@dataclass(frozen=True, slots=True)
class LabelledFact:
    """A fact before and after, in words."""

    label: Any
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ClausePage:
    """A clause before and after."""

    diff: ClauseDiff
    texts: list[LabelledText]
    facts: list[LabelledFact]


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """A comparison ready to draw."""

    comparison: Comparison
    title: LabelledText
    term: LabelledFact | None
    before: list[LabelledText]
    clauses: list[ClausePage]
    after: list[LabelledText]
    parties: LabelledText


def compare_page(*, actor: Actor, memorandum: Memorandum, old: Revision, new: Revision | None) -> ComparisonPage:
    """Compare two revisions that the reader may see; without ``new``, the working text, which only its writers see."""
    content = new.content if new else content_of(memorandum, memorandum.clauses.all(), memorandum.parties.all())
    return compare_contents(actor=actor, memorandum=memorandum, old=old.content, new=content)


def compare_terms(*, actor: Actor, old: Memorandum, new: Memorandum) -> ComparisonPage:
    """Compare what the reader may read of two memoranda: of each its newest circulated text, or what the lead writes.

    :raises NotVisible: nothing of one of them
    """
    contents = [_readable(actor, memorandum) for memorandum in (old, new)]
    return compare_contents(actor=actor, memorandum=new, old=contents[0], new=contents[1])


def _readable(actor: Actor, memorandum: Memorandum) -> Content:
    if memorandum.programme.lead_id in actor.party_ids:
        return content_of(memorandum, memorandum.clauses.all(), memorandum.parties.all())
    revision = latest_circulated(actor=actor, memorandum=memorandum)
    if revision is None:
        raise NotVisible
    content: Content = revision.content
    return content


def compare_contents(*, actor: Actor, memorandum: Memorandum, old: Content, new: Content) -> ComparisonPage:
    """Compare two contents, of one memorandum or of two terms; one query."""
    found = compare(old, new, list(SECTIONS))
    days = day_names(actor=actor, lead_id=memorandum.programme.lead_id)
    sections = [LabelledText(SECTIONS[diff.name], diff) for diff in found.sections if diff.changed or diff.pieces]
    return ComparisonPage(
        comparison=found,
        title=LabelledText(_("Tên biên bản ghi nhớ"), found.title),
        term=_term(found.term),
        before=[row for row in sections if row.diff.name in BEFORE_CLAUSES],
        clauses=[_clause(diff, days) for diff in found.clauses],
        after=[row for row in sections if row.diff.name not in BEFORE_CLAUSES],
        parties=LabelledText(_("Các bên và người ký"), found.parties),
    )


def _term(diff: FactDiff | None) -> LabelledFact | None:
    return LabelledFact(_("Thời hạn"), _days(diff.old), _days(diff.new)) if diff else None


def _days(days: tuple[str, str]) -> str:
    return " – ".join(date_format(dt.date.fromisoformat(day), "SHORT_DATE_FORMAT") for day in days)


def _clause(diff: ClauseDiff, days: dict[str, str]) -> ClausePage:
    facts = [
        LabelledFact(LABELS[fact.name], fact_words(fact.name, fact.old, days), fact_words(fact.name, fact.new, days))
        for fact in diff.facts
    ]
    texts = [LabelledText(LABELS[text.name], text) for text in diff.texts if text.changed or text.name == "text"]
    return ClausePage(diff, texts, facts)
