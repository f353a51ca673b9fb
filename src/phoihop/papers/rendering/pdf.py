"""PDF by Typst: one constant template, the paper's text passed as data, never as markup."""

from __future__ import annotations

import datetime as dt
import json
import threading
import unicodedata
from pathlib import Path
from typing import Any

import typst

from phoihop.papers.rendering.description import (
    Block,
    Bullets,
    Cell,
    Figure,
    Heading,
    Labelled,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
    Table,
)
from phoihop.papers.rendering.description.text import Text, runs_of
from phoihop.papers.rendering.numbering import Numbering
from phoihop.papers.rendering.wording import (
    Language,
    date_words,
    padded_number,
    roman,
    type_name,
    word,
)

FONTS = Path(__file__).resolve().parent.parent / "static_fonts"
TEMPLATE = Path(__file__).resolve().parent / "paper.typ"
UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # a draft has no day; its bytes must not change by the hour

_compilers = threading.local()  # a compiler is not for two threads at once


class FontsMissing(RuntimeError):
    """The fonts come from npm at set-up: run ``make``."""


def _compiler() -> typst.Compiler:
    """This thread's compiler; making one costs more than drawing a page."""
    if not hasattr(_compilers, "one"):
        if not any(FONTS.glob("*.ttf")):
            raise FontsMissing(f"no fonts in {FONTS}; run `make` to fetch them")
        _compilers.one = typst.Compiler(str(TEMPLATE), font_paths=[str(FONTS)], ignore_system_fonts=True)
    compiler: typst.Compiler = _compilers.one
    return compiler


def compile_pdf(paper: Paper) -> bytes:
    """Draw one paper."""
    data = unicodedata.normalize("NFC", json.dumps(as_data(paper), ensure_ascii=False))
    stamp = dt.datetime.combine(paper.date, dt.time(), tzinfo=dt.UTC) if paper.date else UNDATED
    drawn = _compiler().compile(
        sys_inputs={"data": data}, format="pdf", pdf_standards=["a-2b"], timestamp=int(stamp.timestamp())
    )
    if not isinstance(drawn, bytes):
        raise TypeError("Typst gave no single PDF")
    return drawn


def _runs(text: Text) -> list[dict[str, Any]]:
    return [{"t": run.text, "b": run.bold, "i": run.italic} for run in runs_of(text)]


def _cell(cell: str | Cell, align: str, head: bool) -> dict[str, Any]:
    if isinstance(cell, str):
        return {"runs": _runs(cell), "align": "center" if head else align, "b": head, "cols": 1, "rows": 1}
    side = cell.align or ("center" if head else align)
    return {
        "runs": _runs(cell.text), "align": side, "b": cell.bold or head, "cols": cell.colspan, "rows": cell.rowspan,
    }  # fmt: skip


def _table(table: Table) -> dict[str, Any]:
    head = table.head or (tuple(column.title for column in table.columns),)
    aligns = [column.align for column in table.columns]
    return {
        "k": "table", "widths": [column.width for column in table.columns], "caption": table.caption, "note": table.note,
        "size": table.size_pt, "head": [[_cell(c, "center", True) for c in row] for row in head],
        "rows": [_row(row, aligns) for row in table.rows],
    }  # fmt: skip


def _row(row: tuple[str | Cell, ...], aligns: list[Any]) -> list[dict[str, Any]]:
    """A row's cells with the alignment of the column in which each begins; spans from above do not shift text cells."""
    cells, column = [], 0
    for cell in row:
        cells.append(_cell(cell, aligns[min(column, len(aligns) - 1)], False))
        column += cell.colspan if isinstance(cell, Cell) else 1
    return cells


def _figure(figure: Figure) -> dict[str, Any]:
    shown = {"k": "figure", "alt": figure.alt, "caption": figure.caption, "width": figure.width_mm, "format": figure.format}
    if figure.format == "svg":
        return shown | {"text": figure.data.decode("utf-8")}
    return shown | {"bytes": list(figure.data)}


def _block(block: Block, numbering: Numbering) -> dict[str, Any]:
    match block:
        case Heading():
            label = numbering.label(block.level, block.label)
            return {"k": "heading", "level": block.level, "label": label, "text": block.text}
        case Numbered():
            return {"k": "numbered", "label": numbering.label(block.level, block.label), "level": block.level, "runs": _runs(block.text)}
        case Paragraph():
            return {"k": "par", "runs": _runs(block.text), "align": block.align, "indent": block.indent}
        case Labelled():
            return {"k": "par", "runs": [{"t": f"{block.label}: ", "b": False, "i": False}, *_runs(block.text)], "align": "justify", "indent": True}
        case Bullets():
            return {"k": "bullets", "items": [_runs(item) for item in block.items], "mark": block.mark}
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case PageBreak():
            return {"k": "break"}


def _blocks(blocks: tuple[Block, ...], language: Language, end_mark: bool) -> list[dict[str, Any]]:
    numbering = Numbering(language)
    drawn = [_block(block, numbering) for block in blocks]
    if end_mark:
        _close(drawn)
    return drawn


def _close(drawn: list[dict[str, Any]]) -> None:
    """End the body with ``./.``: on the last words, or on a line of its own after a table or figure."""
    mark = {"t": "./.", "b": False, "i": False}
    last = drawn[-1] if drawn else {"k": "none"}
    runs = last["items"][-1] if last["k"] == "bullets" else last.get("runs")
    if not runs:
        drawn.append({"k": "par", "runs": [mark], "align": "justify", "indent": True})
        return
    runs[-1]["t"] = runs[-1]["t"].rstrip().rstrip(".;")
    runs.append(mark)


def _signature(signature: Signature, language: Language) -> dict[str, Any]:
    lines = []
    if signature.party:
        lines.append(signature.party.upper())
    position = signature.position.upper()
    if signature.prefix == "Q":
        position = f"{word('Q', language)} {position}"
    elif signature.prefix:
        lines.append(f"{word(signature.prefix, language)} {signature.on_behalf_of}".upper())
    lines.append(position)
    return {"lines": lines, "name": signature.name}


def _layout(paper: Paper) -> str:
    if paper.signature_layout != "auto":
        return paper.signature_layout
    if any(signature.party for signature in paper.signatures):
        return "parties"
    return {0: "right", 1: "right", 2: "pair"}.get(len(paper.signatures), "parties")


def _bases(paper: Paper) -> list[str]:
    """Legal bases: each ends with a semicolon, the last with a full stop, or a semicolon where a decision goes on."""
    bare = [basis.strip().rstrip(".;, ") for basis in paper.bases if basis.strip()]
    return [f"{basis};" for basis in bare[:-1]] + [f"{basis}." for basis in bare[-1:]]


def _qr(url: str) -> str:
    from phoihop.papers.rendering.codes import qr_svg  # noqa: PLC0415 - only where a paper has one

    return qr_svg(url).decode() if url else ""


def as_data(paper: Paper) -> dict[str, Any]:
    """The paper as plain data for the template."""
    language = paper.language
    letter = paper.type == "CV"
    minutes = paper.type == "BB"
    recipients = [*paper.recipients]
    appendices = [
        {
            "title": appendix.title, "landscape": appendix.landscape,
            "label": word("appendix", language) + (f" {roman(number)}" if len(paper.appendices) > 1 else ""),
            "body": _blocks(appendix.body, language, False),
        }
        for number, appendix in enumerate(paper.appendices, start=1)
    ]  # fmt: skip
    return {
        "lang": language, "nation": word("nation", language), "motto": word("motto", language),
        "superior": paper.superior_body.upper(), "issuer": paper.issuing_body.upper(),
        "number": f"{word('number', language)}{padded_number(paper.number)}/{paper.symbol}" if paper.symbol else "",
        "about": f"{word('subject', language)}{paper.abstract}" if letter else "",
        "place_date": "" if minutes or not paper.place else f"{paper.place}, {date_words(paper.date, language)}",
        "title": "" if letter else (paper.title or type_name(paper.type, language)).upper(),
        "abstract": "" if letter else paper.abstract, "urgency": paper.urgency, "authority": paper.authority.upper(),
        "bases": _bases(paper), "enacting": paper.enacting, "to_label": word("to", language), "to": list(paper.to),
        "body": _blocks(paper.body, language, paper.end_mark), "layout": _layout(paper),
        "signatures": [_signature(one, language) for one in paper.signatures],
        "recipients_label": word("recipients", language), "recipients": recipients,
        "archive": f"{word('archive', language)}{paper.archive}." if recipients else "", "appendices": appendices,
        "contact": paper.contact, "verify": word("verify", language), "verify_url": paper.verify_url,
        "qr": _qr(paper.verify_url), "pdf_title": f"{type_name(paper.type, language)} {paper.abstract}".strip(),
    }  # fmt: skip
