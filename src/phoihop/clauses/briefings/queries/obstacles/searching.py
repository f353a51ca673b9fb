"""Search, and what looks alike: among what the reader may see and nothing else, whatever the database."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from uuid import UUID

from django.db.models import Q

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import Obstacle, ObstacleState, ObstacleText
from phoihop.clauses.briefings.models.search_index import Question, newest
from phoihop.clauses.briefings.obstacles.search_words import COMMON, pairs, syllables
from phoihop.programme.models import Programme, ProgrammeParty

MOST_FOUND = 2000  # nobody reads more; who needs the rest says more words
MOST_WORDS = 12  # of a question that are asked for
MOST_PAIRS = 16  # the first of a text that are weighed: a title and the beginning of what follows
MOST_TELLING = 8
COUNTED = 400  # from so many rows on, a word tells nothing: how many more there are is not counted
CANDIDATES = 300  # newest rows that share a telling word and are weighed
LEAST_ALIKE = 0.22
SHOWN = 5
UNHEARD = log(COUNTED + 1) + 0.1  # what a word weighs that nobody has used yet


def scope(*, actor: Actor) -> tuple[str, ...]:
    """The words of scope under which the reader finds rows: own, led, open to one's programmes. Two queries."""
    led = Programme.objects.led_by(actor).values_list("pk", flat=True)
    joined = ProgrammeParty.objects.filter(party_id__in=actor.party_ids, left_on__isnull=True)
    own = [f"P{pk.hex}" for pk in sorted(actor.party_ids, key=str)]
    open_to = [f"O{pk.hex}" for pk in joined.values_list("programme_id", flat=True)]
    return (*own, *(f"G{pk.hex}" for pk in led), *open_to)


def found_by(*, actor: Actor, text: str) -> Q:
    """Obstacles in which every word of ``text`` stands; the last word may still be in the making.

    Of more than ``MOST_FOUND`` the newest. What is hidden from the reader takes no place among them.
    """
    said = syllables(text)
    words = list(dict.fromkeys(said))[:MOST_WORDS]
    seen = scope(actor=actor)
    if not words or not seen:
        return Q(pk__in=[])
    last = said[-1]
    if last in words:
        words = [*(word for word in words if word != last), last]
    question = Question(scope=seen, all_of=tuple(words), begun=True)
    return Q(body__id__in=newest(ObstacleText, question, MOST_FOUND))


@dataclass(frozen=True, slots=True)
class Alike:
    """An earlier obstacle that looks alike."""

    row: Obstacle
    likeness: float  # 0 to 1


def alike(*, actor: Actor, text: str, without: UUID | None = None, shown: int = SHOWN) -> list[Alike]:
    """Earlier obstacles of the reader's sight that share telling pairs of syllables with ``text``, likest first.

    Each pair weighs the more, the fewer of the visible rows have it; what is hidden from the reader weighs nothing.
    """
    asked = list(dict.fromkeys(pairs(text)))[:MOST_PAIRS]
    if not asked:
        asked = [word for word in dict.fromkeys(syllables(text)) if word not in COMMON][:MOST_WORDS]
    seen = scope(actor=actor)
    if not asked or not seen:
        return []
    weights = _weights(asked, seen)
    if not weights:
        return []
    rarest = sorted(weights, key=lambda word: -weights[word])[:MOST_TELLING]
    numbers = newest(ObstacleText, Question(scope=seen, any_of=tuple(rarest)), CANDIDATES)
    bodies = ObstacleText.objects.filter(pk__in=numbers)
    whole = sum(weights.get(word, UNHEARD) for word in asked)
    scores: dict[UUID, float] = {}
    for obstacle_id, words in bodies.values_list("obstacle_id", "words"):
        there = set(words.split())
        scores[obstacle_id] = sum(weight for word, weight in weights.items() if word in there) / whole
    scores.pop(without, None)  # type: ignore[arg-type]
    best = sorted((pk for pk in scores if scores[pk] >= LEAST_ALIKE), key=lambda pk: -scores[pk])[: 2 * shown]
    rows = Obstacle.objects.visible_to(actor).once(actor).exclude(state=ObstacleState.WITHDRAWN).filter(pk__in=best)
    found = [Alike(row, scores[row.pk]) for row in rows.select_related("party", "topic", "unit")]
    return sorted(found, key=lambda one: (-one.likeness, one.row.raised_at))[:shown]


def _weights(asked: list[str], seen: tuple[str, ...]) -> dict[str, float]:
    """How much each word tells: the logarithm of how rare it is; none where nobody has it. One short query a word."""
    counts = {word: len(newest(ObstacleText, Question(scope=seen, all_of=(word,)), COUNTED)) for word in asked}
    return {word: UNHEARD - log(count) for word, count in counts.items() if count}
