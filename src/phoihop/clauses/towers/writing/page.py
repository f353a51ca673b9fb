"""The one page of a plan, as PDF by Typst: a map and the figures."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from phoihop.base.sheets.problems import Language
from phoihop.clauses.towers.writing.drawing import Map, draw_map, mark_png
from phoihop.clauses.towers.writing.facts import facts_of, proof_line
from phoihop.clauses.towers.writing.rows import PlanRows
from phoihop.clauses.towers.writing.words import CHECK_LINE, FACTS, LEGEND, TITLE, number
from phoihop.papers.rendering.fonts import font_folder

TEMPLATE = Path(__file__).resolve().parent / "template" / "plan.typ"
BOX_MM = (180.0, 165.0)
PX_PER_MM = 9.0  # 229 dots an inch
SCALE_SHARE = 0.22  # of the width: how long the scale bar may be
COUNTRY_DEGREES = 4.0  # a map this high shows the country: Hoàng Sa and Trường Sa are drawn beside it
UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # the same plan gives the same bytes


def write_page(path: Path, rows: PlanRows, summary: Mapping[str, Any], language: Language) -> None:
    """One A4 page.

    :raises FontsMissing: the fonts were not set up
    """
    import typst  # noqa: PLC0415 - compiled code, only where a page is wanted

    fonts = font_folder()
    drawn = draw_map(rows, (round(BOX_MM[0] * PX_PER_MM), round(BOX_MM[1] * PX_PER_MM)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "map.png").write_bytes(drawn.png)
        for mark in LEGEND:
            (folder / f"{mark}.png").write_bytes(mark_png(mark))
        inset = resources.files("phoihop.base").joinpath("static/map/inset.svg").read_bytes()
        (folder / "inset.svg").write_bytes(inset)
        shutil.copy(TEMPLATE, folder / "plan.typ")
        compiler = typst.Compiler(root=name, font_paths=[str(fonts)], ignore_system_fonts=True)
        data = json.dumps(_data(drawn, summary, language), ensure_ascii=False)
        pdf: Any = compiler.compile(
            str(folder / "plan.typ"), format="pdf", sys_inputs={"data": data}, timestamp=UNDATED
        )
    path.write_bytes(bytes(pdf))


def _data(drawn: Map, summary: Mapping[str, Any], language: Language) -> dict[str, Any]:
    scale_m = _nice(drawn.width_px * drawn.metres_per_px * SCALE_SHARE)
    map_mm = drawn.width_px / PX_PER_MM
    facts = facts_of(summary)
    files = summary["input"]
    return {
        "lang": language,
        "title": TITLE.text(language, {}),
        "files": ", ".join(one["name"] for one in files.values()),
        "proof": proof_line(summary, language),
        "proven": summary["gap"] == 0 and summary["proof"]["unserved"] == summary["proof"]["unserved_bound"],
        "legend": [{"file": f"{mark}.png", "label": words.text(language, {})} for mark, words in LEGEND.items()],
        "map_mm": map_mm,
        "scale_mm": scale_m / drawn.metres_per_px / PX_PER_MM,
        "scale": f"{number(scale_m / 1000, language)} km" if scale_m >= 1000 else f"{number(scale_m, language)} m",
        "north": "B" if language == "vi" else "N",
        "inset": drawn.degrees_high > COUNTRY_DEGREES and _is_vietnam(summary),
        "alt": ", ".join(f"{FACTS[code].text(language, {})} {number(facts[code], language)}" for code in facts),
        "facts": [[FACTS[code].text(language, {}), number(value, language)] for code, value in facts.items()],
        "foot": CHECK_LINE.text(language, {}),
    }


def _is_vietnam(summary: Mapping[str, Any]) -> bool:
    return not summary["reading"]["anywhere"]


def _nice(metres: float) -> float:
    """The largest of 1, 2, 5, 10, 20 … that is not longer."""
    power = 1.0
    while power * 10 <= metres:
        power *= 10
    return next(step * power for step in (5, 2, 1) if step * power <= metres) if metres >= 1 else 1.0
