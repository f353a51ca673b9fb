"""Gathering a report from what was recorded, and sealing it.

A report has a part that all parties read and one part for each party. Each part carries a random salt, so that its
checksum, which everyone may see, does not let a rival guess the figures behind it.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

DONE = ("held", "closed")
Key = tuple[str, str, str]  # clause, label, unit


@dataclass(frozen=True, slots=True)
class ActivityFact:
    """One activity, as the report sees it."""

    id: str
    title: str
    clause: str  # heading; empty where the item belongs to no clause
    on: str  # ISO date
    status: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FigureFact:
    """One planned or reached figure; ``party`` is empty where it is of all together."""

    clause: str
    label: str
    unit: str
    value: Decimal
    party: str = ""


@dataclass(frozen=True, slots=True)
class PresenceFact:
    """One party in one activity."""

    party: str
    invited: bool
    answered: bool
    attended: bool
    people: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a report is gathered from."""

    activities: Iterable[ActivityFact]
    targets: Iterable[FigureFact]
    outcomes: Iterable[FigureFact]
    before: Iterable[FigureFact]  # outcomes of the same period a year earlier
    presences: Iterable[PresenceFact]
    clauses: Iterable[str]  # headings in the memorandum's order
    parties: Mapping[str, str] = field(default_factory=dict)  # id → name


def _sums(figures: Iterable[FigureFact], party: str) -> dict[Key, Decimal]:
    sums: dict[Key, Decimal] = defaultdict(Decimal)
    for figure in figures:
        if figure.party == party:
            sums[figure.clause, figure.label, figure.unit] += figure.value
    return sums


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")


def figure_lines(facts: Facts, party: str) -> list[dict[str, Any]]:
    """Planned, reached and last year's figures of one party, or (empty) of all together.

    What only last year had is listed too, with nothing reached; numbers are decimal strings.
    """
    planned, done, before = (_sums(list(f), party) for f in (facts.targets, facts.outcomes, facts.before))
    order = {heading: index for index, heading in enumerate(facts.clauses)}
    keys = sorted(set(planned) | set(done) | set(before), key=lambda key: (order.get(key[0], len(order)), key))
    return [
        {
            "clause": key[0], "label": key[1], "unit": key[2], "planned": _number(planned.get(key)),
            "done": _number(done.get(key)), "before": _number(before.get(key)),
        }
        for key in keys
    ]  # fmt: skip


def clause_lines(facts: Facts) -> list[dict[str, Any]]:
    """For each clause, how many activities were planned, done, put off and called off."""
    lines = {
        heading: {"clause": heading, "planned": 0, "done": 0, "postponed": 0, "cancelled": 0}
        for heading in facts.clauses
    }
    for activity in facts.activities:
        line = lines.setdefault(
            activity.clause, {"clause": activity.clause, "planned": 0, "done": 0, "postponed": 0, "cancelled": 0}
        )
        line["planned"] += 1  # type: ignore[operator]
        if activity.status in DONE:
            line["done"] += 1  # type: ignore[operator]
        elif activity.status in ("postponed", "cancelled"):
            line[activity.status] += 1  # type: ignore[operator]
    return list(lines.values())


def presence_line(facts: Facts, party: str) -> dict[str, int]:
    """How often a party was invited, answered and came."""
    mine = [fact for fact in facts.presences if fact.party == party]
    return {
        "invited": sum(fact.invited for fact in mine),
        "answered": sum(fact.answered for fact in mine),
        "attended": sum(fact.attended for fact in mine),
        "people": sum(fact.people for fact in mine),
    }


def gather(facts: Facts) -> dict[str, Any]:
    """The report's content: ``{"common": …, "parties": {id: …}}``, without checksums."""
    activities = [
        {"id": a.id, "title": a.title, "clause": a.clause, "on": a.on, "status": a.status, "reason": a.reason}
        for a in facts.activities
    ]
    common = {"clauses": clause_lines(facts), "figures": figure_lines(facts, ""), "activities": activities}
    parties = {
        party: {"name": name, "figures": figure_lines(facts, party), "presence": presence_line(facts, party)}
        for party, name in facts.parties.items()
    }
    return {"common": common, "parties": parties}


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def part_checksum(part: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical JSON of one part, its salt included."""
    return _digest(part)


def whole_checksum(parts: Mapping[str, str]) -> str:
    """SHA-256 over the checksums of the parts, in order of their names."""
    return _digest(sorted(parts.items()))


def seal(content: dict[str, Any], remarks: str) -> tuple[dict[str, Any], dict[str, str], str]:
    """Salt every part and compute the checksums.

    :returns: the sealed content, the checksum of each part (``common`` and party ids), the checksum of the whole
    """
    common = content["common"] | {"remarks": remarks, "salt": secrets.token_hex(16)}
    parties = {party: part | {"salt": secrets.token_hex(16)} for party, part in content["parties"].items()}
    parts = {"common": part_checksum(common)} | {party: part_checksum(part) for party, part in parties.items()}
    return {"common": common, "parties": parties}, parts, whole_checksum(parts)


def verify(content: Mapping[str, Any], parts: Mapping[str, str], checksum: str) -> bool:
    """Whether the parts at hand, all or only some, still fit the checksums."""
    if whole_checksum(parts) != checksum:
        return False
    at_hand = {"common": content["common"], **content["parties"]}
    return all(part_checksum(part) == parts.get(name) for name, part in at_hand.items())


def addendum_checksum(report_checksum: str, number: int, text: str) -> str:
    """SHA-256 that ties an addendum to the frozen report it follows."""
    return _digest([report_checksum, number, text])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party whose figures speak for a commendation."""

    party: str
    score: int  # 0–100
    figures: list[dict[str, str]]


def candidates(content: Mapping[str, Any], least: int = 70) -> list[Candidate]:
    """Parties by presence and by targets reached, best first, those under ``least`` points left out.

    The score is the mean of: invitations attended, invitations answered, own targets reached (each capped at 100 %);
    what a party has none of is left out of the mean.
    """
    found = []
    for party, part in content["parties"].items():
        presence, shares = part["presence"], []
        if presence["invited"]:
            shares += [presence["attended"] / presence["invited"], presence["answered"] / presence["invited"]]
        aims = [(Decimal(f["planned"]), Decimal(f["done"] or 0)) for f in part["figures"] if f["planned"]]
        reached = [min(1.0, float(done / planned)) for planned, done in aims if planned]
        if reached:
            shares.append(sum(reached) / len(reached))
        score = round(100 * sum(shares) / len(shares)) if shares else 0
        if score >= least:
            figures = [
                {"label": "score", "value": f"{score}/100"},
                {"label": "attended", "value": f"{presence['attended']}/{presence['invited']}"},
                {"label": "targets", "value": f"{sum(r >= 1 for r in reached)}/{len(reached)}"},
            ]
            found.append(Candidate(party, score, figures))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.party))
