"""The models of ``phoihop cover``: TR 38.901, and Longley-Rice over a grid of heights."""

from __future__ import annotations

import json

import numpy as np
import pytest

from phoihop.clauses.towers.commands.cover import cover_command
from phoihop.clauses.towers.reading.dem import read_heights
from phoihop.clauses.towers.reading.options import InputRefused
from phoihop.cores.towerplan.points import Points
from phoihop.cores.towerplan.propagation import _terrain

CELLS = "id,lon,lat,people\nWEST,106.32,20.90,500\nEAST,106.38,20.90,900\n"
POINTS = "id,lon,lat,height\nP1,106.35,20.90,40\n"
SIDE, STEP = 41, 0.005


@pytest.fixture
def asked(tmp_path):
    (tmp_path / "cells.csv").write_text(CELLS)
    (tmp_path / "points.csv").write_text(POINTS)
    return ["--cells", str(tmp_path / "cells.csv"), "--points", str(tmp_path / "points.csv"), "--quiet",
            "--out", str(tmp_path / "out"), "--sites", "1"]  # fmt: skip


@pytest.fixture
def hills(tmp_path):
    """Flat ground but for a ridge of 400 m between the point and the eastern cell."""
    rows = [["400" if 106.355 <= 106.25 + at * STEP <= 106.375 else "5" for at in range(SIDE)]] * SIDE
    head = f"ncols {SIDE}\nnrows {SIDE}\nxllcenter 106.25\nyllcenter 20.80\ncellsize {STEP}\nNODATA_value -9999\n"
    path = tmp_path / "dem.asc"
    path.write_text(head + "\n".join(" ".join(row) for row in rows) + "\n")
    return path


def served(tmp_path):
    return json.loads((tmp_path / "out" / "summary.json").read_text())["people_newly_served"]


@pytest.mark.parametrize(("model", "loss", "people"), [("uma", 130, 0), ("rma", 145, 1400), ("umi", 160, 1400)])
def test_tr_38901(asked, tmp_path, model, loss, people):
    assert cover_command([*asked, "--mhz", "700", "--model", model, "--loss", str(loss)]) == 0

    assert served(tmp_path) == people


def test_a_ridge_keeps_the_signal_off(asked, hills, tmp_path):
    pytest.importorskip("itmlogic")
    assert cover_command([*asked, "--mhz", "900", "--model", "longley-rice", "--dem", str(hills), "--loss", "130"]) == 0

    assert served(tmp_path) == 500


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--mhz", "900", "--model", "longley-rice"], "needs --dem FILE"),
        (["--reach", "800", "--model", "uma"], "give --mhz"),
        (["--mhz", "900", "--dem", "x.asc"], "Only --model longley-rice"),
        (["--mhz", "300", "--model", "rma"], "500 to 30000 MHz"),
        (["--reach", "800", "--mhz", "900"], "either --reach"),
    ],
)
def test_what_does_not_go_together_is_told(asked, capsys, more, says):
    assert cover_command([*asked, *more]) == 2

    assert says in capsys.readouterr().err


def test_without_the_extra_the_way_to_it_is_told(asked, hills, capsys, monkeypatch):
    def missing():
        raise _terrain.NoTerrainModel(_terrain.INSTALL)

    monkeypatch.setattr(_terrain, "_library", missing)

    assert cover_command([*asked, "--mhz", "900", "--model", "longley-rice", "--dem", str(hills)]) == 2
    assert 'pip install "phoihop[terrain]"' in capsys.readouterr().err


def test_a_grid_that_is_too_small_is_told(asked, hills, capsys):
    pytest.importorskip("itmlogic")
    hills.write_text("ncols 2\nnrows 2\nxllcenter 106.34\nyllcenter 20.89\ncellsize 0.02\n1 1\n1 1\n")

    assert cover_command([*asked, "--mhz", "900", "--model", "longley-rice", "--dem", str(hills)]) == 2
    assert "do not reach from point P1" in capsys.readouterr().err


def test_a_tile_of_srtm_is_read(tmp_path):
    values = np.array([[1, 2, 3], [4, 5, 6], [7, 8, -32768]], dtype=">i2")
    path = tmp_path / "N20E106.hgt"
    path.write_bytes(values.tobytes())

    found = read_heights(path).at(Points(np.array([[106.0, 21.0], [106.0, 20.5], [106.25, 20.75], [107.0, 20.0]])))

    assert found[:3].tolist() == [1.0, 4.0, 3.0]
    assert np.isnan(found[3])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("dem.tif", b"II*", "Only .hgt"),
        ("dem.hgt", b"\x00\x01" * 4, "named by its corner"),
        ("N20E106.hgt", b"\x00\x01" * 5, "no square"),
        ("dem.asc", b"ncols 2\nnrows 2\ncellsize 0.1\n1 2 3 4", "lacks xllcorner"),
        ("dem.asc", b"ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 0.1\n1 2 3", "3 values instead of 4"),
        ("dem.asc", b"ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 90\n1 2 3 4", "not metres"),
    ],
)
def test_a_bad_grid_is_told(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(InputRefused) as refused:
        read_heights(path)

    assert says in str(refused.value)
