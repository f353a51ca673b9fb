"""The planner's loops are compiled, or left out where nothing compiles."""

import importlib.util
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def hatch_build():
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def clone(tmp_path, hatch_build):
    """The sources alone."""
    home = tmp_path / hatch_build.HOME
    home.mkdir(parents=True)
    for path in [*(ROOT / hatch_build.HOME).glob("*.c"), *(ROOT / hatch_build.HOME).glob("*.h")]:
        shutil.copy(path, home)
    return tmp_path


def test_a_library_is_made_beside_its_sources(hatch_build, clone):
    if not hatch_build.compilers():
        pytest.skip("no compiler here")

    made = hatch_build.build(clone)

    assert made == clone / hatch_build.HOME / hatch_build.NAME
    assert made.stat().st_size > 1000


def test_without_a_compiler_nothing_is_made(hatch_build, clone, monkeypatch):
    monkeypatch.setattr(hatch_build, "compilers", lambda: [["no-such-compiler"]])

    assert hatch_build.build(clone) is None
    assert not (clone / hatch_build.HOME / hatch_build.NAME).exists()


def test_a_compiler_that_fails_is_told_of(hatch_build, clone, capsys):
    (clone / hatch_build.HOME / "bag.c").write_text("this is no C\n", encoding="utf-8")
    if not hatch_build.compilers():
        pytest.skip("no compiler here")

    made = hatch_build.build(clone)

    assert made is None
    assert "bag.c" in capsys.readouterr().err
