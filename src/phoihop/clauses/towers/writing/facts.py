"""The facts of a summary as pairs of words and figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from phoihop.base.sheets.problems import Language
from phoihop.clauses.towers.writing.words import FACTS, OPEN, OPEN_UNSERVED, PROVEN, number

COUNTS = ("needs", "masts")
ORDER = ("rent", "join", "alone", "none", "new_masts", "built_together")
MONEY = ("cost_vnd", "building_vnd", "rents_vnd", "bound_vnd")


def facts_of(summary: Mapping[str, Any]) -> dict[str, float]:
    """The figures by their code, in the order in which they are told."""
    counts = summary["counts"]
    found: dict[str, float] = {name: counts[name] for name in COUNTS}
    found["operators"] = len(summary["operators"])
    found |= {name: counts[name] for name in ORDER}
    found |= {name: summary[name] for name in MONEY if summary[name] is not None}
    if summary["proof"]["unserved"] <= summary["proof"]["unserved_bound"]:
        found["gap_percent"] = round(summary["gap"] * 100, 4)
    if "nearest_first" in summary:
        found["greedy_vnd"] = summary["nearest_first"]["cost_vnd"]
        found["greedy_none"] = summary["nearest_first"]["unserved"]
    found["seconds"] = round(summary["seconds"].get("total", 0.0), 2)
    found["peak_mib"] = summary["peak_mib"]
    found["seed"] = summary["seed"]
    return found


def fact_rows(summary: Mapping[str, Any], language: Language) -> Iterator[tuple[str, float | str]]:
    """Label and figure of each fact, and what is proven."""
    for code, value in facts_of(summary).items():
        yield FACTS[code].text(language, {}), value
    yield proof_line(summary, language), ""


def proof_line(summary: Mapping[str, Any], language: Language) -> str:
    """Whether the plan is proven, in a sentence."""
    proof = summary["proof"]
    more = proof["unserved"] - proof["unserved_bound"]
    if more > 0:
        return OPEN_UNSERVED.text(language, {"more": number(more, language)})
    if summary["gap"] == 0:
        return PROVEN.text(language, {})
    return OPEN.text(language, {"gap": number(max(summary["gap"] * 100, 0.0001), language, 4)})
