"""What the core promises to the outside."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from types import ModuleType

import pytest

import phoihop.cores.viet as viet

FOLDER = Path(viet.__file__).parent
MODULES = sorted(FOLDER.glob("*.py"))


def _public_names(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    }


def test_every_name_is_promised_once():
    taken_in = {name for name, one in vars(viet).items() if not (name.startswith("_") or isinstance(one, ModuleType))}

    assert len(set(viet.__all__)) == len(viet.__all__)
    assert set(viet.__all__) == taken_in


def test_modules_are_private():
    assert [path.name for path in MODULES if not path.name.startswith("_")] == []


def test_what_modules_offer_is_promised():
    offered = set().union(*(_public_names(path) for path in MODULES if path.name != "_sky.py"))

    assert offered <= set(viet.__all__)


def test_every_error_stands_in_the_tree():
    errors = {
        name for name in viet.__all__ if isinstance(found := getattr(viet, name), type) and issubclass(found, Exception)
    }

    assert errors
    assert all(name in (viet.__doc__ or "") and issubclass(getattr(viet, name), viet.VietError) for name in errors)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_the_core_needs_python_alone(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    named |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}

    outside = {name for name in named if name.split(".")[0] not in sys.stdlib_module_names}

    assert all(name.startswith("phoihop.cores.viet") for name in outside)
