"""The sheet as plain data for the template."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from phoihop.papers.rendering.codes import qr_svg
from phoihop.papers.rendering.description.text import Run
from phoihop.papers.rendering.sheet import Grid, GridCell, Line, Node, Picture, Sheet

SEPARATE = ("body", "annexes", "signings")


def as_data(sheet: Sheet) -> dict[str, Any]:
    """The sheet as dictionaries, lists, texts and numbers."""
    data: dict[str, Any] = {
        field.name: getattr(sheet, field.name) for field in fields(sheet) if field.name not in SEPARATE
    }
    data["body"] = [_node(node) for node in sheet.body]
    data["signings"] = [{"party": s.party, "position": s.position, "name": s.name} for s in sheet.signings]
    data["annexes"] = [
        {
            "label": annex.label,
            "title": annex.title,
            "attached": annex.attached,
            "landscape": annex.landscape,
            "body": [_node(node) for node in annex.body],
        }
        for annex in sheet.annexes
    ]
    data["verify_code"] = qr_svg(sheet.verify_url).decode() if sheet.verify_url else ""
    return data


def _node(node: Node) -> dict[str, Any]:
    match node:
        case Line():
            return {
                "kind": "line",
                "style": node.style,
                "runs": _runs(node.runs),
                "align": node.align,
                "indent": node.indent,
                "outline": node.outline,
            }
        case Grid():
            return {
                "kind": "grid",
                "widths": node.widths,
                "head": node.head,
                "size": node.size_pt,
                "cells": [_cell(cell) for cell in node.cells],
            }
        case Picture():
            return {
                "kind": "picture",
                "data": node.data.decode() if node.format == "svg" else list(node.data),
                "format": node.format,
                "alt": node.alt,
                "width": node.width_mm,
                "captioned": node.captioned,
            }
        case _:
            return {"kind": "break"}


def _runs(runs: tuple[Run, ...]) -> list[tuple[str, int]]:
    return [(run.text, run.bold + 2 * run.italic) for run in runs]


def _cell(cell: GridCell) -> dict[str, Any]:
    return {
        "runs": _runs(cell.runs),
        "align": cell.align,
        "x": cell.column,
        "y": cell.row,
        "colspan": cell.colspan,
        "rowspan": cell.rowspan,
    }
