"""Every event that an action records has a name in the history."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import phoihop
from phoihop.base.events import all_labels

PACKAGE = Path(phoihop.__file__).parent
CODE = re.compile(r"(base|people|papers|notices|programme|towers|briefings)(\.[a-z_]+){2}")


def _codes(tree: ast.AST) -> Iterator[str]:
    """What looks like the code of an event: area, object, verb."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value


def recorded(folder: Path) -> set[str]:
    """The codes in modules that record something."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "tests" not in path.parts and ("audit.record(" in text or "_record(" in text):
            found.update(_codes(ast.parse(text)))
    return found


def test_every_recorded_event_has_a_name():
    codes = recorded(PACKAGE)

    assert len(codes) > 50
    assert sorted(codes - all_labels().keys()) == []


def test_an_event_without_a_name_is_seen(tmp_path):
    (tmp_path / "actions.py").write_text('audit.record(actor, "people.party.invented", party)\n', encoding="utf-8")

    assert recorded(tmp_path) - all_labels().keys() == {"people.party.invented"}


@pytest.mark.parametrize("code", sorted(all_labels()))
def test_a_name_says_what_happened_and_is_no_code(code):
    assert CODE.fullmatch(code)
    assert "." not in str(all_labels()[code])
