"""Description to sheet: the words of every element, resolved once for both outputs."""

from __future__ import annotations

from typing import Literal

from phoihop.papers.rendering.body import nodes_of, with_end_mark
from phoihop.papers.rendering.description.paper import Appendix, Paper, Signature
from phoihop.papers.rendering.description.text import Run
from phoihop.papers.rendering.sheet import Annex, Line, Node, Sheet, Signing
from phoihop.papers.rendering.text import cleaned
from phoihop.papers.rendering.wording import date_words, padded_number, roman, type_name, word

TAIL = " ,;."  # punctuation of the author, in place of which each list has its own


def lay_out(paper: Paper) -> Sheet:
    """Everything that stands on the sheet."""
    paper = cleaned(paper)
    language = paper.language
    is_letter = paper.type == "CV"
    title = (paper.title or type_name(paper.type, language)).upper()
    return Sheet(
        language=language,
        title_of_file=_title_of_file(paper),
        author=" ".join(paper.issuing_body.split()),
        nation=word("nation", language),
        motto=word("motto", language),
        superior=paper.superior_body.upper(),
        issuer=paper.issuing_body.upper(),
        number=f"{word('number', language)}{padded_number(paper.number)}/{paper.symbol}" if paper.symbol else "",
        subject=word("subject", language) + paper.abstract if is_letter and paper.abstract else "",
        urgency=paper.urgency,
        place_date=_place_date(paper),
        title=title,
        abstract="" if is_letter else paper.abstract,
        authority=paper.authority.upper(),
        to_label=word("to", language) if paper.to else "",
        to=_listed(paper.to),
        bases=_bases(paper.bases),
        body=_body(paper),
        signings=tuple(_signing(signature, paper) for signature in paper.signatures),
        arrangement=_arrangement(paper),
        recipients_label=word("recipients", language) if paper.recipients else "",
        recipients=_recipients(paper),
        annexes=tuple(_annex(paper, index) for index in range(len(paper.appendices))),
        contact=paper.contact,
        verify_label=word("verify", language) if paper.verify_url else "",
        verify_url=paper.verify_url,
    )


def code_of(paper: Paper) -> str:
    """Number and symbol: ``05/BC-STTTT``; a gap in place of a number not yet given."""
    return f"{padded_number(paper.number)}/{paper.symbol}"


def _title_of_file(paper: Paper) -> str:
    name = paper.title or type_name(paper.type, paper.language)
    number = code_of(paper) if paper.symbol and paper.number is not None else ""
    return " ".join(f"{name} {number} {paper.abstract}".split()) or paper.type


def _place_date(paper: Paper) -> str:
    if paper.type == "BB":  # form 1.9: minutes tell time and place in their text
        return ""
    words = date_words(paper.date, paper.language)
    return ", ".join(part for part in (paper.place, words) if part) if paper.place or paper.date else ""


def _listed(names: tuple[str, ...]) -> tuple[str, ...]:
    """One name as it is; several as items ended by a semicolon, the last by a full stop."""
    if len(names) < 2:
        return names
    bare = [name.rstrip(TAIL) for name in names]
    return (*(f"- {name};" for name in bare[:-1]), f"- {bare[-1]}.")


def _bases(bases: tuple[str, ...]) -> tuple[str, ...]:
    bare = [base.rstrip(TAIL) for base in bases]
    return (*(f"{base};" for base in bare[:-1]), *(f"{base}." for base in bare[-1:]))


def _recipients(paper: Paper) -> tuple[str, ...]:
    if not paper.recipients:
        return ()
    listed = [f"- {name.rstrip(TAIL)};" for name in paper.recipients]
    archive = paper.archive.rstrip(" .")
    return (*listed, f"- {word('archive', paper.language)}{archive}.") if archive else tuple(listed)


def _body(paper: Paper) -> tuple[Node, ...]:
    nodes = nodes_of(paper.body, paper.language)
    if paper.enacting:
        enacting = Line("enacting", (Run(paper.enacting.upper(), bold=True),), align="center", indent=False)
        nodes = (enacting, *nodes)
    return with_end_mark(nodes) if paper.end_mark else nodes


def _signing(signature: Signature, paper: Paper) -> Signing:
    position = signature.position.upper()
    if signature.prefix:
        prefix = word(signature.prefix, paper.language)
        behind = position if signature.prefix == "Q" else signature.on_behalf_of.upper()
        lines = (f"{prefix} {behind}",) if signature.prefix == "Q" else (f"{prefix} {behind}", position)
    else:
        lines = (position,)
    return Signing(signature.party.upper(), tuple(line for line in lines if line), signature.name)


def _arrangement(paper: Paper) -> Literal["none", "right", "pair", "parties"]:
    count = len(paper.signatures)
    if not count:
        return "none"
    if paper.signature_layout != "auto":
        return "right" if count == 1 else paper.signature_layout
    if any(signature.party for signature in paper.signatures):
        return "parties"
    return {1: "right", 2: "pair"}.get(count, "parties")  # type: ignore[return-value]


def _annex(paper: Paper, index: int) -> Annex:
    appendix: Appendix = paper.appendices[index]
    label = word("appendix", paper.language)
    if len(paper.appendices) > 1:
        label = f"{label} {roman(index + 1)}"
    body = nodes_of(appendix.body, paper.language)
    return Annex(label, appendix.title.upper(), _attached(paper), body, appendix.landscape)


def _attached(paper: Paper) -> str:
    """``(Kèm theo Kế hoạch số 12/KH-STTTT ngày 08 tháng 4 năm 2010 của Sở …)``."""
    name = paper.title or type_name(paper.type, paper.language) or ("Letter" if paper.language == "en" else "Công văn")
    body = " ".join(paper.issuing_body.split())
    if paper.language == "en":
        number = f"No. {code_of(paper)}" if paper.symbol else ""
        parts = [name, number, date_words(paper.date, "en"), body and f"of {body}"]
    else:
        number = f"số {code_of(paper)}" if paper.symbol else ""
        parts = [name, number, date_words(paper.date, "vi"), body and f"của {body}"]
    return f"({word('attached', paper.language)} {' '.join(part for part in parts if part)})"
