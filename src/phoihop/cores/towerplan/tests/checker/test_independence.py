"""The checker knows the input and the rules, and nothing of how a plan is made."""

import ast
from pathlib import Path

from phoihop.cores.towerplan import checker, ground

MAY_KNOW = {"phoihop.cores.towerplan." + name for name in ("checker", "ground", "model", "points")}


def imported(path):
    """The modules of this house that a file imports."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names = [node.module for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name for name in names if name and name.startswith("phoihop")}


def test_it_imports_the_model_and_what_measures_the_ground_alone():
    files = [*Path(checker.__file__).parent.glob("*.py"), Path(ground.__file__)]
    found = set().union(*(imported(path) for path in files))

    assert len(files) > 5
    assert {name for name in found if not any(name == it or name.startswith(it + ".") for it in MAY_KNOW)} == set()
