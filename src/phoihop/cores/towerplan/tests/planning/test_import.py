"""Importing the core is quick: heavy libraries come when they are used."""

import subprocess
import sys


def _run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603


def _loaded(statement):
    heavy = "('numpy', 'highspy', 'shapely', 'ortools')"
    return _run(f"import sys; {statement}; print(*(name for name in {heavy} if name in sys.modules))").stdout.split()


def test_the_core_itself_loads_nothing():
    assert _loaded("import phoihop.cores.towerplan") == []


def test_the_planner_loads_numpy_alone():
    assert _loaded("from phoihop.cores.towerplan import plan") == ["numpy"]


def test_a_name_that_is_not_there():
    told = _run("from phoihop.cores import towerplan; towerplan.nothing").stderr

    assert "no attribute 'nothing'" in told
